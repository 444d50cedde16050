import { join } from 'node:path';
import { officeMonth, type Zone } from '../../shared/office-time.ts';
import type { StampedFact } from '../../shared/procedure/facts.ts';
import { Unflushed, type Durable, type Files, type Journal, type OpenFile } from '../ports.ts';
import { appendDurably, createDurably, keepLast, keptBytes, makeFolderDurably } from './durable-write.ts';
import type { Head, ReadingPoint } from './judge-journal.ts';
import { encodeFact, encodeHeader, readEntries, segmentName, type SegmentHeader } from './journal-format.ts';
import { readBytes } from './read-bytes.ts';
import type { JournalReading } from './read-journal.ts';

type KeptLine = { readonly seq: number; readonly line: string; readonly prev: string; readonly hash: string };
type Segment = { readonly number: number; readonly file: OpenFile; offset: number; line: number };

export type OpenedJournal = Journal & {
  /** The last acknowledged line, and where a later reading may begin. */
  readonly head: () => ReadingPoint;
};

/**
 * Opens the journal of a data folder for its one writer; makes it when there is none.
 * @param folder `…/journal`
 * @param reading what was read of it to its end, just before
 * @param isTrusted the program ended cleanly just there: the last segment is gone on with
 * @param zone the office's time zone decides in which month's segment a fact goes
 * @param at the wall clock, for the month of a segment begun now
 */
export const openJournal = async (
  files: Files, folder: string, reading: JournalReading, isTrusted: boolean, zone: () => Zone, at: number,
): Promise<OpenedJournal> => {
  await makeFolderDurably(files, folder);
  let head: Head = reading.head;
  let lastSegment = reading.lastSegment;
  let kept: KeptLine[] = [];
  let trimAt = 1_000;
  const monthNow = officeMonth(at, zone());
  // Never backwards, though the clock may have been set back.
  let month = monthNow > reading.month ? monthNow : reading.month;
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
    segment = { number: lastSegment, file, offset: bytes.length, line: 1 + copies.length };
  };

  const goOn = async ({ findings, isFlawless, end }: JournalReading): Promise<void> => {
    const path = join(folder, segmentName(end?.segment ?? 0));
    kept = end === null ? [] : await linesBefore(files, path, end.offset, head.seq);
    if (isTrusted && isFlawless && end !== null) {
      month = reading.month;
      segment = { ...end, number: end.segment, file: await files.openToAppend(path) };
      return;
    }
    const isDamaged = findings.some(({ kind }) => kind !== 'torn');
    const reason = lastSegment === 0 ? 'first' : isDamaged ? 'damaged' : isFlawless ? 'unclean-end' : 'torn';
    // The program died. What reads back may stand in the system's memory alone, where a flush failed before: no later flush
    // of that file would say so. It is written again, and is durable before anyone acts on it.
    await begin(reason, keepLast(kept, ({ line }) => line));
  };
  await goOn(reading);

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
    if (segment === null) throw new Error('The last flush failed; a new segment is needed');
    const monthOfFacts = facts.map(({ at: when }) => officeMonth(when, zone())).reduce((latest, each) => (each > latest ? each : latest), month);
    if (monthOfFacts > month) {
      month = monthOfFacts;
      const finished = segment;
      await begin('month', []);
      await finished.file.close();
    }
    let { seq, hash } = head;
    const lines = facts.map((fact): KeptLine => {
      const prev = hash;
      const encoded = encodeFact(fact, head.seq, prev);
      ({ seq } = fact);
      hash = encoded.hash;
      return { seq, line: encoded.line, prev, hash };
    });
    const bytes = Buffer.from(lines.map(({ line }) => line).join(''));
    await appendDurably(segment.file, bytes);
    segment.offset += bytes.length;
    segment.line += lines.length;
    head = { seq, hash };
    kept.push(...lines);
    // Trimmed now and then, so that an append does not count all the lines before it.
    if (kept.length > trimAt) {
      kept = keepLast(kept, ({ line }) => line);
      trimAt = 2 * kept.length;
    }
  };

  return {
    // Without a segment there is none to go on with: a reading from here would begin at its first byte.
    head: () => ({ ...head, ...(segment === null ? { segment: lastSegment, offset: 0, line: 0 } : { segment: segment.number, offset: segment.offset, line: segment.line }) }),
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

/** The lines that end at a byte of a segment, as many as are kept, without a gap up to the head. */
const linesBefore = async (files: Files, path: string, end: number, head: number): Promise<KeptLine[]> => {
  const start = Math.max(0, end - keptBytes);
  const bytes = await readBytes(files, path, start, end);
  // Reading begins in the middle of a line, or at the header: neither is a fact's line.
  const whole = bytes.subarray(bytes.indexOf(10) + 1);
  const lines: KeptLine[] = [];
  for (const entry of [...readEntries(whole, 0, 1)].reverse()) {
    if (entry.kind !== 'line' || entry.seq !== head - lines.length) break;
    const from = whole.lastIndexOf(10, entry.end - 2) + 1;
    lines.push({ seq: entry.seq, line: whole.toString('utf8', from, entry.end), prev: entry.prev, hash: entry.hash });
  }
  return lines.reverse();
};
