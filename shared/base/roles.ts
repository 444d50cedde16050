/** What a member of staff may be. A coordinator also stands in for desk and trainer (SOP, Definisi 1 and 2: both are functions of the same Bidang). */
export const roles = ['desk', 'trainer', 'coordinator', 'administrator'] as const;
export type Role = (typeof roles)[number];
