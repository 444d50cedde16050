import { segmentName } from './journal-format.ts';

/** A line that counts, by its number and its hash. Number 0 with the hash of `genesis`: none yet. */
export type Head = { readonly seq: number; readonly hash: string };

/** Where a reading may begin instead of at the first line: just behind a line whose hash is known. */
export type ReadingPoint = Head & {
  readonly segment: number;
  readonly offset: number;
  /** Lines of the segment before the point, its header among them. */
  readonly line: number;
};

/** What can be wrong with a line, or with the place where one should be (docs/data.md). */
export const findingKinds = [
  'torn',
  'damaged',
  'missing',
  'unchained',
  'misplaced',
  'cut-off',
  'forked',
  'gone',
  'foreign',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/**
 * `torn`: a write that never ended, or was given up after a failed flush; no acknowledged fact is in it that does not stand
 * elsewhere. `damaged`: a line that is not as it was written. `missing`: numbers without a line. `unchained`: a line whole in
 * itself whose predecessor is another than it says. `misplaced`: a line that stands twice, or behind a later one. `cut-off`:
 * the journal was longer once. `forked`: a number has another line, which was acknowledged too. `gone`: a person's record
 * that was not erased is not there. `foreign`: a segment's header bears another journal's name.
 */
export type Finding = {
  readonly kind: FindingKind;
  /** File and line: `journal/000001.jsonl:12`. */
  readonly place: string;
  /** The visit that a damaged line seems to be about, where that can still be read. */
  readonly visit: string | null;
};

/** All but a tear: something that was kept once is not as it was. */
export function isDamage({ kind }: Finding): boolean {
  return kind !== 'torn';
}

/** Where a line stands, below the data folder: `journal/000001.jsonl:12`. */
export function placeOf(segment: number, line: number): string {
  return `journal/${segmentName(segment)}:${line}`;
}

/** The visit that a line seems to be about, though it may be damaged. */
export function visitIn(bytes: Buffer): string | null {
  return /"visit":"([2-9A-Z]{4}-[2-9A-Z]{4})"/.exec(bytes.toString('latin1'))?.[1] ?? null;
}
