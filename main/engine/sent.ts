import { createHmac, randomBytes } from 'node:crypto';
import type { ArgsOf, Message } from '../../shared/contract/contract.ts';
import type { CommandId } from '../../shared/base/ids.ts';
import type { WindowRole } from '../../shared/contract/windows.ts';
import type { Actor, Fact } from '../../shared/facts/facts.ts';
import type { KnownCommand } from '../../shared/state/state.ts';

/** One sending of a window. Its id is bound to all that was sent: with anything else it is another command, and refused. */
export type Sent = {
  readonly id: CommandId;
  /** Of window, message and arguments; it says nothing of them to whoever has not this run's key, and is written nowhere. */
  readonly fingerprint: string;
  /** The visit that the arguments name. Null: none. */
  readonly visit: string | null;
};

/** @returns how a sending is bound, while the program runs. Null for messages that carry no command id */
export function makeBinding() {
  const key = randomBytes(32);
  return <M extends Message>(window: WindowRole, message: M, args: ArgsOf<M>): Sent | null => {
    const { commandId, visit = null } = args as {
      readonly commandId?: string;
      readonly visit?: string;
    };
    if (commandId === undefined) return null;
    // Parsed arguments have their fields in the contract's order, however they were sent.
    const fingerprint = createHmac('sha256', key)
      .update(JSON.stringify([window, message, args]))
      .digest('base64');
    return { id: commandId as CommandId, fingerprint, visit };
  };
}

/**
 * Is it the command that the journal knows under this id? After a restart facts alone tell: who sent it, what its first fact
 * was, and of which visit.
 */
export function isAgain(
  known: KnownCommand,
  actor: Actor,
  { visit }: Sent,
  tells: Fact['type'] | null,
): boolean {
  return (
    known.actor === actor.kind && known.type === tells && (visit === null || known.visit === visit)
  );
}
