import { useCallback, useRef, useState } from 'react';
import { refused as refusedWith, type Refused, type Result } from '../../shared/base/result.ts';

export type Command = {
  readonly busy: boolean;
  readonly refused: Refused | null;
  /** Forgets a refusal, when what it was about has changed: what is sent next is another command. */
  readonly forget: () => void;
  /** Sends; while one is under way a second tap does nothing. The id stays the same until one is accepted. */
  readonly send: <Answer>(
    call: (commandId: string) => Promise<Result<Answer>>,
    accepted?: (answer: Answer) => void,
    refused?: (why: Refused) => void,
  ) => Promise<void>;
};

/** A command with its state: under way, refused, done. Sending again after a refusal repeats the same command id. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const underWay = useRef(false);
  const commandId = useRef<string | null>(null);
  const forget = useCallback(() => {
    commandId.current = null;
    setRefused(null);
  }, []);
  const send = useCallback<Command['send']>(async (call, whenAccepted, whenRefused) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setRefused(null);
    commandId.current ??= crypto.randomUUID();
    // A call that breaks is a refusal too: the button must not stay busy for ever.
    const result = await call(commandId.current).catch((): Refused =>
      refusedWith('out-of-service'),
    );
    underWay.current = false;
    setBusy(false);
    if (!result.ok) {
      // The id is another command's: what is sent next is one of its own.
      if (result.code === 'command-reused') commandId.current = null;
      setRefused(result);
      whenRefused?.(result);
      return;
    }
    commandId.current = null;
    setRefused(null);
    whenAccepted?.(result.value);
  }, []);
  return { busy, refused, forget, send };
}
