/** What moves a follow-up on: closed, for each is a fact and a form of its own. */
export const followUpActs = ['send', 'confirm', 'answer', 'contact', 'close', 'give-up'] as const;
export type FollowUpAct = (typeof followUpActs)[number];
