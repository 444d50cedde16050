import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsVersion } from '../../shared/facts/facts.ts';
import { foldVersion } from '../../shared/state/fold.ts';
import { journalFormat } from '../../main/storage/journal/journal-format.ts';

/** Where ten busy years are kept between benchmarks; made anew when a format changes. */
export function yearsFolder(visits: number, seed: number): string {
  return join(
    tmpdir(),
    `pendamping-years-${visits}-${seed}-${journalFormat}.${factsVersion}.${foldVersion}`,
  );
}
