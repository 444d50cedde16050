import { z } from 'zod';
import type { BranchId, JournalId, JournalIdentity } from '../../../shared/base/ids.ts';
import {
  actorSchema,
  factSchema,
  factsVersion,
  randomNameSchema,
  type StampedFact,
} from '../../../shared/facts/facts.ts';
import {
  behindFeed,
  behindPiece,
  decodeLine,
  encodeLine,
  hashIn,
  isHashed,
  linesOf,
  parseObject,
  piecesOf,
  tailLength,
} from './hashed-line.ts';
import { isSound } from './sound-header.ts';

/** Version of the lines and headers described in docs/data.md. Format 1 had no `more`, format 2 neither `lost` nor `id` and `branch`. */
export const journalFormat = 3;

/** The records were written by a later version of the program: nothing of them may be judged, or written to, by this one. */
export class NewerFormat extends Error {}

/** Why a segment was begun. */
export const segmentReasons = [
  'first',
  'month',
  'failed-flush',
  'unclean-end',
  'torn',
  'damaged',
  'restored',
] as const;

/** Numbers from the first to the last, both among them. */
export type NumberRange = readonly [from: number, to: number];

const sequenceNumber = z.int().min(0);
/** Headers of before bore no name. */
const ownName = <T extends string>() => randomNameSchema<T>().nullable().default(null);

export const headerSchema = z.strictObject({
  journal: z.literal('pendamping'),
  format: z.int().min(1).max(journalFormat),
  facts: z.int().min(1).max(factsVersion),
  /** The journal's own name. */
  id: ownName<JournalId>(),
  branch: ownName<BranchId>(),
  segment: z.int(),
  /** The office's month for which it was begun. */
  month: z.string().regex(/^\d{4}-\d\d$/),
  reason: z.enum(segmentReasons),
  /** From this number on the segment holds copies of earlier segments' lines. */
  firstSeq: z.int().min(1),
  /** Copies up to this number; lines of earlier segments above it are void. The next line's number follows it. */
  through: sequenceNumber,
  /** Numbers among them whose lines were lost when the segment was begun. */
  lost: z.array(z.tuple([sequenceNumber, sequenceNumber])).default([]),
  /** Hash of the line before firstSeq. */
  prev: z.string(),
  hash: z.string(),
});
export type SegmentHeader = z.infer<typeof headerSchema>;
const versionSchema = z.looseObject({
  journal: z.literal('pendamping'),
  format: z.int(),
  facts: z.int(),
});

/** A line as it stands in a segment: whole, and placed by its number and its chain. Its fact is read when it is wanted. */
export type JournalLine = {
  readonly kind: 'line';
  /** Number of the line in its file, counted from 1. */
  readonly at: number;
  /** Byte of the file behind its newline. */
  readonly end: number;
  readonly seq: number;
  /** How many lines of the same command come behind it. */
  readonly more: number;
  /** The highest sequence number known flushed when it was written. */
  readonly durable: number;
  readonly prev: string;
  readonly hash: string;
  readonly bytes: Buffer;
};
/** A line that is not as it was written. `glue`: only its newline is not; the lines on both sides of it stand for themselves. */
export type BadLine = {
  readonly kind: 'bad' | 'glue';
  readonly at: number;
  readonly whole: boolean;
  readonly bytes: Buffer;
};
export type Entry = JournalLine | BadLine;

export function segmentName(segment: number): string {
  return `${String(segment).padStart(6, '0')}.jsonl`;
}
export function segmentNumber(name: string): number | null {
  return /^\d{6}\.jsonl$/.test(name) ? Number(name.slice(0, 6)) : null;
}

/** A segment's first line. */
export function encodeHeader({
  id,
  branch,
  segment,
  month,
  reason,
  firstSeq,
  through,
  lost = [],
  prev,
}: JournalIdentity &
  Omit<
    z.input<typeof headerSchema>,
    'journal' | 'format' | 'facts' | 'hash' | keyof JournalIdentity
  >) {
  return encodeLine({
    journal: 'pendamping',
    format: journalFormat,
    facts: factsVersion,
    id,
    branch,
    segment,
    month,
    reason,
    firstSeq,
    through,
    lost,
    prev,
  });
}

/** Does a number lie in one of these ranges? */
export function isLost(lost: readonly NumberRange[], seq: number): boolean {
  return lost.some(([from, to]) => seq >= from && seq <= to);
}

