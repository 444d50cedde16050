import type { Files } from '../ports.ts';
import { keepLast, keptBytes } from './durable-write.ts';
import { readEntries, type NumberRange } from './journal-format.ts';
import { readBytes } from './read-bytes.ts';

/** An acknowledged line as it stands in its segment. */
export type KeptLine = { readonly seq: number; readonly line: string; readonly prev: string; readonly hash: string };

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
  const begins = lines.flatMap(({ seq }, at) => (at > 0 && seq !== (lines[at - 1] as KeptLine).seq + 1 ? [at] : []));
  return begins.length < mostLost ? lines : lines.slice(begins.at(-mostLost));
};

/**
 * The journal's last acknowledged lines, as many as fill `keptBytes`: they are written again where the file in which they
 * stand is not trusted any more. Numbers of damaged lines are gaps between them.
 */
export const makeTail = () => {
  let lines: readonly KeptLine[] = [];
  let kept: KeptLine[] = [];
  let trimAt = 1_000;
  const trim = (): readonly KeptLine[] => {
    kept = keepLast(kept, ({ line }) => line);
    trimAt = Math.max(1_000, 2 * kept.length);
    lines = withFewGaps(kept);
    return lines;
  };
  return {
    /** @param more lines behind those that are there */
    add: (more: readonly KeptLine[]): void => {
      kept.push(...more);
      // Trimmed now and then, so that an append does not count all the lines before it.
      if (kept.length > trimAt) trim();
    },
    lines: trim,
    /** Numbers without a line, from the first line kept on. @param through the highest number used up */
    gaps: (through: number): [number, number][] => gapsIn(trim(), through).map(([from, to]) => [from, to]),
  };
};

/**
 * Reads the lines that count at the end of a segment, as many as are kept.
 * @param end the byte behind the last line that counts
 * @param head that line's number
 */
export const readTail = async (files: Files, path: string, end: number, head: number): Promise<readonly KeptLine[]> => {
  const bytes = await readBytes(files, path, Math.max(0, end - keptBytes), end);
  // Reading begins in the middle of a line, or at the header: neither is a fact's line.
  const whole = bytes.subarray(bytes.indexOf(10) + 1);
  const lines = new Map<number, KeptLine>();
  for (const entry of readEntries(whole, 0, 1)) {
    // Of two lines with one number the first counts.
    if (entry.kind !== 'line' || entry.seq > head || lines.has(entry.seq)) continue;
    lines.set(entry.seq, { seq: entry.seq, line: `${entry.bytes.toString('utf8')}\n`, prev: entry.prev, hash: entry.hash });
  }
  return [...lines.values()].sort((a, b) => a.seq - b.seq);
};
