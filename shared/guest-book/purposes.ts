/** What brings a visitor to SOP-LPSE.BTG-006. Never rename one: people's records hold them for ever. */
export const purposes = ['upload-bid', 'fill-qualification', 'problem', 'other'] as const;
export type Purpose = (typeof purposes)[number];
