import type { SegmentHeader } from './journal-format.ts';
import type { Outline } from './outlines.ts';

/**
 * A run of segments that can be read for itself: it ends where a segment was begun for a new month, with nothing left open
 * before it, whose lines no later segment holds again.
 */
export type Chapter = {
  readonly segments: readonly number[];
  readonly firstSeq: number;
  /** The latest month of its segments; empty when no header of them can be read. */
  readonly month: string;
  /** The header behind it: nothing of the chapter changes any more. Null: the last chapter. */
  readonly closedBy: SegmentHeader | null;
};

/** The header that a chapter begins with at this segment; null when none does. */
const beginningAt = (outlines: readonly Outline[], index: number): SegmentHeader | null => {
  const { header, counts } = outlines[index] as Outline;
  if (
    header === null ||
    !counts ||
    header.reason !== 'month' ||
    header.through !== header.firstSeq - 1
  )
    return null;
  return outlines
    .slice(index + 1)
    .every((later) => later.header !== null && later.header.firstSeq >= header.firstSeq)
    ? header
    : null;
};

/** The latest month for which one of these segments was begun; empty when no header can be read. */
export function latestMonthOf(outlines: readonly Outline[]): string {
  return outlines.reduce(
    (latest, { header }) => (header !== null && header.month > latest ? header.month : latest),
    '',
  );
}

/** A journal's chapters, in order. @param outlines of all its segments @returns one at least */
export function chaptersOf(outlines: readonly Outline[]): readonly Chapter[] {
  const later = outlines
    .map((_, index) => ({ index, header: index === 0 ? null : beginningAt(outlines, index) }))
    .filter(({ header }) => header !== null);
  const begins = [{ index: 0, header: null }, ...later];
  return begins.map(({ index, header }, at) => {
    const next = begins[at + 1];
    const within = outlines.slice(index, next?.index);
    return {
      segments: within.map(({ number }) => number),
      firstSeq: header?.firstSeq ?? 1,
      month: latestMonthOf(within),
      closedBy: next?.header ?? null,
    };
  });
}
