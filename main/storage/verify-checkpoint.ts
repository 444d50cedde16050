import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { applyIfItFits } from '../../shared/procedure/fold.ts';
import { emptyState, type State } from '../../shared/procedure/state.ts';
import type { Files } from '../ports.ts';
import { openCheckpoint } from './checkpoint.ts';
import { readFacts } from './read-journal.ts';

const plain = (state: State): unknown => JSON.parse(JSON.stringify(state));

/**
 * Does the checkpoint say what the journal says? Folds every fact up to its point, so it takes as long as a journal is: the
 * program does it beside its main thread, after all else.
 * @returns true also where there is no checkpoint that would be used
 */
export const isCheckpointTrue = async (files: Files, dataFolder: string): Promise<boolean> => {
  const known = await openCheckpoint(files, dataFolder).read();
  if (known === null) return true;
  const { point } = known;
  let state = emptyState;
  await readFacts(files, join(dataFolder, 'journal'), { until: point }, (fact) => {
    state = applyIfItFits(state, fact, () => undefined);
  });
  return isDeepStrictEqual(plain(state), plain(known.state));
};