/** A fact's line, chained to the one before it. */
export function encodeFact(fact: StampedFact, durable: number, prev: string) {
  const { seq, at, run, mono, type, actor, visit, command, data, more } = fact;
  return encodeLine({ seq, at, run, mono, type, actor, visit, command, data, more, durable, prev });
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** How a line begins. */
const beginning = /^\{"seq":(\d{1,15}),/;
/** Keys between a fact's data and the line's hash. Format 1 had no `more`. */
const keys = { more: ',"more":', durable: ',"durable":', prev: ',"prev":"' } as const;
/** More bytes than the beginning, and than all from `more` on, can have. */
const beginningBytes = 24;
const endingBytes = 224;

/** Reads a line's place in the chain, and checks it against its hash. What is between its two ends need not be read to judge it. */
const decodeChained = (bytes: Buffer, at: number, end: number): JournalLine | null => {
  const first = beginning.exec(bytes.toString('latin1', 0, beginningBytes));
  const ending = bytes.toString('latin1', Math.max(0, bytes.length - endingBytes));
  const hash = hashIn(ending);
  if (first === null || hash === null || !isHashed(bytes, hash)) return null;
  const prev = ending.lastIndexOf(keys.prev);
  const durable = ending.lastIndexOf(keys.durable, prev);
  const more = ending.lastIndexOf(keys.more, durable);
  const count = (key: number, name: string, until: number): number =>
    Number(ending.slice(key + name.length, until));
  const line: JournalLine = {
    kind: 'line',
    at,
    end,
    seq: Number(first[1]),
    more: more < 0 ? 0 : count(more, keys.more, durable),
    durable: count(durable, keys.durable, prev),
    prev: ending.slice(prev + keys.prev.length, -tailLength - 1),
    hash,
    bytes,
  };
  return prev >= 0 && Number.isSafeInteger(line.durable) && Number.isSafeInteger(line.more)
    ? line
    : null;
};

/** Reads the fact of a line. @returns null when it is none that this program knows, though nothing of the line has changed */
export function decodeFact({ bytes, more }: JournalLine): StampedFact | null {
  const fields = parseObject(bytes.toString('utf8'));
  if (fields === null) return null;
  const { seq, at, run, mono, type, actor, visit, command, data } = fields;
  const isStamped =
    Number.isSafeInteger(at) &&
    isText(run) &&
    typeof mono === 'number' &&
    (command === null || isText(command));
  const fact = factSchema.safeParse({ type, visit, data });
  if (!isStamped || !fact.success || !actorSchema.safeParse(actor).success) return null;
  return {
    type,
    visit,
    data: fact.data.data,
    seq,
    at,
    run,
    mono,
    actor,
    command,
    more,
  } as StampedFact;
}

/**
 * Reads the lines of a segment from a line's beginning on. Bad lines are entries too: nothing is skipped unseen.
 * @param offset where in the file the bytes begin
 * @param firstLine number of the first of these lines in its file, counted from 1
 */
export function* readEntries(
  bytes: Buffer,
  offset: number,
  firstLine: number,
): Generator<Entry, undefined> {
  let at = firstLine;
  for (const { bytes: text, start, whole } of linesOf(bytes)) {
    const end = offset + start + text.length + 1;
    const line = whole ? decodeChained(text, at, end) : null;
    if (line === null) yield* readBad(text, at, end, whole);
    else yield line;
    at += 1;
  }
}

/** Whatever still stands whole in a line that is not as it was written, because a newline is not. */
const readBad = (bytes: Buffer, at: number, end: number, whole: boolean): readonly Entry[] => {
  const pieces = piecesOf(bytes);
  const lines = pieces.map((piece) => decodeChained(piece, at, end));
  // A last line that lacks nothing but its newline, or has zeros for it, was still being written.
  const last = pieces.at(-1);
  const isCut =
    last !== undefined && !whole && behindPiece(bytes, last).every((byte) => byte === 0);
  const found = isCut ? lines.slice(0, -1) : lines;
  if (last === undefined || found.every((line) => line === null))
    return [{ kind: 'bad', at, whole, bytes }];
  const entries = found.map(
    (line, index): Entry =>
      line ?? { kind: 'bad', at, whole: true, bytes: pieces[index] as Buffer },
  );
  const rest = isCut ? last : behindFeed(bytes, last);
  return [
    { kind: 'glue', at, whole, bytes },
    ...entries,
    ...(rest.length > 0 ? [{ kind: 'bad', at, whole, bytes: rest } as const] : []),
  ];
};

/**
 * Reads a segment's first line. Where only its newline is not as it was, the header stands there all the same.
 * @returns null when it is not as it was written. `end`: the byte behind it. `isGlued`: its newline is not as it was; `sharesLine`:
 *   and another line begins in the same line of the file
 * @throws NewerFormat
 */
export function readHeader(
  bytes: Buffer,
): {
  readonly header: SegmentHeader;
  readonly end: number;
  readonly isGlued: boolean;
  readonly sharesLine: boolean;
} | null {
  const newline = bytes.indexOf(10);
  const text = newline < 0 ? bytes : bytes.subarray(0, newline);
  const line = newline < 0 ? null : decodeLine(text);
  const piece = line === null ? piecesOf(text)[0] : undefined;
  const decoded = line ?? (piece === undefined ? null : decodeLine(piece));
  if (decoded === null) return null;
  const version = versionSchema.safeParse(decoded.fields).data;
  if (version !== undefined && (version.format > journalFormat || version.facts > factsVersion)) {
    throw new NewerFormat(`journal format ${version.format}, facts ${version.facts}`);
  }
  const header = headerSchema.safeParse(decoded.fields);
  if (!header.success || !isSound(header.data, decoded.fields)) return null;
  if (piece === undefined)
    return { header: header.data, end: newline + 1, isGlued: false, sharesLine: false };
  // A file that ends in a header without its newline was still being begun.
  const behind = behindFeed(text, piece);
  if (newline < 0 && behind.every((byte) => byte === 0)) return null;
  const sharesLine = behind.length > 0;
  return {
    header: header.data,
    end: sharesLine ? text.length - behind.length : newline + 1,
    isGlued: true,
    sharesLine,
  };
}
