import { join } from 'node:path';
import { officeMonth, type Zone } from '../../shared/office-time.ts';
import type { StampedFact } from '../../shared/procedure/facts.ts';
import { Unflushed, type Durable, type Files, type Journal, type OpenFile } from '../ports.ts';
import { appendDurably, createDurably, keepLast, keptBytes } from './durable-write.ts';
import type { Finding, Head, JournalReading, ReadingPoint } from './judge-journal.ts';
import { encodeFact, encodeHeader, readEntries, segmentName, type SegmentHeader } from './journal-format.ts';
import { readJournal } from './read-journal.ts';

type KeptLine = { readonly seq: number; readonly line: string; readonly prev: string; readonly hash: string };
type Segment = { readonly number: number; readonly file: OpenFile; offset: number };

export type OpenedJournal = Journal & {
  /** Facts read at opening, from the reading point on. */
  readonly facts: readonly StampedFact[];
  readonly findings: readonly Finding[];
  /** The last acknowledged line, and where a later reading may begin. */
  readonly head: () => ReadingPoint;
};

/**
 * Opens the journal of a data folder for its one writer; makes it when there is none.
 * @param folder `…/journal`
 * @param zone the office's time zone decides in which month's segment a fact goes
 * @param from where to begin reading (a checkpoint's word); null reads everything
 * @param at the wall clock, for the month of a segment begun now
 */
export const openJournal = async (files: Files, folder: string, zone: () => Zone, from: ReadingPoint | null, at: number): Promise<OpenedJournal> => {
  await files.makeFolder(folder);
  const reading = await readJournal(files, folder, from);
  let head: Head = reading.head;
  let lastSegment = reading.lastSegment;
  let kept: KeptLine[] = [];
  let trimAt = 1_000;
  let month = officeMonth(at, zone());
  let segment: Segment | null = null;

  /** @param copies acknowledged lines to stand in the new segment again */
  const begin = async (reason: SegmentHeader['reason'], copies: readonly KeptLine[]): Promise<void> => {
    lastSegment += 1;
    const [first] = copies;
    const header = encodeHeader({
      segment: lastSegment, month, reason, firstSeq: first?.seq ?? head.seq + 1, through: head.seq, prev: first?.prev ?? head.hash,
    });
    const bytes = Buffer.from(header.line + copies.map(({ line }) => line).join(''));
    const file = await createDurably(files, join(folder, segmentName(lastSegment)), bytes);
    segment = { number: lastSegment, file, offset: bytes.length };
  };

  const continueLast = async ({ tail, findings }: JournalReading): Promise<void> => {
    if (tail === null) {
      const reason = reading.lastSegment === 0 ? 'first' : findings.some(({ kind }) => kind !== 'torn') ? 'damaged' : 'torn';
      return begin(reason, []);
    }
    const file = await files.openToAppend(join(folder, segmentName(tail.segment)));
    // What was read may still be in memory only, if the program died and not the machine: it becomes durable before anyone acts on it.
    await file.sync();
    month = tail.month;
    segment = { number: tail.segment, file, offset: tail.offset };
    kept = await linesBefore(files, join(folder, segmentName(tail.segment)), tail.offset);
  };
  await continueLast(reading);

  const unflushed = async (why: string, doing: () => Promise<void>): Promise<void> => {
    try {
      await doing();
    } catch (error) {
      // Whatever the system says about this file from now on is not believed.
      const distrusted = segment;
      segment = null;
      await distrusted?.file.close().catch(() => undefined);
      throw new Unflushed(why, { cause: error });
    }
  };

  const write = async (facts: readonly StampedFact[]): Promise<void> => {
    const [firstFact] = facts;
    if (segment === null) throw new Error('The last flush failed; a new segment is needed');
    const monthNow = firstFact === undefined ? month : officeMonth(firstFact.at, zone());
    if (monthNow > month) {
      month = monthNow;
      const finished = segment;
      await begin('month', []);
      await finished.file.close();
    }
    let { hash } = head;
    const lines = facts.map((fact): KeptLine => {
      const prev = hash;
      const encoded = encodeFact(fact, head.seq, prev);
      hash = encoded.hash;
      return { seq: fact.seq, line: encoded.line, prev, hash };
    });
    const bytes = Buffer.from(lines.map(({ line }) => line).join(''));
    await appendDurably(segment.file, bytes);
    segment.offset += bytes.length;
    head = { seq: lines[lines.length - 1]?.seq ?? head.seq, hash };
    kept.push(...lines);
    // Trimmed now and then, so that an append does not count all the lines before it.
    if (kept.length > trimAt) {
      kept = keepLast(kept, ({ line }) => line);
      trimAt = 2 * kept.length;
    }
  };

  return {
    facts: reading.facts,
    findings: reading.findings,
    head: () => ({ ...head, segment: segment?.number ?? lastSegment, offset: segment?.offset ?? 0 }),
    append: async (facts) => {
      await unflushed('The facts could not be flushed', () => write(facts));
      return facts as Durable<readonly StampedFact[]>;
    },
    renew: async () => {
      if (segment !== null) return;
      await unflushed('A new segment could not be begun', () => begin('failed-flush', keepLast(kept, ({ line }) => line)));
    },
    close: async () => {
      await segment?.file.close();
      segment = null;
    },
  };
};

/** The acknowledged lines that end at a byte of a segment, as many as are kept. */
const linesBefore = async (files: Files, path: string, end: number): Promise<KeptLine[]> => {
  const start = Math.max(0, end - keptBytes);
  const bytes = ((await files.read(path, start)) ?? Buffer.alloc(0)).subarray(0, end - start);
  // Reading begins in the middle of a line, or at the header: neither is a fact's line.
  const whole = bytes.subarray(bytes.indexOf(10) + 1);
  return readEntries(whole, 0, 1).flatMap((entry, at, entries): KeptLine[] => {
    if (entry.kind !== 'line') return [];
    const before = entries[at - 1];
    const from = before?.kind === 'line' ? before.end : 0;
    const { fact, prev, hash } = entry.line;
    return [{ seq: fact.seq, line: whole.toString('utf8', from, entry.end), prev, hash }];
  });
};
