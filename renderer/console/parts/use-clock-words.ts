import { useMemo } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { formatClock, formatStay } from '../../../shared/text/format.ts';
import type { ClockWords } from '../../ui/clock-words.ts';
import { useLanguage } from './language.ts';

/** What clocks say, in the reader's language. */
export function useClockWords(): ClockWords {
  const { language } = useLanguage();
  return useMemo(() => {
    const { clock } = consoleText[language];
    const limit = (ms: number): string => formatStay(ms, language);
    return {
      limit,
      state: (state, elapsed, limitMs) =>
        state === 'calm'
          ? ''
          : state === 'near'
            ? clock.left(formatClock(limitMs - elapsed))
            : clock.over(formatClock(elapsed - limitMs)),
      limitNamed: (limitMs, kind) =>
        limitMs === null
          ? clock.noNorm
          : kind === 'target'
            ? clock.target(limit(limitMs))
            : clock.norm(limit(limitMs)),
    };
  }, [language]);
}
