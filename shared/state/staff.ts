import type { StaffId } from '../base/ids.ts';
import type { Moment } from '../base/timeline.ts';
import { toldOnly, type FoldTable } from './fold-table.ts';
import type { PinTries, State } from './state.ts';

const noTries: PinTries = { spent: 0, last: null, before: null };

const withTries = (state: State, id: StaffId, change: (tries: PinTries) => PinTries): State => {
  const member = state.staff[id];
  return member === undefined
    ? state
    : { ...state, staff: { ...state.staff, [id]: { ...member, tries: change(member.tries) } } };
};

const spend =
  (when: Moment) =>
  ({ spent, last }: PinTries): PinTries => ({ spent: spent + 1, last: when, before: last });

/** Waits begin anew: between two runs only the wall clock tells the time, and whoever is at the machine can set that. */
export function withWaitsAnew(state: State, when: Moment): State {
  const staff = Object.fromEntries(
    Object.entries(state.staff).map(([id, member]) => {
      const { spent, last, before } = member.tries;
      return [id, { ...member, tries: { spent, last: last && when, before: before && when } }];
    }),
  );
  return { ...state, staff };
}

/** Who works here, and who tried to sign in. */
export const staffFolds: FoldTable<
  | 'staff.added'
  | 'staff.joined'
  | 'sign-in.tried'
  | 'sign-in.unchecked'
  | 'sign-in.accepted'
  | 'sign-in.refused'
  | 'sign-out'
> = {
  'staff.added': (state, { data: { staff: id, role, person } }) => ({
    ...state,
    staff: { ...state.staff, [id]: { id, functions: [role], person, tries: noTries } },
  }),
  'staff.joined': (state, { data: { staff: id, functions, person } }) => ({
    ...state,
    staff: { ...state.staff, [id]: { id, functions, person, tries: noTries } },
  }),
  'sign-in.tried': (state, { data }, when) => withTries(state, data.staff, spend(when)),
  // Journals from before a try was spent first: the refusal is all that they tell of it.
  'sign-in.refused': (state, { data }, when) => withTries(state, data.staff, spend(when)),
  'sign-in.unchecked': (state, { data }) =>
    withTries(state, data.staff, ({ spent, before }) => ({
      spent: Math.max(0, spent - 1),
      last: before,
      before,
    })),
  'sign-in.accepted': (state, { data }) => withTries(state, data.staff, () => noTries),
  'sign-out': toldOnly,
};
