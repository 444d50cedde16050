import type { Zone } from '../base/office-time.ts';
import {
  guestBookEntries as entries,
  type GuestBookEntry,
  type GuestBookFact,
  type GuestBookForm,
  type GuestBookRecord,
} from './guest-book.ts';

/** A guest book as it is kept: without surrounding space, a telephone number as its digits. */
export function tidied(form: GuestBookForm): GuestBookForm {
  const tidy = ({ key, kind, tidied: own }: GuestBookEntry): string | null => {
    const value = form[key];
    if (value === null || kind === 'deadline') return value;
    return own === undefined ? value.trim() : own(value);
  };
  return Object.fromEntries(entries.map((entry) => [entry.key, tidy(entry)])) as GuestBookForm;
}

/** What the people file keeps of a guest book, in the order of the list. */
export function recordOf(form: GuestBookForm): GuestBookRecord {
  return Object.fromEntries(
    entries.filter(({ kept }) => kept.inRecord).map(({ key }) => [key, form[key]]),
  ) as GuestBookRecord;
}

/** What the fact of a check-in keeps of a guest book. */
export function factPartOf(form: GuestBookForm, zone: Zone): GuestBookFact {
  return Object.fromEntries(
    entries.flatMap(({ key, kept: { inFact } }) =>
      inFact === undefined
        ? []
        : [[inFact.as, (inFact.of as (value: unknown, zone: Zone) => unknown)(form[key], zone)]],
    ),
  ) as GuestBookFact;
}
