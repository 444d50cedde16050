import { useCallback, useRef, useState } from 'react';
import type { AnswerOf, ArgsOf } from '../../shared/contract.ts';
import type { ConsoleMessage } from '../../shared/message-names.ts';
import { refused as refusedWith, type Refused, type Result } from '../../shared/result.ts';
import { bridge } from './bridge.ts';

/** Messages that record something: each carries the id of its command. */
export type CommandMessage = Exclude<ConsoleMessage, 'session.sign-out' | 'session.touch' | 'register.search' | 'register.export'>;
export type ArgsWithoutId<M extends CommandMessage> = Omit<ArgsOf<M>, 'commandId'>;

export type Sending<M extends CommandMessage> = {
  readonly busy: boolean;
  readonly refused: Refused | null;
  /** Forgets a refusal, when what it was about has changed. */
  readonly forget: () => void;
  /** Sends; a second tap while one is under way does nothing. */
  readonly send: (args: ArgsWithoutId<M>, accepted?: (answer: AnswerOf<M>) => void, wasRefused?: (refused: Refused) => void) => Promise<void>;
};

/**
 * A command with its state: under way, refused, done. The same submission sent again carries the same command id, so
 * that it cannot happen twice; a changed one is a new command, so that it cannot get the old one's answer.
 */
export const useMessage = <M extends CommandMessage>(message: M): Sending<M> => {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const underWay = useRef(false);
  const last = useRef<{ readonly said: string; readonly commandId: string } | null>(null);
  const forget = useCallback(() => setRefused(null), []);
  const send = useCallback<Sending<M>['send']>(
    async (args, accepted, wasRefused) => {
      if (underWay.current) return;
      underWay.current = true;
      setBusy(true);
      const said = JSON.stringify(args);
      const commandId = last.current?.said === said ? last.current.commandId : crypto.randomUUID();
      last.current = { said, commandId };
      // A channel that breaks says nothing about the record: the same command may be sent again.
      const result: Result<AnswerOf<M>> = await bridge.call(message, { ...args, commandId } as ArgsOf<M>).catch(() => refusedWith('out-of-service'));
      underWay.current = false;
      setBusy(false);
      setRefused(result.ok ? null : result);
      if (result.ok) {
        last.current = null;
        accepted?.(result.value);
      } else {
        wasRefused?.(result);
      }
    },
    [message],
  );
  return { busy, refused, forget, send };
};
