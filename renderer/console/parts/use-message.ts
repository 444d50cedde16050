import { useCallback, useRef } from 'react';
import type {
  AnswerOf,
  ArgsOf,
  CommandMessage as WithCommandId,
  ConsoleMessage,
} from '../../../shared/contract/contract.ts';
import type { Refused } from '../../../shared/base/result.ts';
import { useCommand, type Command } from '../../ui/use-command.ts';
import { bridge } from './bridge.ts';

/** Messages that record something: each carries the id of its command. */
export type CommandMessage = WithCommandId & ConsoleMessage;
export type ArgsWithoutId<M extends CommandMessage> = Omit<ArgsOf<M>, 'commandId'>;

export type Sending<M extends CommandMessage> = Omit<Command, 'send'> & {
  readonly send: (
    args: ArgsWithoutId<M>,
    accepted?: (answer: AnswerOf<M>) => void,
    wasRefused?: (refused: Refused) => void,
  ) => Promise<void>;
};

/**
 * A message of the console as a command. The same submission sent again carries the same command id, so that it cannot
 * happen twice; a changed one is a new command, so that it cannot get the old one's answer.
 */
export function useMessage<M extends CommandMessage>(message: M): Sending<M> {
  const { busy, refused, forget, send: sendCommand } = useCommand();
  const last = useRef<string | null>(null);
  const send = useCallback<Sending<M>['send']>(
    (args, accepted, wasRefused) => {
      const said = JSON.stringify(args);
      if (said !== last.current) forget();
      last.current = said;
      return sendCommand<AnswerOf<M>>(
        (commandId) => bridge.call(message, { ...args, commandId } as ArgsOf<M>),
        accepted,
        wasRefused,
      );
    },
    [message, forget, sendCommand],
  );
  return { busy, refused, forget, send };
}
