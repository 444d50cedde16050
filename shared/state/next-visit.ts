import type { VisitCode } from '../base/ids.ts';
import { isIssued, visitCodeOf } from '../base/visit-code.ts';
import type { State } from './state.ts';

/**
 * The place and code of the next visit: behind all that were checked in or may be lost, by the journal's own order of codes.
 * A code of that order that was issued before the journal had its name is passed over.
 */
export function nextVisit({
  journal,
  lastOrdinal,
  passedOver,
}: Pick<State, 'journal' | 'lastOrdinal' | 'passedOver'>): {
  readonly ordinal: number;
  readonly code: VisitCode;
} {
  const key = journal?.id ?? null;
  const reached = lastOrdinal + passedOver.count;
  let ordinal = reached + 1;
  while (isIssued(visitCodeOf(ordinal, key), key, reached)) ordinal += 1;
  return { ordinal, code: visitCodeOf(ordinal, key) };
}
