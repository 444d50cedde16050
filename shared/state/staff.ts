import type { StaffId } from '../base/ids.ts';
import type { Role } from '../base/roles.ts';
import type { Moment } from '../base/timeline.ts';
import type { PersonRef, StampedFact } from '../facts/facts.ts';

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

const noTries: PinTries = { spent: 0, last: null, before: null };

const withTries = (staff: Staff, id: StaffId, change: (tries: PinTries) => PinTries): Staff => {
  const member = staff[id];
  return member ? { ...staff, [id]: { ...member, tries: change(member.tries) } } : staff;
};

/** Waits begin anew: between two runs only the wall clock tells the time, and whoever is at the machine can set that. */
const withWaitsAnew = (staff: Staff, when: Moment): Staff =>
  Object.fromEntries(
    Object.entries(staff).map(([id, member]) => {
      const { spent, last, before } = member.tries;
      const tries = { spent, last: last && when, before: before && when };
      return [id, { ...member, tries }];
    }),
  );

/**
 * Who works here, after a fact.
 * @param when the fact's place on the timeline
 */
export function applyToStaff(staff: Staff, fact: StampedFact, when: Moment): Staff {
  const spend = ({ spent, last }: PinTries): PinTries => ({
    spent: spent + 1,
    last: when,
    before: last,
  });
  switch (fact.type) {
    case 'run.began':
      return fact.data.reason === 'recovered' ? staff : withWaitsAnew(staff, when);
    case 'staff.added': {
      const { staff: id, role, person } = fact.data;
      return { ...staff, [id]: { id, functions: [role], person, tries: noTries } };
    }
    case 'staff.joined': {
      const { staff: id, functions, person } = fact.data;
      return { ...staff, [id]: { id, functions, person, tries: noTries } };
    }
    case 'sign-in.tried':
    // Journals from before a try was spent first: the refusal is all that they tell of it.
    case 'sign-in.refused':
      return withTries(staff, fact.data.staff, spend);
    case 'sign-in.unchecked':
      return withTries(staff, fact.data.staff, ({ spent, before }) => ({
        spent: Math.max(0, spent - 1),
        last: before,
        before,
      }));
    case 'sign-in.accepted':
      return withTries(staff, fact.data.staff, () => noTries);
    default:
      return staff;
  }
}
