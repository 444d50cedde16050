import { placeOf, visitIn, type Finding, type Head } from './findings.ts';
import type { JournalLine, SegmentHeader } from './journal-format.ts';
import type { Numbered } from './number-lines.ts';

/** Gets every line that counts, in order, with the number of its segment. */
export type TakeLine = (line: JournalLine, segment: number) => void;

type Standing = { readonly line: JournalLine; readonly segment: number };

/**
 * Walks lines in the order of their numbers and sees to two things: that each is chained to the one before it, and that the
 * lines of one command count together.
 * @param start the line before the first
 * @param take is told of a line once its command is known to be there to its end
 */
export function makeWalk(
  start: Head,
  find: (kind: Finding['kind'], place: string, visit: string | null) => void,
  take: TakeLine,
) {
  let walked = start;
  let head = start;
  /** Damaged lines since the last one walked: so many numbers are used up. */
  let lost = 0;
  /** The highest number that a header says was used up, and where it says so. */
  let through = { seq: start.seq, place: '' };
  /** Lines of a command whose last has not come yet. */
  let open: Standing[] = [];

  const takeOpen = (): void => {
    for (const { line, segment } of open) take(line, segment);
    const last = open.at(-1);
    if (last !== undefined) head = { seq: last.line.seq, hash: last.line.hash };
    open = [];
  };

  const isChained = (line: JournalLine): boolean => walked.hash === '' || line.prev === walked.hash;

  const walkLine = (line: JournalLine, segment: number): void => {
    const absent = line.seq - walked.seq - 1;
    if (absent > lost) find('missing', placeOf(segment, line.at), null);
    if (absent === 0 && !isChained(line)) find('unchained', placeOf(segment, line.at), null);
    // Another command begins though the last one's end never came: that end is damaged, and what there is of it counts.
    if (open.at(-1)?.line.more !== line.more + 1) takeOpen();
    open.push({ line, segment });
    if (line.more === 0) takeOpen();
    walked = { seq: line.seq, hash: line.hash };
    lost = 0;
  };

  return {
    walked: (): Head => walked,
    /** Is this the very next line, with nothing amiss between? */
    isNext: (seq: number): boolean => lost === 0 && seq === walked.seq + 1,
    line: walkLine,
    /**
     * Walks all that stands at one number. The first segment's line counts; of several in it the one chained to the line
     * before, else the first. A copy of it in another segment is as it should be; any other line is named.
     */
    at: (standing: readonly Numbered[]): void => {
      const [first] = standing;
      if (first === undefined || first.seq <= walked.seq) return;
      const lines = standing.flatMap(({ line, segment }) =>
        line === null ? [] : [{ line, segment }],
      );
      const isAdjacent = first.seq === walked.seq + 1;
      const inFirst = lines.filter(({ segment }) => segment === lines[0]?.segment);
      const chosen = inFirst.find(({ line }) => isAdjacent && isChained(line)) ?? inFirst[0];
      if (chosen === undefined) {
        lost += 1;
        return;
      }
      const seenIn = new Set([chosen.segment]);
      for (const { line, segment } of lines) {
        if (line === chosen.line) continue;
        const isTwice = seenIn.has(segment);
        seenIn.add(segment);
        if (isTwice || line.hash !== chosen.line.hash)
          find(isTwice ? 'misplaced' : 'forked', placeOf(segment, line.at), visitIn(line.bytes));
      }
      walkLine(chosen.line, chosen.segment);
    },
    /** A segment's header is a link of the chain too. @param isReached all lines before its first were walked */
    header: (
      { firstSeq, prev, through: last }: SegmentHeader,
      place: string,
      isReached: boolean,
    ): void => {
      if (last > through.seq) through = { seq: last, place };
      if (!isReached) return;
      if (firstSeq - 1 > walked.seq + lost) find('missing', place, null);
      else if (
        firstSeq - 1 === walked.seq &&
        walked.hash !== '' &&
        prev !== '' &&
        prev !== walked.hash
      ) {
        find('unchained', place, null);
        // Named once: what follows is held against what this header says.
        walked = { seq: walked.seq, hash: prev };
      }
      if (firstSeq - 1 <= walked.seq) return;
      takeOpen();
      walked = { seq: firstSeq - 1, hash: prev };
      lost = 0;
    },
    /**
     * @param durable the highest number that anything says was flushed
     * @returns the last line that counts, and the number that the next one gets: all before it are used up
     */
    end: (
      durable: number,
    ): { readonly head: Head; readonly due: number; readonly isTorn: boolean } => {
      const [first] = open;
      if (first !== undefined && lost === 0 && first.line.seq > durable) {
        // A command that was not written to its end: nobody was ever told of it.
        find('torn', placeOf(first.segment, first.line.at), null);
        return { head, due: first.line.seq, isTorn: true };
      }
      takeOpen();
      if (through.seq > walked.seq + lost) find('missing', through.place, null);
      return { head, due: Math.max(walked.seq + lost, through.seq) + 1, isTorn: false };
    },
  };
}
