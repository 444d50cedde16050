import type { Files } from '../../ports.ts';
import { keepLast, keptBytes } from '../files/durable-write.ts';
import { readEntries, type JournalLine, type NumberRange } from './journal-format.ts';
import { readBytes } from '../files/read-bytes.ts';

/** An acknowledged line as it stands in its segment, with its newline. */
export type KeptLine = {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly prev: string;
  readonly hash: string;
};

const newline = Buffer.from('\n');
const keptLineOf = ({ seq, bytes, prev, hash }: JournalLine): KeptLine => ({
  seq,
  bytes: Buffer.concat([bytes, newline]),
  prev,
  hash,
});

/** A header names no more gaps than this, so that it stays short: a tail begins behind the others. */
const mostLost = 64;

const gapsIn = (lines: readonly KeptLine[], through: number): readonly NumberRange[] => {
  const numbers = [...lines.map(({ seq }) => seq), through + 1];
  return numbers.slice(1).flatMap((next, at): NumberRange[] => {
    const from = (numbers[at] as number) + 1;
    return from < next ? [[from, next - 1]] : [];
  });
};

/** As many of the last lines as have no more gaps between them than a header can name. */
const withFewGaps = (lines: readonly KeptLine[]): readonly KeptLine[] => {
  const begins = lines.flatMap(({ seq }, at) =>
    at > 0 && seq !== (lines[at - 1] as KeptLine).seq + 1 ? [at] : [],
  );
  return begins.length < mostLost ? lines : lines.slice(begins.at(-mostLost));
};

/** Keeps the last of many lines, as many as fill `keptBytes`. */
const makeLast = <T extends { readonly bytes: Uint8Array }>() => {
  let kept: T[] = [];
  let trimAt = 1_000;
  const lines = (): readonly T[] => {
    kept = keepLast(kept, ({ bytes }) => bytes.length);
    trimAt = Math.max(1_000, 2 * kept.length);
    return kept;
  };
  return {
    /** @param more lines behind those that are there */
    add: (more: readonly T[]): void => {
      kept.push(...more);
      // Trimmed now and then, so that an append does not count all the lines before it.
      if (kept.length > trimAt) lines();
    },
    lines,
  };
};

/**
 * The journal's last acknowledged lines, as many as fill `keptBytes`: they are written again where the file in which they
 * stand is not trusted any more. Numbers of damaged lines are gaps between them.
 */
export function makeTail() {
  const { add, lines } = makeLast<KeptLine>();
  const tail = (): readonly KeptLine[] => withFewGaps(lines());
  return {
    add,
    lines: tail,
    /** Numbers without a line, from the first line kept on. @param through the highest number used up */
    gaps: (through: number): [number, number][] =>
      gapsIn(tail(), through).map(([from, to]) => [from, to]),
  };
}

/** A line that counted, and the segment in which it stands. */
export type TakenLine = {
  readonly line: JournalLine;
  readonly segment: number;
  readonly bytes: Uint8Array;
};

/** Remembers the last lines that counted while a journal is read. */
export function makeTaken() {
  const { add, lines } = makeLast<TakenLine>();
  return {
    add: (line: JournalLine, segment: number): void => add([{ line, segment, bytes: line.bytes }]),
    lines,
  };
}

/** The lines at the end of a segment, before a byte that is known to be behind a line with this number. */
const linesBefore = async (
  files: Files,
  path: string,
  end: number,
  head: number,
): Promise<readonly KeptLine[]> => {
  const bytes = await readBytes(files, path, Math.max(0, end - keptBytes), end);
  // Reading begins in the middle of a line, or at the header: neither is a fact's line.
  const whole = bytes.subarray(bytes.indexOf(10) + 1);
  const lines = new Map<number, KeptLine>();
  for (const entry of readEntries(whole, 0, 1)) {
    // Of two lines with one number the first counts.
    if (entry.kind === 'line' && entry.seq <= head && !lines.has(entry.seq))
      lines.set(entry.seq, keptLineOf(entry));
  }
  return [...lines.values()].sort((a, b) => a.seq - b.seq);
};

/**
 * The lines to be written again behind a reading: those of the last segment, since only of a file that was written to may
 * anything stand in memory alone; and any that count between them.
 * @param taken the last lines that counted, in order
 * @param from where the reading began, in which segment's file
 */
export async function tailOf(
  files: Files,
  taken: readonly TakenLine[],
  from: {
    readonly path: string;
    readonly segment: number;
    readonly offset: number;
    readonly seq: number;
  } | null,
): Promise<readonly KeptLine[]> {
  const last = taken.at(-1)?.segment ?? from?.segment ?? 0;
  const first = taken.find(({ segment }) => segment === last)?.line.seq ?? Infinity;
  const own = taken.filter(({ line }) => line.seq >= first).map(({ line }) => keptLineOf(line));
  return from?.segment === last
    ? [...(await linesBefore(files, from.path, from.offset, from.seq)), ...own]
    : own;
}
