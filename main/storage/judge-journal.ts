import type { StampedFact } from '../../shared/procedure/facts.ts';
import { genesis } from './hashed-line.ts';
import { segmentName, type Entry, type SegmentHeader } from './journal-format.ts';

/** The last line that counts: what the next one is chained to. An empty hash: that line is damaged. */
export type Head = { readonly seq: number; readonly hash: string };

/** Where a reading may begin instead of at the first line: just behind a line whose hash is known. */
export type ReadingPoint = Head & { readonly segment: number; readonly offset: number };

/** A segment as read: its entries from byte `start` on, behind the header when that is whole. */
export type Segment = {
  readonly number: number;
  readonly header: SegmentHeader | null;
  readonly entries: readonly Entry[];
  readonly start: number;
};

/**
 * `torn`: a write that never ended, above everything known durable; no acknowledged fact is in it. `damaged`: a line that
 * is not as it was written. `missing`: numbers without a line. `unchained`: a line whole in itself whose predecessor is
 * another than it says. `misplaced`: a line that stands twice, or behind a later one.
 */
export type Finding = {
  readonly kind: 'torn' | 'damaged' | 'missing' | 'unchained' | 'misplaced';
  /** File and line: `000001.jsonl:12`. */
  readonly place: string;
  /** The visit that a damaged line seems to be about, where that can still be read. */
  readonly visit: string | null;
};

/** Where the next line can go: behind the last line of a flawless last segment. */
export type Tail = { readonly segment: number; readonly offset: number; readonly month: string };

export type JournalReading = {
  readonly facts: readonly StampedFact[];
  readonly head: Head;
  readonly findings: readonly Finding[];
  /** Null: a new segment is needed. */
  readonly tail: Tail | null;
  readonly lastSegment: number;
};

const isLine = (entry: Entry): entry is Extract<Entry, { kind: 'line' }> => entry.kind === 'line';

/**
 * True when a segment counts: the copies that its header promises stand in it, or something was written after them, which
 * happens only once they are flushed. One that does not count was still being begun when the power went.
 */
const counts = ({ header, entries }: Segment): boolean => {
  if (header === null) return entries.some(isLine);
  const lines = entries.filter(isLine);
  const copies = lines.filter(({ line }) => line.fact.seq >= header.firstSeq && line.fact.seq <= header.through);
  return copies.length === header.through - header.firstSeq + 1 || lines.some(({ line }) => line.fact.seq > header.through);
};

const visitIn = (bytes: Buffer): string | null => /"visit":"([2-9A-Z]{4}-[2-9A-Z]{4})"/.exec(bytes.toString('latin1'))?.[1] ?? null;

/** What later segments say about this one: lines above `through` are void, and a bad line from `firstSeq` on is made good. */
const wordOf = (later: readonly Segment[]): { readonly firstSeq: number; readonly through: number } => {
  const headers = later.flatMap(({ header }) => header ?? []);
  return {
    firstSeq: Math.min(...headers.map(({ firstSeq }) => firstSeq), Infinity),
    through: Math.min(...headers.map(({ through }) => through), Infinity),
  };
};

type Walk = { facts: StampedFact[]; findings: Finding[]; head: Head };

const walkSegment = (walk: Walk, segment: Segment, later: readonly Segment[], durable: number): void => {
  const word = wordOf(later);
  const find = (kind: Finding['kind'], line: number, visit: string | null = null): void => {
    walk.findings.push({ kind, place: `${segmentName(segment.number)}:${line}`, visit });
  };
  let seq = segment.header?.firstSeq ?? walk.head.seq + 1;
  for (const [index, entry] of segment.entries.entries()) {
    if (entry.kind === 'line') {
      const { fact, prev, hash } = entry.line;
      if (fact.seq > word.through) return;
      if (fact.seq < seq) find('misplaced', entry.at);
      seq = Math.max(seq, fact.seq + 1);
      if (fact.seq <= walk.head.seq) continue;
      if (fact.seq > walk.head.seq + 1) find('missing', entry.at);
      else if (walk.head.hash !== '' && prev !== walk.head.hash) find('unchained', entry.at);
      walk.facts.push(fact);
      walk.head = { seq: fact.seq, hash };
    } else {
      if (seq >= word.firstSeq) return;
      const isLast = index === segment.entries.length - 1;
      if (seq > durable && !(entry.whole && isLast)) return find('torn', entry.at);
      find('damaged', entry.at, visitIn(entry.bytes));
      if (seq > walk.head.seq) walk.head = { seq, hash: '' };
      seq += 1;
    }
  }
};

/** A segment whose header is bad: named, and its first entry, the header, set apart from its lines. */
const withoutHeader = (segment: Segment, walk: Walk): Segment => {
  walk.findings.push({ kind: counts(segment) ? 'damaged' : 'torn', place: `${segmentName(segment.number)}:1`, visit: null });
  return { ...segment, entries: segment.entries.slice(1) };
};

/**
 * Judges a journal line by line (docs/data.md): what counts, what is void by a later header's word, what is a tear and what
 * is damage. Pure. No valid line is passed over, and nothing that the files hold makes it throw.
 * @param segments in order
 * @param from where reading began; null at the first line
 */
export const judge = (segments: readonly Segment[], from: ReadingPoint | null): JournalReading => {
  const walk: Walk = { facts: [], findings: [], head: from ?? { seq: 0, hash: genesis } };
  const durable = Math.max(from?.seq ?? 0, ...segments.map(({ entries }) => entries.filter(isLine).reduce((most, { line }) => Math.max(most, line.durable), 0)));
  const counted = segments.filter((segment) => counts(segment) || segment.number === from?.segment);
  for (const segment of segments) {
    const readable = segment.header === null && segment.number !== from?.segment ? withoutHeader(segment, walk) : segment;
    if (counted.includes(segment)) walkSegment(walk, readable, counted.slice(counted.indexOf(segment) + 1), durable);
    else if (segment.header !== null) walk.findings.push({ kind: 'torn', place: `${segmentName(segment.number)}:2`, visit: null });
  }
  const last = segments[segments.length - 1];
  const flawless = last !== undefined && last.header !== null && counted.includes(last) && last.entries.every(isLine);
  const end = last?.entries.filter(isLine).pop()?.end ?? last?.start ?? 0;
  return {
    facts: walk.facts,
    head: { seq: walk.head.seq, hash: walk.head.hash },
    findings: walk.findings,
    tail: flawless && last.header !== null ? { segment: last.number, offset: end, month: last.header.month } : null,
    lastSegment: last?.number ?? 0,
  };
};
