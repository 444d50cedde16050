import type { SegmentHeader } from './journal-format.ts';

/**
 * Is this object a header that this program can read? Its numbers may be any that a forger likes, but must make sense.
 * @param fields as they stand in the line: what a format has must be there
 */
export function isSound(
  { format, id, branch, firstSeq, through, lost }: SegmentHeader,
  fields: Readonly<Record<string, unknown>>,
): boolean {
  const bounds = [firstSeq - 1, ...lost.flat(), through + 1];
  const isInOrder = bounds.every(
    (bound, at) =>
      at === 0 ||
      (at % 2 === 0 ? bound >= (bounds[at - 1] as number) : bound > (bounds[at - 1] as number)),
  );
  const isComplete = format < 3 || ('lost' in fields && id !== null && branch !== null);
  return through >= firstSeq - 1 && isInOrder && isComplete;
}
