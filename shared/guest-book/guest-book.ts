import type { WallMs, Zone } from '../base/office-time.ts';
import type { FieldKind, FieldOfKind, FieldPlace, ValueOfKind } from './field.ts';
import type { FieldProblem } from './field-problem.ts';
import { guestBookFields } from './fields.ts';

type Entry = (typeof guestBookFields)[number];
export type GuestBookField = Entry['key'];
export type GuestBookLabel = Entry['label'];
/** The labels of the fields that are shown in a place. */
export type LabelShown<Place extends FieldPlace> = {
  readonly [E in Entry as E['label']]: Place extends E['shown'][number] ? E['label'] : never;
}[GuestBookLabel];
/** A part of checking in that asks fields. */
export type GuestBookPart = Entry['part'];

/** Something of each field, by its kind. */
export type ByField<OfKind extends Readonly<Record<FieldKind, unknown>>> = {
  readonly [E in Entry as E['key']]: OfKind[E['kind']];
};

/** One field of the list, as any of them. */
export type GuestBookEntry = {
  readonly [K in FieldKind]: FieldOfKind<K> & {
    readonly key: Extract<Entry, { readonly kind: K }>['key'];
    readonly label: GuestBookLabel;
    readonly part: GuestBookPart;
  };
}[FieldKind];

/** The guest book of step 2: what a visitor tells at the kiosk, as typed. Optional fields may be empty. */
export type GuestBookForm = ByField<ValueOfKind>;

/** What the people file keeps of it. */
export type GuestBookRecord = {
  readonly [
    E in Extract<Entry, { readonly kept: { readonly inRecord: true } }> as E['key']
  ]: ValueOfKind[E['kind']];
};

type KeptInFact = Extract<Entry, { readonly kept: { readonly inFact: object } }>['kept']['inFact'];
/** What the fact of the check-in keeps of it. */
export type GuestBookFact = { readonly [F in KeptInFact as F['as']]: ReturnType<F['of']> };

/** The list, for whoever goes through it. */
export const guestBookEntries: readonly GuestBookEntry[] = guestBookFields;
const entries = guestBookEntries;

/** An empty guest book, as the kiosk opens it. */
export const emptyGuestBook = Object.fromEntries(
  entries.map(({ key, kind }) => [key, kind === 'purpose' ? null : '']),
) as GuestBookForm;

/** The names of all fields: what a matter may ask for. */
export const guestBookFieldKeys: readonly GuestBookField[] = entries.map(({ key }) => key);

/**
 * The fields that a matter asks, in the order of the list: those of everybody, and those it names.
 * @param asks keys of fields, as a procedure's definition has them; a key of none adds nothing
 */
export function fieldsAsked(asks: readonly string[]): readonly GuestBookEntry[] {
  return entries.filter(({ asked, key }) => asked === 'always' || asks.includes(key));
}

/** The fields that are shown in a place, in the order of the list. */
export function fieldsShown(place: FieldPlace): readonly GuestBookEntry[] {
  return entries.filter(({ shown }) => shown.includes(place));
}

/** Is a field asked of whoever fills this form? */
export function isAskedOf({ askedOf }: GuestBookEntry, form: GuestBookForm): boolean {
  return askedOf?.(form) ?? true;
}

const isEmpty = ({ kind }: GuestBookEntry, value: string | null): boolean =>
  value === null || (kind === 'deadline' ? value : value.trim()) === '';

/**
 * Checks one field of the guest book.
 * @param form the whole form: who is asked may hang on another field
 * @param now the wall clock, for the deadline
 * @param asks the fields that the matter asks; one that is not asked is judged only where something was filled in
 * @returns null when the field may stay as it is
 */
export function fieldProblem(
  field: GuestBookField,
  form: GuestBookForm,
  now: WallMs,
  zone: Zone,
  asks: readonly string[] = guestBookFieldKeys,
): FieldProblem | null {
  const value = form[field];
  const entry = entryOf(field);
  const isOwed = entry.isOwed && fieldsAsked(asks).includes(entry) && isAskedOf(entry, form);
  if (!isOwed && isEmpty(entry, value)) return null;
  // A rule stands beside the kind of value that it takes: the list is checked for that.
  const rule = entry.rule as (value: unknown, around: object) => FieldProblem | null;
  return rule(value, { now, zone });
}

/** The first field of the guest book that may not stay as it is, in the order of the list; null when all is well. */
export function guestBookProblem(
  form: GuestBookForm,
  now: WallMs,
  zone: Zone,
  asks: readonly string[] = guestBookFieldKeys,
): { readonly field: GuestBookField; readonly problem: FieldProblem } | null {
  for (const { key } of entries) {
    const problem = fieldProblem(key, form, now, zone, asks);
    if (problem !== null) return { field: key, problem };
  }
  return null;
}

/** The list's own words on a field. */
export function entryOf(field: GuestBookField): GuestBookEntry {
  const entry = entries.find(({ key }) => key === field);
  if (entry === undefined) throw new Error(`Not a field of the guest book: ${field}`);
  return entry;
}
