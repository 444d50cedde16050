import { z } from 'zod';
import { actorSchema, factSchema, factsVersion, type StampedFact } from '../../shared/procedure/facts.ts';
import { decodeLine, encodeLine, linesOf } from './hashed-line.ts';

/** Version of the lines and headers described in docs/data.md. */
export const journalFormat = 1;

/** Why a segment was begun. */
export const segmentReasons = ['first', 'month', 'failed-flush', 'torn', 'damaged'] as const;

export const headerSchema = z.strictObject({
  journal: z.literal('pendamping'),
  format: z.literal(journalFormat),
  facts: z.int(),
  segment: z.int(),
  /** The office's month for which it was begun. */
  month: z.string().regex(/^\d{4}-\d\d$/),
  reason: z.enum(segmentReasons),
  /** Lines of earlier segments from this sequence number on are void. */
  firstSeq: z.int(),
  /** The segment counts only when lines firstSeq … through stand in it whole: copies of the acknowledged tail. */
  through: z.int(),
  /** Hash of the line before firstSeq. */
  prev: z.string(),
  hash: z.string(),
});
export type SegmentHeader = z.infer<typeof headerSchema>;

const stampSchema = z.object({
  seq: z.int(), at: z.int(), run: z.string(), mono: z.number(), actor: actorSchema, command: z.string().nullable(),
  durable: z.int(), prev: z.string(), hash: z.string(),
});

/** One fact as it stands in a segment. */
export type JournalLine = {
  readonly fact: StampedFact;
  /** The highest sequence number known flushed when it was written. */
  readonly durable: number;
  readonly prev: string;
  readonly hash: string;
};
export type Entry =
  /** `at`: number of the line in its file; `end`: byte behind its newline. */
  | { readonly kind: 'line'; readonly at: number; readonly line: JournalLine; readonly end: number }
  | { readonly kind: 'bad'; readonly at: number; readonly whole: boolean; readonly bytes: Buffer };

export const segmentName = (segment: number): string => `${String(segment).padStart(6, '0')}.jsonl`;
export const segmentNumber = (name: string): number | null => (/^\d{6}\.jsonl$/.test(name) ? Number(name.slice(0, 6)) : null);

export const encodeHeader = (header: Omit<SegmentHeader, 'journal' | 'format' | 'facts' | 'hash'>) =>
  encodeLine({ journal: 'pendamping', format: journalFormat, facts: factsVersion, ...header });

/** A fact's line, chained to the one before it. */
export const encodeFact = (fact: StampedFact, durable: number, prev: string) => {
  const { seq, at, run, mono, type, actor, visit, command, data } = fact;
  return encodeLine({ seq, at, run, mono, type, actor, visit, command, data, durable, prev });
};

const decodeFact = (bytes: Buffer): JournalLine | null => {
  const decoded = decodeLine(bytes);
  if (decoded === null) return null;
  const stamp = stampSchema.safeParse(decoded.fields);
  if (!stamp.success) return null;
  const { type, visit, data } = decoded.fields as Record<string, unknown>;
  const fact = factSchema.safeParse({ type, visit, data });
  if (!fact.success) return null;
  const { seq, at, run, mono, actor, command, durable, prev } = stamp.data;
  return { fact: { ...fact.data, seq, at, run, mono, actor, command } as StampedFact, durable, prev, hash: decoded.hash };
};

/**
 * Reads the lines of a segment from a line's beginning on. Bad lines are entries too: nothing is skipped unseen.
 * @param offset where in the file the bytes begin
 * @param firstLine number of the first of these lines in its file, counted from 1
 */
export const readEntries = (bytes: Buffer, offset: number, firstLine: number): readonly Entry[] => {
  const entries: Entry[] = [];
  let at = firstLine;
  for (const { bytes: text, start, whole } of linesOf(bytes)) {
    const line = whole ? decodeFact(text) : null;
    entries.push(line === null ? { kind: 'bad', at, whole, bytes: text } : { kind: 'line', at, line, end: offset + start + text.length + 1 });
    at += 1;
  }
  return entries;
};

/** Reads a segment's first line. Null when it is not whole. */
export const readHeader = (bytes: Buffer): { readonly header: SegmentHeader; readonly end: number } | null => {
  const newline = bytes.indexOf(10);
  const decoded = newline < 0 ? null : decodeLine(bytes.subarray(0, newline));
  const header = headerSchema.safeParse(decoded?.fields);
  return header.success ? { header: header.data, end: newline + 1 } : null;
};
