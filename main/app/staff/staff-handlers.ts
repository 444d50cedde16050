import type { StaffId } from '../../../shared/base/ids.ts';
import { accepted, refused } from '../../../shared/base/result.ts';
import type { Clock, Pins } from '../../ports.ts';
import { record, type Core } from '../../engine/decision.ts';
import type { HandlersOf } from '../../engine/handlers.ts';
import type { Session } from '../../engine/session.ts';
import { signOut } from './sign-out.ts';
import { decideAddStaff, hashMembers, signIn } from './staff.ts';

export type StaffParts = {
  readonly core: Core;
  readonly session: Session;
  readonly pins: Pins;
  readonly clock: Clock;
  /** Somebody signed in or out: the console shows something else. */
  readonly sessionChanged: () => void;
};

export function makeStaffHandlers({
  core,
  session,
  pins,
  clock,
  sessionChanged,
}: StaffParts): HandlersOf<'staff'> {
  return {
    'staff.add': async (args, caller) => {
      const members = await hashMembers(core, pins, [args.member]);
      if (!members.ok) return members;
      const [member] = members.value;
      if (member === undefined) return refused('malformed');
      return record(core, {
        ...caller,
        tells: 'staff.added',
        again: () => null,
        decide: (context) => decideAddStaff({ member }, context),
      });
    },
    'staff.sign-in': async ({ staff, pin }, { sent }) => {
      const signedIn = await signIn(core, pins, staff as StaffId, pin, sent);
      if (!signedIn.ok) return signedIn;
      session.begin(signedIn.value, clock.now().mono);
      sessionChanged();
      return accepted(null);
    },
    'staff.sign-out': () => signOut(core, session, 'asked', sessionChanged),
    'staff.touch': async () => {
      session.touch(clock.now().mono);
      return accepted(null);
    },
  };
}
