import { officeDate, officeTime, type WallMs, type Zone } from '../base/office-time.ts';
import type { PeopleField } from '../facts/people.ts';
import type { CellOfKind, FieldKind } from '../guest-book/field.ts';
import { guestBookEntries, type ByField, type GuestBookEntry } from '../guest-book/guest-book.ts';
import type { Purpose } from '../guest-book/purposes.ts';
import type { Visit } from '../state/state.ts';
import { textIn, type PersonOf } from './person.ts';

/** What is known of each kind of field, from the visit and its records. */
type KnownOfKind = {
  readonly text: string;
  /** Null: not remembered and not yet completed by the desk. */
  readonly 'user-id': string | null;
  /** Null: destroyed, or cannot be read. */
  readonly purpose: Purpose | null;
  /** Upload deadline, ms since 1970 UTC, or null. */
  readonly deadline: WallMs | null;
};
type KnownGuestBook = ByField<KnownOfKind>;

const known = (
  { key, kind }: GuestBookEntry,
  visit: Visit,
  personOf: PersonOf,
): KnownOfKind[FieldKind] => {
  const text = (field: PeopleField<'guest-book'>): string =>
    textIn(personOf, visit.guestBook, 'guest-book', field);
  switch (kind) {
    case 'text':
      return text(key);
    case 'user-id':
      if (visit.userId !== null) return textIn(personOf, visit.userId, 'user-id', 'userId');
      return visit.userIdGiven ? text(key) : null;
    case 'purpose':
      return text(key) === '' ? null : text(key);
    case 'deadline':
      return visit.deadline;
  }
};

const guestBookOf = (visit: Visit, personOf: PersonOf): KnownGuestBook =>
  Object.fromEntries(
    guestBookEntries.map((entry) => [entry.key, known(entry, visit, personOf)]),
  ) as KnownGuestBook;

/** A visit's guest book as the console is shown it. */
export type GuestBookView = Omit<KnownGuestBook, 'purpose' | 'deadline'> & {
  readonly purpose: Purpose;
  /** Upload deadline, ms since 1970 UTC, or null. */
  readonly deadlineAt: WallMs | null;
};
export function guestBookViewOf(visit: Visit, personOf: PersonOf): GuestBookView {
  const { deadline, ...rest } = guestBookOf(visit, personOf);
  return { ...rest, purpose: rest.purpose ?? 'other', deadlineAt: deadline };
}

/** A visit's guest book in a row of the register. Times are the office's. */
export function guestBookCellsOf(
  visit: Visit,
  zone: Zone,
  personOf: PersonOf,
): ByField<CellOfKind> {
  const all = guestBookOf(visit, personOf);
  const { userId, deadline } = all;
  return {
    ...all,
    userId: userId ?? '',
    deadline:
      deadline === null ? '' : `${officeDate(deadline, zone)} ${officeTime(deadline, zone)}`,
  };
}
