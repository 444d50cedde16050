import { join } from 'node:path';
import type { StampedFact } from '../shared/facts/facts.ts';
import type { Files } from '../main/ports.ts';
import { readFacts as readLines } from '../main/storage/journal/read-journal.ts';

/** Every fact that counts in a data folder, in order. */
export async function readFacts(files: Files, dataFolder: string): Promise<readonly StampedFact[]> {
  const facts: StampedFact[] = [];
  await readLines(files, join(dataFolder, 'journal'), {}, (fact) => void facts.push(fact));
  return facts;
}
