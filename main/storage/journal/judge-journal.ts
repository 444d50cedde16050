import { placeOf, type Finding, type Head } from './findings.ts';
import type { Entry } from './journal-format.ts';
import { numberLines, type Numbered } from './number-lines.ts';
import { isCopied, wordsOf, type Outline, type Word } from './outlines.ts';
import { makeWalk, type TakeLine } from './walk-lines.ts';

/** A segment as read: its entries behind the header, or from the reading point on, where the number `due` is the first. */
export type Segment = Outline & { readonly entries: Iterable<Entry>; readonly due: number | null };

/** What a whole journal comes to. */
export type Judgement = {
  /** The last line that counts. */
  readonly head: Head;
  /** The number that the next line gets. Damaged and lost lines have used theirs up. */
  readonly due: number;
  /** The last visit that a second program checked in, by its place among all visits; 0 when there was none. */
  readonly forkedOrdinal: number;
  /** Is the last segment without any flaw, so that the next line can go behind it? */
  readonly isFlawless: boolean;
};

const lowestIn = (entries: readonly Entry[]): number =>
  entries.reduce(
    (lowest, entry) => (entry.kind === 'line' ? Math.min(lowest, entry.seq) : lowest),
    Infinity,
  );

/** Lines of one number stand together, in the order given. */
const byNumber = (numbered: readonly Numbered[]): ReadonlyMap<number, readonly Numbered[]> => {
  const groups = new Map<number, Numbered[]>();
  for (const each of [...numbered].sort((a, b) => a.seq - b.seq)) {
    const group = groups.get(each.seq);
    if (group === undefined) groups.set(each.seq, [each]);
    else group.push(each);
  }
  return groups;
};

/**
 * Judges a journal, one segment after the other (docs/data.md): what counts, what is void by a later header's word, what is
 * a tear and what is damage. No valid line is passed over, and nothing that the files hold makes it throw. Entries that are
 * in order are walked as they come; the others get their numbers first (`numberLines`), then wait in `carried` for the
 * copies that later segments hold, and are walked in their turn.
 * @param outlines all segments to be judged, in order
 * @param start the line before the first, and the highest number known flushed from elsewhere
 * @param take is told of a line once its command is known to be there to its end
 */
export function makeJudge(
  outlines: readonly Outline[],
  start: { readonly head: Head; readonly durable: number },
  take: TakeLine,
) {
  const findings: Finding[] = [];
  const find = (kind: Finding['kind'], place: string, visit: string | null = null): void =>
    void findings.push({ kind, place, visit });
  const words = wordsOf(outlines);
  const walk = makeWalk(start.head, find, take);
  let durable = start.durable;
  /** Lines of earlier segments that a later one holds copies of, and damaged ones that it tells of. */
  let carried: readonly Numbered[] = [];
  let isFlawless = false;
  let forkedTo = 0;
  let forkedOrdinal = 0;

  /** Walks what is in order as it comes. @returns the entries from the first on that is not */
  const walkInOrder = (
    number: number,
    entries: Iterable<Entry>,
    carryFrom: number,
  ): readonly Entry[] => {
    const rest: Entry[] = [];
    for (const entry of entries) {
      if (entry.kind === 'line') durable = Math.max(durable, entry.durable);
      else isFlawless = false;
      const isNext =
        rest.length === 0 &&
        carried.length === 0 &&
        entry.kind === 'line' &&
        entry.seq < carryFrom &&
        walk.isNext(entry.seq);
      if (isNext) walk.line(entry, number);
      else rest.push(entry);
    }
    return rest;
  };

  const walkHeader = ({ number, header }: Outline, word: Word): void => {
    if (header === null) return;
    durable = Math.max(durable, header.through);
    // Where a later segment holds copies from before it, the lines before it are still to be walked.
    walk.header(header, placeOf(number, 1), header.firstSeq <= word.carryFrom);
  };

  /** Walks what no later segment can hold a copy of; the rest waits. */
  const walkBefore = (word: Word, numbered: readonly Numbered[]): void => {
    const waiting: Numbered[] = [];
    for (const [seq, standing] of byNumber(numbered)) {
      if (seq < word.carryFrom) walk.at(standing);
      // A bad line that is made good by its copy uses up no number.
      else waiting.push(...standing.filter(({ line }) => line !== null || !isCopied(word, seq)));
    }
    carried = waiting;
  };

  return {
    findings,
    segment: (segment: Segment): void => {
      const { number, header, entries, counts, isGlued, isMisnamed, isUnproven } = segment;
      isFlawless = header !== null && counts && !isGlued;
      if (header === null) find(isUnproven ? 'torn' : 'damaged', placeOf(number, 1));
      else if (!counts) find('torn', placeOf(number, 1));
      else if (isGlued) find('damaged', placeOf(number, 1));
      const word = words.get(number) as Word;
      if (!counts) {
        // What stands whole in it are copies of acknowledged lines; some may stand nowhere else any more.
        const copies = [...entries].flatMap((entry): Numbered[] =>
          entry.kind === 'line' && entry.seq <= word.through
            ? [{ seq: entry.seq, segment: number, line: entry }]
            : [],
        );
        walkBefore(word, [...carried, ...copies]);
        return;
      }
      walkHeader(segment, word);
      const before = walk.walked().seq;
      const rest = walkInOrder(number, entries, word.carryFrom);
      if (rest.length === 0 && carried.length === 0) return;
      const next = walk.walked().seq + 1;
      const due =
        next > before + 1
          ? next
          : (segment.due ?? header?.firstSeq ?? Math.min(lowestIn(rest), next));
      const own = numberLines(segment, rest, due, word, durable);
      findings.push(...own.findings);
      forkedTo = Math.max(forkedTo, own.forkedTo);
      forkedOrdinal = Math.max(forkedOrdinal, own.forkedOrdinal);
      // A later segment's line was written knowing more; but not where any file was put there.
      walkBefore(word, isMisnamed ? [...carried, ...own.numbered] : [...own.numbered, ...carried]);
    },
    end: (): Judgement => {
      const { head, due, isTorn } = walk.end(durable);
      return {
        head,
        due: Math.max(due, forkedTo + 1),
        isFlawless: isFlawless && !isTorn,
        forkedOrdinal,
      };
    },
  };
}
