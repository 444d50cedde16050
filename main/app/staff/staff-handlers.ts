import type { StaffId } from '../../../shared/base/ids.ts';
import { accepted, refused } from '../../../shared/base/result.ts';
import type { Clock } from '../../ports.ts';
import { record, type Core } from '../../engine/decision.ts';
import type { HandlersOf } from '../../engine/handlers.ts';
import type { Session } from '../../engine/session.ts';
import { signOut } from './sign-out.ts';
import type { PinTurn } from './pin-turn.ts';
import { signIn } from './sign-in.ts';
import { decideAddStaff, hashMembers } from './staff.ts';

export type StaffParts = {
  readonly core: Core;
  readonly session: Session;
  /** One PIN is hashed or checked at a time. */
  readonly pinTurn: PinTurn;
  readonly clock: Clock;
  /** Somebody signed in or out: the console shows something else. */
  readonly sessionChanged: () => void;
};

export function makeStaffHandlers({
  core,
  session,
  pinTurn,
  clock,
  sessionChanged,
}: StaffParts): HandlersOf<'staff'> {
  return {
    'staff.add': async (args, caller) => {
      const members = await hashMembers(core, pinTurn, [args.member]);
      if (!members.ok) return members;
      const [member] = members.value;
      if (member === undefined) return refused('malformed');
      return record(core, {
        ...caller,
        tells: 'staff.joined',
        again: () => null,
        decide: (context) => decideAddStaff({ member }, context),
      });
    },
    'staff.sign-in': async ({ staff, pin }, { sent }) => {
      const signedIn = await signIn(core, pinTurn, staff as StaffId, pin, sent);
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
