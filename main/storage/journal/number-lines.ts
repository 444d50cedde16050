import { placeOf, visitIn, type Finding } from './findings.ts';
import type { BadLine, Entry, JournalLine } from './journal-format.ts';
import { isCopied, looksTorn, type Outline, type Word } from './outlines.ts';

/** A line in its place by number; or a damaged one (`line` null), where its number was due. */
export type Numbered = {
  readonly seq: number;
  readonly segment: number;
  readonly line: JournalLine | null;
};

export type NumberedLines = {
  readonly numbered: readonly Numbered[];
  readonly findings: readonly Finding[];
  /** The highest number of a void line that was acknowledged all the same, and of a visit that was checked in in one; 0 when there is none. */
  readonly forkedTo: number;
  readonly forkedOrdinal: number;
};

/** Which of all visits a line checks in; 0: none. */
const ordinalIn = (bytes: Buffer): number =>
  Number(
    /"type":"visit\.checked-in".*?"data":\{"ordinal":(\d{1,15}),/.exec(
      bytes.toString('latin1'),
    )?.[1] ?? 0,
  );

/**
 * Gives the entries of one segment their numbers, and a name to each that is not in order. A whole line has the number that
 * it says; a bad one stands where the next was due. What a later segment made void gets none.
 * @param firstDue the number that is due first
 * @param durable the highest number that anything says was flushed
 */
export function numberLines(
  { number, isUnproven }: Pick<Outline, 'number' | 'isUnproven'>,
  entries: readonly Entry[],
  firstDue: number,
  word: Word,
  durable: number,
): NumberedLines {
  const numbered: Numbered[] = [];
  const findings: Finding[] = [];
  const beyond: Entry[] = [];
  const seen = new Set<number>();
  let due = firstDue;
  let highest = firstDue - 1;
  const name = (kind: Finding['kind'], entry: Entry): void =>
    void findings.push({ kind, place: placeOf(number, entry.at), visit: visitIn(entry.bytes) });

  /** Only where nobody went on behind it, and above all that is known flushed. */
  const isTear = (entry: BadLine): boolean =>
    looksTorn(entry) && (isUnproven || (!word.isFollowed && due > durable));

  for (const entry of entries) {
    if (
      entry.kind === 'line' ? entry.seq > word.through : entry.kind === 'bad' && due > word.through
    ) {
      beyond.push(entry);
    } else if (entry.kind === 'line') {
      // One that stands here twice is named when it is known which of the two counts.
      if (entry.seq <= highest && !seen.has(entry.seq)) name('misplaced', entry);
      seen.add(entry.seq);
      highest = Math.max(highest, entry.seq);
      due = Math.max(due, entry.seq + 1);
      numbered.push({ seq: entry.seq, segment: number, line: entry });
    } else if (entry.kind === 'glue') {
      name('damaged', entry);
    } else if (isTear(entry)) {
      findings.push({ kind: 'torn', place: placeOf(number, entry.at), visit: null });
      // Set aside to the segment's end, unless this one was only being begun.
      if (!isUnproven) break;
    } else {
      // Made good by its copy in a later segment, where there is one.
      name(isCopied(word, due) ? 'torn' : 'damaged', entry);
      numbered.push({ seq: due, segment: number, line: null });
      due += 1;
    }
  }

  // What was given up after a failed flush was written in one go. A line that knows of void ones as flushed was written by
  // somebody who went on: a second program, and people were told of what it kept.
  const isForked = beyond.some((entry) => entry.kind === 'line' && entry.durable > word.through);
  for (const entry of beyond) {
    if (isForked) name('forked', entry);
    else if (entry.kind === 'bad')
      findings.push({ kind: 'torn', place: placeOf(number, entry.at), visit: null });
  }
  // A bad one among them used up a number too.
  const forkedTo = isForked
    ? beyond.reduce(
        (latest, entry) => (entry.kind === 'line' ? Math.max(latest, entry.seq) : latest + 1),
        word.through,
      )
    : 0;
  const forkedOrdinal = isForked
    ? beyond.reduce((latest, { bytes }) => Math.max(latest, ordinalIn(bytes)), 0)
    : 0;
  return { numbered, findings, forkedTo, forkedOrdinal };
}
