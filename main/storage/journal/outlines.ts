import {
  isLost,
  type BadLine,
  type Entry,
  type NumberRange,
  type SegmentHeader,
} from './journal-format.ts';

/** What a segment's beginning tells, before its lines are read. */
export type Outline = {
  readonly number: number;
  readonly header: SegmentHeader | null;
  /** The first line as it stands there: what is left of a header that is not whole. */
  readonly beginning: Pick<BadLine, 'whole' | 'bytes'>;
  readonly counts: boolean;
  /** The lowest number in it, where its header is lost or does not count: from there on it may hold copies. Else null. */
  readonly lowest: number | null;
  /** Its header's newline is not as it was; all else of it is. */
  readonly isGlued: boolean;
  /** Its header is whole, but another segment's: the file was put there. */
  readonly isMisnamed: boolean;
  /** Its header is lost, and no line in it shows that it was whole once: what is bad in it may be of its beginning. */
  readonly isUnproven: boolean;
};

/** A lost sector of a write reads as zeros, and a lost end has no newline. Nothing else does that: the rest is damage. */
export function looksTorn({ whole, bytes }: Pick<BadLine, 'whole' | 'bytes'>): boolean {
  return !whole || bytes.includes(0);
}

/** How many lines a header promises: all from `firstSeq` to `through` but those it calls lost. Any number a forger likes. */
const promisedBy = ({ firstSeq, through, lost }: SegmentHeader): number =>
  through - firstSeq + 1 - lost.reduce((sum, [from, to]) => sum + to - from + 1, 0);

/**
 * A segment is begun with all its copies in one write, and gone on with only once that is flushed. It counts when the copies
 * stand in it, when anything stands behind them, or when what is wrong with it is nothing that a cut write does.
 */
const wasBegun = (header: SegmentHeader, all: readonly Entry[]): boolean => {
  const entries = all.filter(({ kind }) => kind !== 'glue');
  const { firstSeq, through, lost } = header;
  const promised = promisedBy(header);
  const standing = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'line' &&
      entry.seq >= firstSeq &&
      entry.seq <= through &&
      !isLost(lost, entry.seq)
        ? [entry.seq]
        : [],
    ),
  );
  if (standing.size >= promised || entries.length > promised) return true;
  if (entries.some((entry) => entry.kind === 'line' && entry.seq > through)) return true;
  return (
    entries.length === promised &&
    !entries.some((entry) => entry.kind === 'bad' && looksTorn(entry))
  );
};

/**
 * Does a segment count? One that does not was still being begun when the power went.
 * @param before the highest number in the segments before it: where the header itself is lost, only lines above it are new
 */
export function weigh(
  { header, beginning }: Pick<Outline, 'header' | 'beginning'>,
  entries: readonly Entry[],
  before: number,
): Pick<Outline, 'counts' | 'lowest' | 'isUnproven'> {
  const lines = entries.filter((entry) => entry.kind === 'line');
  const lowest = lines.reduce((least, { seq }) => Math.min(least, seq), Infinity);
  if (header !== null) return { counts: wasBegun(header, entries), lowest, isUnproven: false };
  const isTorn = looksTorn(beginning);
  // A line that knows of others above those before it as flushed was written when all of this was.
  return {
    lowest,
    counts: !isTorn || lines.some(({ seq }) => seq > before),
    isUnproven: isTorn && !lines.some(({ durable }) => durable > before),
  };
}

/**
 * What later segments say about one. Its lines above `through` are void. From `firstSeq` to `through` later segments hold
 * copies, but for numbers in `lost`: those were lost already. From `carryFrom` on a line may have a copy: it waits for it.
 * `isFollowed`: somebody went on in a later segment, one that is not unproven: of that nobody was told either.
 */
export type Word = {
  readonly firstSeq: number;
  readonly through: number;
  readonly lost: readonly NumberRange[];
  readonly carryFrom: number;
  readonly isFollowed: boolean;
};

/** Nobody says anything about the last segment. */
const noWord: Word = {
  firstSeq: Infinity,
  through: Infinity,
  lost: [],
  carryFrom: Infinity,
  isFollowed: false,
};

/** The word of all later segments about each. @param outlines of all segments, in order @returns by segment number */
export function wordsOf(outlines: readonly Outline[]): ReadonlyMap<number, Word> {
  const words = new Map<number, Word>();
  let word = noWord;
  for (const { number, header, lowest, counts, isUnproven } of [...outlines].reverse()) {
    words.set(number, word);
    const carryFrom = Math.min(
      word.carryFrom,
      (counts ? header?.firstSeq : null) ?? lowest ?? Infinity,
    );
    if (!counts) word = { ...word, carryFrom };
    else
      word =
        header === null
          ? { ...word, carryFrom, isFollowed: word.isFollowed || !isUnproven }
          : {
              firstSeq: Math.min(word.firstSeq, header.firstSeq),
              through: Math.min(word.through, header.through),
              lost: [...header.lost, ...word.lost],
              carryFrom,
              isFollowed: true,
            };
  }
  return words;
}

/** Do later segments say that somebody went on before this line? Then it counts no more. */
export function isVoid(
  outlines: readonly Outline[],
  { seq, segment }: { readonly seq: number; readonly segment: number },
): boolean {
  return seq > (wordsOf(outlines).get(segment)?.through ?? Infinity);
}

/** Does a later segment hold a copy of the line with this number? */
export function isCopied({ firstSeq, through, lost }: Word, seq: number): boolean {
  return seq >= firstSeq && seq <= through && !isLost(lost, seq);
}
