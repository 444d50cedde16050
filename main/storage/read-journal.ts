import { join } from 'node:path';
import type { Files } from '../ports.ts';
import { judge, type JournalReading, type ReadingPoint, type Segment } from './judge-journal.ts';
import { readEntries, readHeader, segmentName, segmentNumber } from './journal-format.ts';

const readSegment = async (files: Files, folder: string, number: number, from: ReadingPoint | null): Promise<Segment> => {
  const bytes = (await files.read(join(folder, segmentName(number)))) ?? Buffer.alloc(0);
  const head = readHeader(bytes);
  const start = from?.segment === number ? from.offset : (head?.end ?? 0);
  const linesBefore = bytes.subarray(0, start).filter((byte) => byte === 10).length;
  return { number, header: head?.header ?? null, entries: readEntries(bytes.subarray(start), start, linesBefore + 1), start };
};

/** The numbers of the journal's segments, in order. */
export const segmentNumbers = async (files: Files, folder: string): Promise<readonly number[]> =>
  (await files.list(folder)).map(segmentNumber).filter((number): number is number => number !== null);

/**
 * Reads the journal and judges every line of it.
 * @param from just behind a line known from a checkpoint, or null to read from the first line on
 */
export const readJournal = async (files: Files, folder: string, from: ReadingPoint | null): Promise<JournalReading> => {
  const segments: Segment[] = [];
  for (const number of await segmentNumbers(files, folder)) {
    if (number >= (from?.segment ?? 0)) segments.push(await readSegment(files, folder, number, from));
  }
  return judge(segments, from);
};

/**
 * Reads the segments begun for a month or later, for the register. Their first line need not chain to anything.
 * @param month `YYYY-MM`
 */
export const readJournalFrom = async (files: Files, folder: string, month: string): Promise<JournalReading> => {
  const segments: Segment[] = [];
  for (const number of await segmentNumbers(files, folder)) {
    const segment = await readSegment(files, folder, number, null);
    if (segment.header === null || segment.header.month >= month) segments.push(segment);
  }
  const first = segments[0]?.header;
  return judge(segments, first ? { seq: first.firstSeq - 1, hash: first.prev, segment: 0, offset: 0 } : null);
};
