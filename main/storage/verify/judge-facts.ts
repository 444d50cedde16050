import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { JournalIdentity } from '../../../shared/base/ids.ts';
import { applyIfItFits } from '../../../shared/state/fold.ts';
import { emptyState, type State } from '../../../shared/state/state.ts';
import type { Files } from '../../ports.ts';
import { openCheckpoint } from '../store/checkpoint.ts';
import { placeOf, visitIn, type Finding, type ReadingPoint } from '../journal/findings.ts';
import { decodeFact } from '../journal/journal-format.ts';
import { readJournal } from '../journal/read-journal.ts';
import { makeUnread } from '../journal/unread.ts';

/** What the facts of a journal come to, folded from the first to the last. */
export type FactsFound = {
  /** Lines that are whole in the chain, but no fact that this program knows, or one that does not fit to those before it. */
  readonly findings: readonly Finding[];
  /** Does the checkpoint say what the journal says? True also where there is none that would be used. */
  readonly isCheckpointTrue: boolean;
  /** The last visit, with those that may stand in numbers behind it that have no line. @param reached the last number used up */
  readonly lastOrdinal: (reached: number) => number;
  /** The journal's own name, as its facts tell it; null: they do not. */
  readonly journal: JournalIdentity | null;
};

const plain = (state: State): unknown => JSON.parse(JSON.stringify(state));

/** Reports how far it is after so many lines. */
const everyLines = 5_000;

/**
 * Folds a journal, and holds the checkpoint against it. Takes several times as long as judging the chain.
 * @param until nothing behind this point is read; null: to the end
 * @param progress told how many lines were folded
 */
export async function judgeFacts(
  files: Files,
  dataFolder: string,
  until: ReadingPoint | null,
  progress: (lines: number) => void,
): Promise<FactsFound> {
  const checkpoint = await openCheckpoint(files, dataFolder).read();
  const findings: Finding[] = [];
  let state = emptyState;
  let lines = 0;
  let isCheckpointTrue = true;
  const unread = makeUnread(0);
  await readJournal(files, join(dataFolder, 'journal'), { until }, (line, segment) => {
    const fact = decodeFact(line);
    let isFit = true;
    const name = (): void => {
      isFit = false;
      findings.push({
        kind: 'damaged',
        place: placeOf(segment, line.at),
        visit: visitIn(line.bytes),
      });
    };
    if (fact === null) name();
    else {
      state = applyIfItFits(state, fact, name);
      if (isFit) unread.take(fact);
    }
    if (checkpoint?.point.hash === line.hash)
      isCheckpointTrue = isDeepStrictEqual(plain(state), plain(checkpoint.state));
    lines += 1;
    if (lines % everyLines === 0) progress(lines);
  });
  return {
    findings,
    isCheckpointTrue,
    journal: state.journal,
    lastOrdinal: (reached) => state.lastOrdinal + state.passedOver.count + unread.upTo(reached),
  };
}
