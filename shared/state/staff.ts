import type { StaffId } from '../base/ids.ts';
import { toldOnly, type FoldTable } from './fold-table.ts';
import type { State, StaffMember } from './state.ts';

const withStaff = (state: State, id: StaffId, change: Partial<StaffMember>): State => {
  const member = state.staff[id];
  return member ? { ...state, staff: { ...state.staff, [id]: { ...member, ...change } } } : state;
};

/** Who works here, and who tried to sign in. */
export const staffFolds: FoldTable<
  'staff.added' | 'sign-in.accepted' | 'sign-in.refused' | 'sign-out'
> = {
  'staff.added': (state, { data: { staff: id, role, person } }) => ({
    ...state,
    staff: { ...state.staff, [id]: { id, role, person, refusedInRow: 0, lastRefused: null } },
  }),
  'sign-in.accepted': (state, { data }) =>
    withStaff(state, data.staff, { refusedInRow: 0, lastRefused: null }),
  'sign-in.refused': (state, { data }, when) =>
    withStaff(state, data.staff, {
      refusedInRow: (state.staff[data.staff]?.refusedInRow ?? 0) + 1,
      lastRefused: when,
    }),
  'sign-out': toldOnly,
};
