import type { BranchId, JournalId, JournalIdentity } from '../../../shared/base/ids.ts';
import type { StampedFact } from '../../../shared/facts/facts.ts';
import { genesis } from '../../../main/storage/journal/hashed-line.ts';
import {
  decodeFact,
  encodeFact,
  encodeHeader,
  segmentName,
  type SegmentHeader,
} from '../../../main/storage/journal/journal-format.ts';
import { readJournal, type ReadingRange } from '../../../main/storage/journal/read-journal.ts';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';

export const identity: JournalIdentity = {
  id: '1'.repeat(32) as JournalId,
  branch: 'b'.repeat(32) as BranchId,
};
export const code = '7K3M-9QXA';
export function fact(seq: number, more = 0, mono = seq): StampedFact {
  return {
    type: 'visit.called',
    visit: code,
    data: {},
    seq,
    at: 1_795_413_480_000 + seq,
    run: 'run-1',
    mono,
    actor: { kind: 'system' },
    command: null,
    more,
  } as unknown as StampedFact;
}

export type Written = {
  readonly header: string;
  readonly lines: readonly string[];
  readonly hashes: readonly string[];
};
/** Writes a segment's lines, chained to a hash. `durable` as the writer knew it. */
export function write(
  segment: number,
  first: number,
  prev: string,
  facts: readonly { readonly fact: StampedFact; readonly durable: number }[],
  given: Partial<Omit<SegmentHeader, keyof JournalIdentity> & JournalIdentity> = {},
): Written {
  const { line } = encodeHeader({
    ...identity,
    segment,
    month: '2026-11',
    reason: 'first',
    firstSeq: first,
    through: first - 1,
    prev,
    ...given,
  });
  const lines: string[] = [];
  const hashes: string[] = [];
  let last = prev;
  for (const { fact: each, durable } of facts) {
    const encoded = encodeFact(each, durable, last);
    lines.push(encoded.line);
    hashes.push(encoded.hash);
    last = encoded.hash;
  }
  return { header: line, lines, hashes };
}
export function oneByOne(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    fact: fact(from + at),
    durable: from + at - 1,
  }));
}
export const four = write(1, 1, genesis, oneByOne(1, 4));

export async function withFiles(segments: Readonly<Record<number, string | Buffer>>) {
  const files = makeMemoryFiles();
  for (const [number, content] of Object.entries(segments))
    await (await files.create(`/j/${segmentName(Number(number))}`)).write(Buffer.from(content));
  return files;
}
/** Reads segments and tells what counts, in short. */
export async function read(
  segments: Readonly<Record<number, string | Buffer>>,
  range: ReadingRange = {},
) {
  const seqs: number[] = [];
  const monos: number[] = [];
  const reading = await readJournal(await withFiles(segments), '/j', range, (line) => {
    seqs.push(line.seq);
    monos.push(decodeFact(line)?.mono ?? -1);
  });
  const { taken: _, from: __, ...told } = reading;
  return {
    ...told,
    seqs,
    monos,
    findings: reading.findings.map(
      ({ kind, place, visit }) => `${kind} ${place}${visit === null ? '' : ` ${visit}`}`,
    ),
  };
}
export function text(
  { header, lines }: Written,
  order: readonly number[] = lines.map((_, at) => at),
): string {
  return header + order.map((at) => lines[at]).join('');
}
export function flip(line: string, find: string, put: string): string {
  return line.replace(find, put);
}
