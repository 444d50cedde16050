/** Closed lists that records use. Their sentences are in shared/text. Never rename one: journals hold them for ever. */

/** Why a norm was not met: one choice, asked before the step can close. */
export const causes = [
  'many-documents',
  'data-not-ready',
  'network-slow',
  'spse-disturbed',
  'equipment-disturbed',
  'power-cut',
  'visitor-absent',
  'staff-busy',
  'other',
] as const;
export type Cause = (typeof causes)[number];

/** What kind of problem step 9 handles. */
export const problemCategories = [
  'account',
  'data',
  'documents',
  'encryption',
  'upload',
  'network',
  'equipment',
  'spse-server',
  'other',
] as const;
export type ProblemCategory = (typeof problemCategories)[number];

/** What a norm not met concerns (SOP, Peringatan 2), and `flow` for a jump outside the arrows. */
export const deviationKinds = ['time', 'output', 'equipment', 'flow'] as const;
export type DeviationKind = (typeof deviationKinds)[number];

/** How a provider was contacted when an escalation was answered. */
export const contactWays = ['telephone', 'e-mail', 'message', 'in-person'] as const;
export type ContactWay = (typeof contactWays)[number];

/** Why a person's data were erased: on request, or because the time announced in the privacy notice was over. */
export const erasureReasons = ['request', 'retention'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

export const escalationStages = [
  'drafted',
  'sent',
  'confirmed',
  'answered',
  'contacted',
  'closed',
  'closed-unresolved',
] as const;
export type EscalationStage = (typeof escalationStages)[number];

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** The privacy notice that is shown now; its number is stored with each visit. */
export const noticeVersion = 1;

/** Why the machine's clock is not believed (SOP.md, ruling 2). */
export const clockDoubts = ['behind', 'before-build', 'ahead'] as const;
export type ClockDoubt = (typeof clockDoubts)[number];
