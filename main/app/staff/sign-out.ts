import type { FactOf } from '../../../shared/facts/facts.ts';
import { accepted, type Result } from '../../../shared/base/result.ts';
import { decided, note, type Core } from '../../engine/decision.ts';
import type { Session } from '../../engine/session.ts';

/**
 * Ends the session and puts on record why. The session ends whatever becomes of the record.
 * @param changed tells the console that nobody is signed in any more
 */
export async function signOut(
  core: Core,
  session: Session,
  reason: FactOf<'sign-out'>['data']['reason'],
  changed: () => void,
): Promise<Result<null>> {
  const staff = session.staff();
  session.end();
  changed();
  if (staff === null) return accepted(null);
  return note(core, () => decided([{ type: 'sign-out', visit: null, data: { staff, reason } }]), {
    kind: 'staff',
    id: staff,
  });
}
