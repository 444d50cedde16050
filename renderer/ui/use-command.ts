import { useCallback, useRef, useState } from 'react';
import type { Refused, Result } from '../../shared/result.ts';

export type Command = {
  readonly busy: boolean;
  readonly refused: Refused | null;
  /** Forgets a refusal, when what it was about has changed. */
  readonly forget: () => void;
  /** Sends; while one is under way a second tap does nothing. The command id stays the same until one is accepted. */
  readonly send: <Answer>(call: (commandId: string) => Promise<Result<Answer>>, accepted?: (answer: Answer) => void) => Promise<void>;
};

/** A command with its state: under way, refused, done. Sending again after a refusal repeats the same command id. */
export const useCommand = (): Command => {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const underWay = useRef(false);
  const commandId = useRef<string | null>(null);
  const forget = useCallback(() => setRefused(null), []);
  const send = useCallback<Command['send']>(async (call, accepted) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    commandId.current ??= crypto.randomUUID();
    const result = await call(commandId.current);
    underWay.current = false;
    setBusy(false);
    if (!result.ok) return setRefused(result);
    commandId.current = null;
    setRefused(null);
    accepted?.(result.value);
  }, []);
  return { busy, refused, forget, send };
};
