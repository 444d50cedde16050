/** Why something a person asked for was not done. Closed: each code has a sentence in shared/text/refusals.ts. */
export const refusalCodes = [
  // who may, and when
  'not-signed-in',
  'not-your-role',
  'pin-wrong',
  'pin-wait',
  'pin-busy',
  'pin-try-spent',
  'pin-check-unavailable',
  'already-set-up',
  'not-set-up',
  'office-lost',
  // the message itself
  'unknown-message',
  'wrong-window',
  'malformed',
  'command-reused',
  'out-of-service',
  // the procedure
  'matter-owed',
  'visit-unknown',
  'visit-ended',
  'visit-not-waiting',
  'visit-not-called-twice',
  'not-this-step',
  'not-an-answer-here',
  'cause-owed',
  'problem-owed',
  'company-unconfirmed',
  'trainer-unknown',
  'trainer-not-called',
  'not-the-called-trainer',
  'workstation-unknown',
  'workstation-taken',
  'workstation-not-cleared',
  'escalation-not-sent',
  'reason-owed',
  'nothing-to-undo',
  'already-there',
  'link-unknown',
  // the kiosk
  'field-invalid',
  'number-unknown',
  'go-to-desk',
  'notice-outdated',
  // text
  'looks-like-secret',
  'text-empty',
  'text-too-long',
  'text-malformed',
  'time-in-future',
  'time-malformed',
  // records: erasure, backup
  'visit-open',
  'nothing-to-erase',
  'backup-exists',
  'backup-inside-data',
  'backup-failed',
  'erasure-failed',
  'destruction-record-gone',
  'folder-not-found',
  'keep-days-malformed',
  // the machine's clock
  'clock-not-asked',
  'day-malformed',
  'day-too-early',
  // settings
  'number-out-of-range',
  'too-many-lines',
  'hours-malformed',
  'closes-before-opens',
  'day-twice',
  'workstation-name-taken',
  // exports
  'export-file-open',
  'export-unwritable',
  // deviations, escalations, staff
  'deviation-unknown',
  'deviation-settled',
  'escalation-unknown',
  'escalation-not-now',
  'ticket-malformed',
  'staff-unknown',
  'staff-name-taken',
  'pin-too-short',
  'pin-too-simple',
  'coordinator-needed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type Accepted<T> = { readonly ok: true; readonly value: T };
/** `details` fills the blanks of the sentence; it never carries what the person typed. */
export type Refused = {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly details?: Readonly<Record<string, string | number>>;
};
export type Result<T> = Accepted<T> | Refused;

export function accepted<T>(value: T): Accepted<T> {
  return { ok: true, value };
}
export function refused(code: RefusalCode, details?: Refused['details']): Refused {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}

/** Closes a switch over a union: the compiler refuses a forgotten case, and a forged one throws. */
export function assertNever(value: never): never {
  throw new Error(`Not a case of this union: ${JSON.stringify(value)}`);
}
