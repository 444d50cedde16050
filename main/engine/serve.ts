import {
  contract,
  resultSchemaOf,
  type AnswerOf,
  type ArgsOf,
  type Message,
} from '../../shared/contract/contract.ts';
import { messagesOf, type WindowRole } from '../../shared/contract/message-names.ts';
import { refused, type Result } from '../../shared/base/result.ts';

/** What answers each message of the contract. Arguments are parsed and the window is known to be the right one. */
export type Handlers = {
  readonly [M in Message]: (args: ArgsOf<M>) => Promise<Result<AnswerOf<M>>>;
};

const isMessage = (message: unknown): message is Message =>
  typeof message === 'string' && Object.hasOwn(contract, message);

/**
 * Serves one call of a window: known message? this window's? well-formed? handled; answer well-formed? Nothing is thrown
 * out of it, whatever comes in: a throw in an Electron handler would freeze the main process behind an error box.
 * @param report is told of bugs: a handler that threw, an answer that is not the contract's
 * @returns `window` is who really sends, as the shell knows it, never what a message claims; null is no window of ours
 */
export function makeServe(handlers: Handlers, report: (error: unknown) => void) {
  return async (
    window: WindowRole | null,
    message: unknown,
    args: unknown,
  ): Promise<Result<unknown>> => {
    try {
      if (!isMessage(message)) return refused('unknown-message');
      if (window === null || !messagesOf[window].includes(message)) return refused('wrong-window');
      const parsed = contract[message].args.safeParse(args);
      if (!parsed.success) return refused('malformed');
      const handle = handlers[message] as (parsed: unknown) => Promise<Result<unknown>>;
      return resultSchemaOf(message).parse(await handle(parsed.data)) as Result<unknown>;
    } catch (error) {
      report(error);
      return refused('out-of-service');
    }
  };
}
export type Serve = ReturnType<typeof makeServe>;
