/**
 * What a step is to the product. Closed: each kind has its decision and its panel; a definition is made of these, and nothing
 * else asks which step it is.
 */
export const kinds = [
  'guest-book',
  'queue',
  'ask',
  'advise',
  'assign',
  'explain',
  'accompany',
  'check-documents',
  'problem',
  'hand-over-outside',
  'serve',
  'back-office',
  'report-out',
] as const;
export type Kind = (typeof kinds)[number];

/** In which part of its step a visit is; places of the chart. */
export const stages = ['waiting', 'called', 'trainer-owed', 'trainer-called', 'running'] as const;
export type Stage = (typeof stages)[number];
