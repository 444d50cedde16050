import type { ConsoleMessage } from './message-names.ts';
import type { Role } from '../base/roles.ts';
import type { StepRow } from '../sop/definition.ts';

const desk: readonly Role[] = ['desk', 'coordinator'];
const assisting: readonly Role[] = ['desk', 'trainer', 'coordinator'];
const coordinator: readonly Role[] = ['coordinator'];
const keepers: readonly Role[] = ['coordinator', 'administrator'];
const everyone: readonly Role[] = ['desk', 'trainer', 'coordinator', 'administrator'];

/** Messages that are sent before anybody is signed in. */
export type OpenMessage = 'office.set-up' | 'staff.sign-in' | 'staff.sign-out' | 'staff.touch';

/** Who may send what: the one place where a role is judged. `visit.answer` is judged further by the step (`mayClose`). */
const allowed: Readonly<Record<Exclude<ConsoleMessage, OpenMessage>, readonly Role[]>> = {
  'office.change-settings': keepers,
  'staff.add': keepers,
  'queue.call': desk,
  'queue.begin': desk,
  'queue.no-show': desk,
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
  'office.answer-clock': everyone,
  'reports.search-register': everyone,
  'reports.export-register': everyone,
  'records.choose-folder': keepers,
  'records.arrange-backup': keepers,
  'records.make-backup': keepers,
  'records.list-erasures': keepers,
  'records.read-erasure': keepers,
};

/** May somebody of this role send this message? */
export function maySend(role: Role, message: Exclude<ConsoleMessage, OpenMessage>): boolean {
  return allowed[message].includes(role);
}

/** May somebody of this role close this step? (SOP, column Pelaksana) */
export function mayClose(role: Role, row: StepRow): boolean {
  return row.closedBy.includes(role);
}
