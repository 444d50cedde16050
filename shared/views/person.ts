import type { PersonRef } from '../facts/facts.ts';
import { fieldOf, type PeopleField, type PeopleKind, type PersonData } from '../facts/people.ts';

/** Reads a record of the people file; null when it is erased, damaged or missing. */
export type PersonOf = (ref: PersonRef) => PersonData | null;

/**
 * One text of a record; empty when the record is gone.
 * @param _kind what the record is, by the fact that refers to it
 */
export function textIn<Kind extends PeopleKind>(
  personOf: PersonOf,
  ref: PersonRef | null,
  _kind: Kind,
  field: PeopleField<Kind>,
): string {
  const data = ref === null ? null : personOf(ref);
  const value = data === null ? null : fieldOf<Kind>(data, field);
  return value === null || value === undefined ? '' : String(value);
}
