import { join } from 'node:path';
import { personRefsIn } from '../../../shared/facts/facts.ts';
import type { Files } from '../../ports.ts';
import { decodeFact } from '../journal/journal-format.ts';
import { placeOf, type Finding, type Head, type ReadingPoint } from '../journal/findings.ts';
import { readJournal } from '../journal/read-journal.ts';
import { makePeopleCheck, type PeopleFound } from './verify-people.ts';

/** A line that the journal is known to have had: its number, and the beginning of its hash. */
export type Proof = { readonly seq: number; readonly hash: string };

/** A run of segments to be verified for itself. */
export type Part = {
  readonly segments: readonly number[];
  readonly until: ReadingPoint | null;
  readonly proofs: readonly Proof[];
  /** The highest sequence number that the checkpoint knows flushed. */
  readonly durable: number;
};

/** What a part's journal and people files tell. */
export type PartFound = {
  readonly lines: number;
  readonly findings: readonly Finding[];
  readonly head: Head;
  /** The number that a line behind it gets. */
  readonly due: number;
  /** Its last line that counts; null when there is none. */
  readonly last: { readonly segment: number; readonly line: number } | null;
  readonly people: PeopleFound;
};

/** The chain needs no fact to be read; only those that refer to persons, or erase them, are. */
const isAboutPersons = (bytes: Buffer): boolean =>
  bytes.includes(commitmentKey) ||
  bytes.toString('latin1', 0, 200).includes('"type":"erasure.decided"');
const commitmentKey = Buffer.from('"commitment":');

/**
 * Reads and judges every line of a part, and the records that its facts refer to.
 * @param progress told how many more lines there are than the last time
 */
export async function verifyPart(
  files: Files,
  dataFolder: string,
  { segments, until, proofs, durable }: Part,
  progress: (lines: number) => void,
): Promise<PartFound> {
  const people = makePeopleCheck(files, join(dataFolder, 'people'));
  const strange: Finding[] = [];
  let lines = 0;
  let told = 0;
  const { findings, head, due, end } = await readJournal(
    files,
    join(dataFolder, 'journal'),
    { until, durable, only: new Set(segments) },
    (line, segment) => {
      lines += 1;
      for (const { seq, hash } of proofs)
        if (seq === line.seq && !line.hash.startsWith(hash))
          strange.push({ kind: 'forked', place: placeOf(segment, line.at), visit: null });
      if (!isAboutPersons(line.bytes)) return;
      const fact = decodeFact(line);
      const place = placeOf(segment, line.at);
      // One that is no fact is named by who reads them all.
      if (fact?.type === 'erasure.decided') people.erases(fact.data.records);
      else
        for (const ref of personRefsIn(fact?.data))
          people.refersTo(ref, place, fact?.visit ?? null);
    },
    async () => {
      await people.check();
      progress(lines - told);
      told = lines;
    },
  );
  return {
    lines,
    head,
    due,
    last: end,
    people: people.found(),
    findings: [...findings, ...strange],
  };
}
