import type { GuestBookRecord } from '../guest-book/guest-book.ts';

/**
 * THE kinds of people's records: whatever names or describes a person, and all free text. What a kind holds is written here
 * and nowhere else, so that a field misspelt does not compile. On disk a record has no kind: the fact that refers to it says
 * which one it is. A field is never renamed: records hold it for years; one added later is missing in those from before.
 */
type PeopleRecords = {
  /** Of `visit.checked-in`. */
  readonly 'guest-book': GuestBookRecord;
  /** Of `credentials.ticked`: not remembered at the kiosk, completed at the desk. */
  readonly 'user-id': { readonly userId: string };
  /** Of `visit.noted`. */
  readonly note: { readonly text: string };
  /** Of `step.completed`: the problem handled. */
  readonly problem: {
    readonly description: string;
    readonly unitAsked: string;
    readonly remedy: string;
  };
  /** Of `step.completed`: the receipt that was handed over. */
  readonly receipt: { readonly receipt: string };
  /** Of `step.overridden`, `visit.ended` and `escalation.closed`: why it was done outside the arrows, or unresolved. */
  readonly reason: { readonly reason: string };
  /** Of `deviation.noted` (SOP, Pertanggungjawaban). */
  readonly 'accountability-note': { readonly why: string; readonly remedy: string };
  /** Of `deviation.returned`. */
  readonly 'return-reason': { readonly reason: string };
  /** Of `escalation.confirmed`. */
  readonly 'escalation-confirmation': { readonly spokeWith: string };
  /** Of `escalation.answered`. */
  readonly 'escalation-answer': { readonly text: string };
  /** Of `escalation.contacted`. */
  readonly 'escalation-contact': { readonly note: string };
  /** Of `staff.added`; `pin` is its hash. */
  readonly staff: { readonly name: string; readonly pin: string };
  /** Of `backup.arranged` and `backup.made`. */
  readonly 'backup-place': { readonly folder: string };
};

export type PeopleKind = keyof PeopleRecords;
/** What a record of a kind holds. */
export type PeopleRecord<Kind extends PeopleKind> = PeopleRecords[Kind];
export type PeopleField<Kind extends PeopleKind> = keyof PeopleRecords[Kind] & string;

/** A record as it is read from the people file: of what kind it is, only the fact says that refers to it. */
export type PersonData = Readonly<Record<string, string | number | null>>;

/**
 * A field of a record that was read; name its kind: `fieldOf<'staff'>(…)`. Undefined where the record was written before
 * there was such a field.
 */
export function fieldOf<Kind extends PeopleKind>(
  data: PersonData,
  field: PeopleField<Kind>,
): string | number | null | undefined {
  return data[field];
}
