import { useCallback, useRef, useState, type RefObject } from 'react';
import type { Cause } from '../../../shared/base/closed-lists.ts';
import type { Refused } from '../../../shared/base/result.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { asksCause } from '../parts/visit-time.ts';

export type CauseChosen = {
  /** What was chosen for this attempt; null: nothing yet, or nothing is asked. */
  readonly cause: Cause | null;
  readonly choose: (cause: Cause) => void;
  /** The step is over its norm, or the main process has asked for a cause. */
  readonly isAsked: boolean;
  /** The main process refused for want of a cause. */
  readonly isOwed: boolean;
  /** Hand it each refusal: one for want of a cause brings the focus to the choice. */
  readonly wasRefused: (refused: Refused) => void;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** The cause of a norm that is passed: chosen once for each attempt, carried by whatever closes it. */
export function useCause(visit: VisitView): CauseChosen {
  const attempt = `${visit.step} ${visit.attempt}`;
  const [chosen, setChosen] = useState<{
    readonly attempt: string;
    readonly cause: Cause | null;
    readonly isOwed: boolean;
  } | null>(null);
  const isOver = useTicking((since) => asksCause(visit, since));
  const field = useRef<HTMLInputElement>(null);
  const own = chosen?.attempt === attempt ? chosen : null;
  const choose = useCallback(
    (cause: Cause) => setChosen({ attempt, cause, isOwed: false }),
    [attempt],
  );
  const wasRefused = useCallback(
    ({ code }: Refused) => {
      if (code !== 'cause-owed') return;
      setChosen({ attempt, cause: null, isOwed: true });
      // The choice may not be there yet: this refusal brings it.
      requestAnimationFrame(() => field.current?.focus());
    },
    [attempt],
  );
  return {
    cause: own?.cause ?? null,
    choose,
    isAsked: isOver || own !== null,
    isOwed: own?.isOwed ?? false,
    wasRefused,
    field,
  };
}
