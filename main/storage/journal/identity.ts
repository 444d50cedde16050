import type { JournalIdentity } from '../../../shared/base/ids.ts';
import { placeOf, type Finding } from './findings.ts';
import type { SegmentHeader } from './journal-format.ts';
import type { Outline } from './outlines.ts';

type Named = Pick<SegmentHeader, 'id' | 'branch'>;
const nameOf = ({ id, branch }: Named): JournalIdentity | null =>
  id === null || branch === null ? null : { id, branch };

/**
 * A journal's own name by its headers: the id of the first that has one, and the branch of the last with that id.
 * @param outlines of all segments, in order
 * @returns null when no header has one: the journal is of a format before, or they are lost
 */
export function identityIn(outlines: readonly Pick<Outline, 'header'>[]): JournalIdentity | null {
  const names = outlines.flatMap(({ header }) => (header && nameOf(header)) ?? []);
  return [...names].reverse().find(({ id }) => id === names[0]?.id) ?? null;
}

/**
 * Which headers bear a name that cannot be this journal's: another id than the first that has one (or none any more), or
 * another branch than the one before though it was not begun by a restore. Behind a header that is lost any branch may be.
 * @param outlines of segments in order
 * @returns the numbers of their segments
 */
export function foreignIn(
  outlines: readonly Pick<Outline, 'header' | 'number'>[],
): ReadonlySet<number> {
  const foreign = new Set<number>();
  let id: string | null = null;
  let branch: string | null = null;
  for (const { number, header } of outlines) {
    if (header === null) {
      branch = null;
      continue;
    }
    const isOther = id !== null && header.id !== id;
    const isStray = branch !== null && header.branch !== branch && header.reason !== 'restored';
    if (isOther || isStray) foreign.add(number);
    else ({ id, branch } = header);
  }
  return foreign;
}

/** Names the headers that are foreign. @param read only of these segments */
export function foreignFindings(
  foreign: ReadonlySet<number>,
  read: readonly Pick<Outline, 'number'>[],
): readonly Finding[] {
  return read
    .filter(({ number }) => foreign.has(number))
    .map(({ number }) => ({ kind: 'foreign', place: placeOf(number, 1), visit: null }));
}
