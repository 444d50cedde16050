import { holdsAny } from '../../shared/base/roles.ts';
import { contract, resultSchemaOf, type Message } from '../../shared/contract/contract.ts';
import type { MessageContract } from '../../shared/contract/message.ts';
import type { WindowRole } from '../../shared/contract/windows.ts';
import type { Actor } from '../../shared/facts/facts.ts';
import { accepted, refused, type Result } from '../../shared/base/result.ts';
import type { Clock } from '../ports.ts';
import type { Core } from './decision.ts';
import type { Handler, Handlers } from './handlers.ts';
import { makeBinding } from './sent.ts';
import type { Session } from './session.ts';

export type ServeParts = {
  readonly handlers: Handlers;
  readonly core: Pick<Core, 'recorder'>;
  readonly session: Session;
  readonly clock: Clock;
  /** Told of bugs: a handler that threw, an answer that is not the contract's. */
  readonly report: (error: unknown) => void;
};

const isMessage = (message: unknown): message is Message =>
  typeof message === 'string' && Object.hasOwn(contract, message);

/**
 * Serves one call of a window: known message? this window's? well-formed? from somebody who may? handled; answer well-formed?
 * Nothing is thrown out of it, whatever comes in: a throw in an Electron handler would freeze the main process behind an
 * error box.
 * @returns `window` is who really sends, as the shell knows it, never what a message claims; null is no window of ours
 */
export function makeServe({ handlers, core, session, clock, report }: ServeParts) {
  const bind = makeBinding();

  /** Who sends it, if that one may. */
  const actorOf = (window: WindowRole, message: Message): Result<Actor> => {
    const { may }: MessageContract = contract[message];
    if (may === 'anybody') return accepted({ kind: window === 'kiosk' ? 'kiosk' : 'system' });
    const id = session.staff();
    const member = id === null ? undefined : core.recorder.state().staff[id];
    if (member === undefined) return refused('not-signed-in');
    session.touch(clock.now().mono);
    return holdsAny(member.functions, may)
      ? accepted({ kind: 'staff', id: member.id })
      : refused('not-your-role');
  };

  return async (
    window: WindowRole | null,
    message: unknown,
    args: unknown,
  ): Promise<Result<unknown>> => {
    try {
      if (!isMessage(message)) return refused('unknown-message');
      if (window === null || contract[message].window !== window) return refused('wrong-window');
      const parsed = contract[message].args.safeParse(args);
      if (!parsed.success) return refused('malformed');
      const actor = actorOf(window, message);
      if (!actor.ok) return actor;
      const handle = handlers[message] as Handler<Message>;
      const caller = { actor: actor.value, sent: bind(window, message, parsed.data) };
      return resultSchemaOf(message).parse(await handle(parsed.data, caller)) as Result<unknown>;
    } catch (error) {
      report(error);
      return refused('out-of-service');
    }
  };
}
export type Serve = ReturnType<typeof makeServe>;
