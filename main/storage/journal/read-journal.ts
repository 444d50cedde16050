import { join } from 'node:path';
import type { StampedFact } from '../../../shared/facts/facts.ts';
import type { Files } from '../../ports.ts';
import { latestMonthOf } from './chapters.ts';
import { genesis, linesOf } from './hashed-line.ts';
import {
  decodeFact,
  readEntries,
  readHeader,
  segmentName,
  segmentNumber,
  type Entry,
  type JournalLine,
} from './journal-format.ts';
import { makeTaken, type TakenLine } from './journal-tail.ts';
import { readBytes } from '../files/read-bytes.ts';
import { placeOf, visitIn, type Finding, type ReadingPoint } from './findings.ts';
import { foreignIn, foreignFindings } from './identity.ts';
import { makeJudge, type Judgement, type Segment } from './judge-journal.ts';
import { weigh, type Outline } from './outlines.ts';
import type { TakeLine } from './walk-lines.ts';

export type JournalReading = Judgement & {
  readonly findings: readonly Finding[];
  /** Behind the last line that counts; null when none was read. */
  readonly end: { readonly segment: number; readonly offset: number; readonly line: number } | null;
  /** The last lines that counted, and where the reading began. */
  readonly taken: readonly TakenLine[];
  readonly from: ReadingPoint | null;
  /** The latest month for which a segment was begun; empty when there is none. */
  readonly month: string;
  readonly lastSegment: number;
};

export type ReadingRange = {
  /** Just behind a line known from a checkpoint; null: from the first line on. */
  readonly from?: ReadingPoint | null;
  /** Not beyond this point, where somebody is writing meanwhile; null: to the end. */
  readonly until?: ReadingPoint | null;
  /** What `readOutlines` told, where it was asked already. */
  readonly outlines?: readonly Outline[];
  /** Only these segments: the first line read need not chain to anything. The header behind the last of them is judged too. */
  readonly only?: ReadonlySet<number> | null;
  /** The highest sequence number known flushed from elsewhere. */
  readonly durable?: number;
};

/** No header is longer: `mostLost` sees to it. */
const headerBytes = 4_096;
/** So many headers are looked at in one go. */
const atOnce = 64;

/** The numbers of the journal's segments, in order. */
export async function segmentNumbers(files: Files, folder: string): Promise<readonly number[]> {
  return (await files.list(folder)).map(segmentNumber).filter((number) => number !== null);
}

/** The highest number in the segments before one. */
const highestBefore = async (
  files: Files,
  folder: string,
  numbers: readonly number[],
): Promise<number> => {
  for (const number of [...numbers].reverse()) {
    const bytes = await readBytes(files, join(folder, segmentName(number)));
    const seqs = [...readEntries(bytes.subarray(readHeader(bytes)?.end ?? 0), 0, 1)].flatMap(
      (entry) => (entry.kind === 'line' ? [entry.seq] : []),
    );
    if (seqs.length > 0) return seqs.reduce((highest, seq) => Math.max(highest, seq), 0);
  }
  return 0;
};

const outlineOf = async (
  files: Files,
  folder: string,
  number: number,
  before: readonly number[],
  from: ReadingPoint | null,
): Promise<Outline> => {
  const begun = await readBytes(files, join(folder, segmentName(number)), 0, headerBytes);
  const read = readHeader(begun);
  const own = read?.header ?? null;
  const isGlued = read?.isGlued === true;
  // A file under another number than its own speaks for nobody; its lines say themselves where they belong.
  const header = own?.segment === number ? own : null;
  const isMisnamed = own !== null && header === null;
  const beginning = linesOf(begun).next().value ?? { whole: false, bytes: begun };
  // Only a header that promises copies, or is not whole, has to be looked behind.
  if (number === from?.segment || (header !== null && header.through < header.firstSeq))
    return {
      number,
      header,
      beginning,
      isGlued,
      isMisnamed,
      counts: true,
      lowest: null,
      isUnproven: false,
    };
  const all = await readBytes(files, join(folder, segmentName(number)));
  const entries = [...readEntries(all.subarray(readHeader(all)?.end ?? 0), 0, 1)];
  return {
    number,
    header,
    beginning,
    isGlued,
    isMisnamed,
    ...weigh(
      { header, beginning },
      entries,
      header === null ? await highestBefore(files, folder, before) : 0,
    ),
  };
};

/** A header that is not whole stands there as a bad line; it is told of by itself. */
function* withoutHeader(entries: Iterable<Entry>): Generator<Entry, undefined> {
  for (const entry of entries) if (entry.at > 1 || entry.kind !== 'bad') yield entry;
}

const readSegment = async (
  files: Files,
  folder: string,
  outline: Outline,
  { from, until }: ReadingRange,
): Promise<Segment> => {
  const { number } = outline;
  const path = join(folder, segmentName(number));
  const to = until?.segment === number ? until.offset : undefined;
  if (from?.segment === number) {
    const bytes = await readBytes(files, path, from.offset, to);
    return {
      ...outline,
      entries: readEntries(bytes, from.offset, from.line + 1),
      due: from.seq + 1,
    };
  }
  const bytes = await readBytes(files, path, 0, to);
  const header = readHeader(bytes);
  const start = header?.end ?? 0;
  const entries = readEntries(
    bytes.subarray(start),
    start,
    header === null || header.sharesLine ? 1 : 2,
  );
  return { ...outline, entries: start === 0 ? withoutHeader(entries) : entries, due: null };
};

