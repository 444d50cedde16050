import type { FactOf } from '../../../shared/facts/facts.ts';
import { accepted, type Result } from '../../../shared/base/result.ts';
import type { Recorder } from '../../engine/recorder.ts';
import type { Session } from '../../engine/session.ts';

/**
 * Ends the session and puts on record why. The session ends whatever becomes of the record.
 * @param changed tells the console that nobody is signed in any more
 */
export async function signOut(
  recorder: Recorder,
  session: Session,
  reason: FactOf<'sign-out'>['data']['reason'],
  changed: () => void,
): Promise<Result<null>> {
  const staff = session.staff();
  session.end();
  changed();
  if (staff === null) return accepted(null);
  return recorder.run({
    actor: { kind: 'staff', id: staff },
    command: null,
    again: () => null,
    decide: () =>
      accepted({
        facts: [{ type: 'sign-out', visit: null, data: { staff, reason } }],
        people: [],
        answer: null,
      }),
  });
}
