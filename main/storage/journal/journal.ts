import { join } from 'node:path';
import type { JournalIdentity } from '../../../shared/base/ids.ts';
import type { StampedFact } from '../../../shared/facts/facts.ts';
import { Unflushed, type Durable, type Files, type Journal, type OpenFile } from '../../ports.ts';
import { appendDurably, createDurably, makeFolderDurably } from '../files/durable-write.ts';
import { isDamage, type Head, type ReadingPoint } from './findings.ts';
import { encodeFact, encodeHeader, segmentName, type SegmentHeader } from './journal-format.ts';
import { makeTail, tailOf, type KeptLine } from './journal-tail.ts';
import type { JournalReading } from './read-journal.ts';

type Segment = { readonly number: number; readonly file: OpenFile; offset: number; line: number };

export type OpenedJournal = Journal & {
  /** The last line that counts, and where a later reading may begin. */
  readonly head: () => ReadingPoint;
};

/** How the journal's one writer goes on behind what was read of it. */
export type GoOn = {
  /** What was read of it to its end, just before. */
  readonly reading: JournalReading;
  /** The next fact's number: behind all that the journal, or anything else in the folder, knows to have been used. */
  readonly due: number;
  /** The highest number that any segment is known to have had. */
  readonly lastSegment: number;
  /** The program ended cleanly just there: the last segment is gone on with. */
  readonly isTrusted: boolean;
  /** The office's month now, `YYYY-MM`. */
  readonly month: string;
  /** The journal's own name: that which it has, or a new one. */
  readonly identity: JournalIdentity;
  /** It was restored from a backup just now: a segment is begun for the new branch. */
  readonly isRestored?: boolean;
};

/**
 * Opens the journal of a data folder for its one writer; makes it when there is none.
 * @param folder `…/journal`
 */
export async function openJournal(
  files: Files,
  folder: string,
  { reading, isTrusted, identity, isRestored = false, ...from }: GoOn,
): Promise<OpenedJournal> {
  await makeFolderDurably(files, folder);
  let head: Head = reading.head;
  /** The one owner of the next number. Where the last lines are lost it is not the one behind the head. */
  let { due, lastSegment, month } = from;
  const tail = makeTail();
  let segment: Segment | null = null;

  /** What the next line is chained to: nothing, where a damaged line stands between. */
  const prevOfNext = (): string => (head.seq === due - 1 ? head.hash : '');

  /** @param copies acknowledged lines to stand in the new segment again */
  const begin = async (
    reason: SegmentHeader['reason'],
    copies: readonly KeptLine[],
  ): Promise<void> => {
    lastSegment += 1;
    const [first] = copies;
    const header = encodeHeader({
      ...identity,
      segment: lastSegment,
      month,
      reason,
      firstSeq: first?.seq ?? due,
      through: due - 1,
      lost: first === undefined ? [] : tail.gaps(due - 1),
      prev: first?.prev ?? prevOfNext(),
    });
    const bytes = Buffer.concat([Buffer.from(header.line), ...copies.map((copy) => copy.bytes)]);
    const file = await createDurably(files, join(folder, segmentName(lastSegment)), bytes);
    segment = { number: lastSegment, file, offset: bytes.length, line: 1 + copies.length };
  };

  const goOn = async ({
    findings,
    isFlawless,
    end,
    taken,
    from: began,
  }: JournalReading): Promise<void> => {
    const pathOf = (number: number): string => join(folder, segmentName(number));
    tail.add(
      await tailOf(files, taken, began === null ? null : { ...began, path: pathOf(began.segment) }),
    );
    if (isTrusted && isFlawless && end !== null && !isRestored) {
      month = reading.month;
      segment = {
        ...end,
        number: end.segment,
        file: await files.openToAppend(pathOf(end.segment)),
      };
      return;
    }
    const isDamaged = due > head.seq + 1 || findings.some(isDamage);
    const reason =
      lastSegment === 0 && due === 1
        ? 'first'
        : isRestored
          ? 'restored'
          : isDamaged
            ? 'damaged'
            : isFlawless
              ? 'unclean-end'
              : 'torn';
    // The program died. What reads back may stand in the system's memory alone, where a flush failed before: no later flush
    // of that file would say so. It is written again, and is durable before anyone acts on it.
    await begin(reason, tail.lines());
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

  const write = async (facts: readonly StampedFact[], monthOfFacts: string): Promise<void> => {
    if (segment === null) throw new Error('The last flush failed; a new segment is needed');
    if (monthOfFacts !== month) {
      month = monthOfFacts;
      const finished = segment;
      await begin('month', []);
      await finished.file.close();
    }
    let prev = prevOfNext();
    const lines = facts.map((fact): KeptLine => {
      const encoded = encodeFact(fact, due - 1, prev);
      const line = { seq: fact.seq, bytes: Buffer.from(encoded.line), prev, hash: encoded.hash };
      prev = encoded.hash;
      return line;
    });
    const bytes = Buffer.concat(lines.map((line) => line.bytes));
    await appendDurably(segment.file, bytes);
    segment.offset += bytes.length;
    segment.line += lines.length;
    due += lines.length;
    head = { seq: due - 1, hash: prev };
    tail.add(lines);
  };

  return {
    // Without a segment there is none to go on with: a reading from here would begin at its first byte.
    head: () => ({
      ...head,
      ...(segment === null
        ? { segment: lastSegment, offset: 0, line: 0 }
        : { segment: segment.number, offset: segment.offset, line: segment.line }),
    }),
    append: async (facts, monthOfFacts) => {
      for (const [at, { seq }] of facts.entries())
        if (seq !== due + at)
          throw new Error(`Fact ${seq} was to be appended where ${due + at} is due`);
      await unflushed('The facts could not be flushed', () => write(facts, monthOfFacts));
      return facts as Durable<readonly StampedFact[]>;
    },
    renew: async () => {
      if (segment !== null) return;
      await unflushed('A new segment could not be begun', () =>
        begin('failed-flush', tail.lines()),
      );
    },
    identity: () => identity,
    close: async () => {
      await segment?.file.close();
      segment = null;
    },
  };
}