/** Gets every fact that counts, in order, with its line and the number of its segment. */
export type TakeFact = (fact: StampedFact, line: JournalLine, segment: number) => void;

/**
 * Reads the journal and the facts of its lines.
 * @returns as `readJournal`; a line that is whole but no fact that this program knows is named as damaged
 */
export async function readFacts(
  files: Files,
  folder: string,
  range: ReadingRange,
  take: TakeFact,
): Promise<JournalReading> {
  const strange: Finding[] = [];
  const reading = await readJournal(files, folder, range, (line, segment) => {
    const fact = decodeFact(line);
    if (fact === null)
      strange.push({
        kind: 'damaged',
        place: placeOf(segment, line.at),
        visit: visitIn(line.bytes),
      });
    else take(fact, line, segment);
  });
  return { ...reading, findings: [...reading.findings, ...strange] };
}

/** So much of a segment's end is looked at. */
const endBytes = 64 * 1024;

/**
 * Did a second program go on writing in the segment before one, behind the lines that this one goes on from?
 * @param outline of the later segment
 */
export async function isForkedBefore(
  files: Files,
  folder: string,
  { number, header }: Outline,
): Promise<boolean> {
  if (header === null) return false;
  const path = join(folder, segmentName(number - 1));
  const { bytes = 0 } = (await files.look(path)) ?? {};
  const end = await readBytes(files, path, Math.max(0, bytes - endBytes), bytes);
  return [...readEntries(end, 0, 1)].some(
    (entry) => entry.kind === 'line' && entry.durable > header.through,
  );
}

/** Reads headers for nothing but their version. @throws NewerFormat */
const refuseNewer = async (
  files: Files,
  folder: string,
  numbers: readonly number[],
): Promise<void> => {
  for (let at = 0; at < numbers.length; at += atOnce) {
    await Promise.all(
      numbers
        .slice(at, at + atOnce)
        .map(async (number) =>
          readHeader(await readBytes(files, join(folder, segmentName(number)), 0, headerBytes)),
        ),
    );
  }
};

/**
 * What the beginnings of a journal's segments tell, in order.
 * @throws NewerFormat where any segment is of a later version, also one that lies outside the range
 */
export async function readOutlines(
  files: Files,
  folder: string,
  { from = null, until = null }: Pick<ReadingRange, 'from' | 'until'> = {},
): Promise<readonly Outline[]> {
  const outlines: Outline[] = [];
  const numbers = await segmentNumbers(files, folder);
  const isWanted = (number: number): boolean =>
    number >= (from?.segment ?? 0) && number <= (until?.segment ?? Infinity);
  await refuseNewer(
    files,
    folder,
    numbers.filter((number) => !isWanted(number)),
  );
  for (const number of numbers.filter(isWanted)) {
    outlines.push(
      await outlineOf(
        files,
        folder,
        number,
        outlines.map((each) => each.number),
        from,
      ),
    );
  }
  return outlines;
}

/**
 * Reads the journal, one segment after the other, and judges every line of it.
 * @param folder `…/journal`
 * @param segmentRead called after each segment: what its lines told can be followed up before the next is read
 * @throws NewerFormat
 */
export async function readJournal(
  files: Files,
  folder: string,
  range: ReadingRange,
  take: TakeLine,
  segmentRead: () => Promise<void> = async () => undefined,
): Promise<JournalReading> {
  const { from = null, only = null, durable = 0 } = range;
  const outlines = range.outlines ?? (await readOutlines(files, folder, range));
  const read = outlines.filter(({ number }) => only?.has(number) ?? true);
  const first = read[0] === outlines[0] ? null : read[0]?.header;
  const before =
    from ?? (first ? { seq: first.firstSeq - 1, hash: first.prev } : { seq: 0, hash: genesis });
  let end: JournalReading['end'] = from;
  const taken = makeTaken();
  const judge = makeJudge(
    outlines,
    { head: { seq: before.seq, hash: before.hash }, durable: Math.max(durable, from?.seq ?? 0) },
    (line, segment) => {
      end = { segment, offset: line.end, line: line.at };
      taken.add(line, segment);
      take(line, segment);
    },
  );

  for (const outline of read) {
    judge.segment(await readSegment(files, folder, outline, range));
    await segmentRead();
  }
  const next = outlines[outlines.indexOf(read.at(-1) as Outline) + 1];
  if (next !== undefined) judge.segment({ ...next, entries: [], due: null });
  const foreign = foreignIn(outlines);
  const judgement = judge.end();
  return {
    ...judgement,
    // Nothing is written behind another journal's header.
    isFlawless: judgement.isFlawless && !foreign.has(read.at(-1)?.number ?? 0),
    findings: [...judge.findings, ...foreignFindings(foreign, read)],
    end,
    taken: taken.lines(),
    from,
    month: latestMonthOf(outlines),
    lastSegment: outlines.at(-1)?.number ?? 0,
  };
}
