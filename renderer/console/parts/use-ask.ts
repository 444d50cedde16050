import { useRef, useState } from 'react';
import type {
  AnswerOf,
  ArgsOf,
  CommandMessage,
  ConsoleMessage,
} from '../../../shared/contract/contract.ts';
import { refused as refusedWith, type Refused, type Result } from '../../../shared/base/result.ts';
import { bridge } from './bridge.ts';

/** Messages that carry no command id: done again they do no harm. */
export type AskMessage = Exclude<ConsoleMessage, CommandMessage>;

/** Asks something of the program that may take a while, one at a time. */
export function useAsk<M extends AskMessage>(message: M) {
  const [state, setState] = useState<{ readonly busy: boolean; readonly refused: Refused | null }>({
    busy: false,
    refused: null,
  });
  const underWay = useRef(false);
  const ask = (args: ArgsOf<M>, accepted: (answer: AnswerOf<M>) => void): void => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ busy: true, refused: null });
    const asked: Promise<Result<AnswerOf<M>>> = bridge.call(message, args);
    void asked
      .catch(() => refusedWith('out-of-service'))
      .then((result) => {
        underWay.current = false;
        setState({ busy: false, refused: result.ok ? null : result });
        if (result.ok) accepted(result.value);
      });
  };
  /** What was refused is being put right. */
  const forget = (): void => setState(({ busy }) => ({ busy, refused: null }));
  return { ...state, ask, forget };
}
