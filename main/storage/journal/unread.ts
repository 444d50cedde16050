import type { StampedFact } from '../../../shared/facts/facts.ts';

/**
 * Counts numbers that have no line which can be read, while a journal is folded. A check-in passes over all before it, and
 * a `damage.found` has told of them: only those behind the last of these are unread still.
 * @param since the number behind which the folding begins
 */
export function makeUnread(since: number) {
  let toldUpTo = since;
  let lines = 0;
  return {
    /** A fact that fits to those before it. */
    take: ({ seq, type }: Pick<StampedFact, 'seq' | 'type'>): void => {
      const isTold = type === 'visit.checked-in' || type === 'damage.found';
      toldUpTo = isTold ? seq : toldUpTo;
      lines = isTold ? 0 : lines + 1;
    },
    /** @param reached the last number used up */
    upTo: (reached: number): number => reached - toldUpTo - lines,
  };
}
