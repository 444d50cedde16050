import type { ConsoleMessage } from './message-names.ts';
import { holdsAny, type Role } from '../base/roles.ts';
import type { StepRow } from '../sop/definition.ts';

const desk: readonly Role[] = ['desk', 'coordinator'];
const assisting: readonly Role[] = ['desk', 'trainer', 'coordinator'];
const coordinator: readonly Role[] = ['coordinator'];
const keepers: readonly Role[] = ['coordinator', 'administrator'];
const everyone: readonly Role[] = ['desk', 'trainer', 'coordinator', 'administrator'];

/** Messages that are sent before anybody is signed in. */
export type OpenMessage =
  'office.set-up' | 'session.sign-in' | 'session.sign-out' | 'session.touch';

/** Who may send what: the one place where a person's functions are judged. `visit.answer` is judged further by the step (`mayClose`). */
const allowed: Readonly<Record<Exclude<ConsoleMessage, OpenMessage>, readonly Role[]>> = {
  'office.settings': keepers,
  'staff.add': keepers,
  'visit.call': desk,
  'visit.begin': desk,
  'visit.no-show': desk,
  'visit.answer': assisting,
  'visit.call-trainer': assisting,
  'visit.tick-credentials': desk,
  'visit.note': assisting,
  'visit.undo': assisting,
  'visit.override': assisting,
  'visit.close': assisting,
  'visit.link': assisting,
  'deviation.note': assisting,
  'deviation.accept': coordinator,
  'deviation.return': coordinator,
  'escalation.send': assisting,
  'escalation.confirm': assisting,
  'escalation.answer': assisting,
  'escalation.contact': assisting,
  'escalation.close': assisting,
  'clock.answer': everyone,
  'register.search': everyone,
  'register.export': everyone,
  'backup.choose-folder': keepers,
  'backup.arrange': keepers,
  'backup.make': keepers,
  'erasure.list': keepers,
  'erasure.read': keepers,
};

/** May somebody who holds these functions send this message? */
export function maySend(
  functions: readonly Role[],
  message: Exclude<ConsoleMessage, OpenMessage>,
): boolean {
  return holdsAny(functions, allowed[message]);
}

/** May somebody who holds these functions close this step? (SOP, column Pelaksana) */
export function mayClose(functions: readonly Role[], row: StepRow): boolean {
  return holdsAny(functions, row.closedBy);
}
