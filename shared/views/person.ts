import type { PersonRef } from '../facts/facts.ts';

/** Reads a record of the people file; null when it is erased, damaged or missing. */
export type PersonOf = (ref: PersonRef) => Readonly<Record<string, string | number | null>> | null;

/** One text of a record; empty when the record is gone. */
export function textIn(personOf: PersonOf, ref: PersonRef | null, field: string): string {
  const value = ref === null ? null : personOf(ref)?.[field];
  return value === null || value === undefined ? '' : String(value);
}
