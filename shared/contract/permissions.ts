import { holdsAny, type Role } from '../base/roles.ts';
import type { Step } from '../sop/definition.ts';
import type { Message, StaffMessage } from './contract.ts';
import { senders } from './senders.ts';
import type { WindowRole } from './windows.ts';

/** The messages that a window may send. */
export function messagesOf(window: WindowRole): readonly Message[] {
  return (Object.keys(senders) as Message[]).filter(
    (message) => senders[message].window === window,
  );
}

/** May somebody who holds these functions send this message? The contract says; `visit.answer` is judged further by the step (`mayClose`). */
export function maySend(functions: readonly Role[], message: StaffMessage): boolean {
  const { may } = senders[message];
  return may === 'anybody' || holdsAny(functions, may);
}

/** May somebody who holds these functions close this step? (SOP, column Pelaksana) */
export function mayClose(functions: readonly Role[], row: Pick<Step, 'closedBy'>): boolean {
  return holdsAny(functions, row.closedBy);
}
