import type { StaffId } from '../base/ids.ts';
import type { Role } from '../base/roles.ts';
import type { Moment } from '../base/timeline.ts';
import type { PersonRef } from '../facts/facts.ts';

/** Tries at a member's PIN since the last one that was right. */
export type PinTries = {
  /** Each is spent before it is checked; one that was cut short stays spent. */
  readonly spent: number;
  /** From when the wait for the next one counts. Null: none is spent, or the last one was given back. */
  readonly last: Moment | null;
  /** `last` as it was before the last try: what holds again if that one is given back. */
  readonly before: Moment | null;
};

export type StaffMember = {
  readonly id: StaffId;
  /** At least one; a person of a small office may hold several (SOP.md, ruling 5). */
  readonly functions: readonly Role[];
  /** Name and PIN hash stand in the people file. */
  readonly person: PersonRef;
  readonly tries: PinTries;
};
export type Staff = Readonly<Record<StaffId, StaffMember>>;
