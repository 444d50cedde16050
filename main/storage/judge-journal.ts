import { segmentName, type BadLine, type Entry, type JournalLine, type SegmentHeader } from './journal-format.ts';

/** The last line that counts: what the next one is chained to. An empty hash: that line is damaged. */
export type Head = { readonly seq: number; readonly hash: string };

/** Where a reading may begin instead of at the first line: just behind a line whose hash is known. */
export type ReadingPoint = Head & {
  readonly segment: number;
  readonly offset: number;
  /** Lines of the segment before the point, its header among them. */
  readonly line: number;
};

/** What a segment's beginning tells, before its lines are read. */
export type Outline = {
  readonly number: number;
  readonly header: SegmentHeader | null;
  /** The first line as it stands there: what is left of a header that is not whole. */
  readonly beginning: Pick<BadLine, 'whole' | 'bytes'>;
  readonly counts: boolean;
  /** Its header is lost, and no line in it shows that it was whole once: what is bad in it may be of its beginning. */
  readonly isUnproven: boolean;
};

/** A segment as read: its entries behind the header, or from the reading point on, where the number `due` is the first. */
export type Segment = Outline & { readonly entries: Iterable<Entry>; readonly due: number | null };

/**
 * `torn`: a write that never ended, or was given up after a failed flush; no acknowledged fact is in it. `damaged`: a line
 * that is not as it was written. `missing`: numbers without a line. `unchained`: a line whole in itself whose predecessor
 * is another than it says. `misplaced`: a line that stands twice, or behind a later one. `cut-off`: the journal was longer
 * once. `forked`: it was written anew from some line on. `gone`: a person's record that was not erased is not there.
 */
export type Finding = {
  readonly kind: 'torn' | 'damaged' | 'missing' | 'unchained' | 'misplaced' | 'cut-off' | 'forked' | 'gone';
  /** File and line: `journal/000001.jsonl:12`. */
  readonly place: string;
  /** The visit that a damaged line seems to be about, where that can still be read. */
  readonly visit: string | null;
};

/** What later segments say about one: lines above `through` are void, and from `firstSeq` on they hold copies. */
type Word = { readonly firstSeq: number; readonly through: number };

export const visitIn = (bytes: Buffer): string | null => /"visit":"([2-9A-Z]{4}-[2-9A-Z]{4})"/.exec(bytes.toString('latin1'))?.[1] ?? null;

/** A lost sector of a write reads as zeros, and a lost end has no newline. Nothing else does that: the rest is damage. */
export const looksTorn = ({ whole, bytes }: Pick<BadLine, 'whole' | 'bytes'>): boolean => !whole || bytes.includes(0);

/**
 * True when a segment counts: the copies that its header promises stand in it, or something was written after them, which
 * happens only once they are flushed. One that does not count was still being begun when the power went.
 * @param before the highest number in the segments before it: where the header itself is lost, only lines above it are new
 */
export const weigh = ({ header, beginning }: Pick<Outline, 'header' | 'beginning'>, entries: Iterable<Entry>, before: number): Pick<Outline, 'counts' | 'isUnproven'> => {
  const lines = [...entries].filter((entry) => entry.kind === 'line');
  const seqs = lines.map(({ seq }) => seq);
  if (header === null) {
    const isTorn = looksTorn(beginning);
    // A line that knows of others above those before it as flushed was written when all of this was.
    return { counts: seqs.some((seq) => seq > before || !isTorn), isUnproven: isTorn && !lines.some(({ durable }) => durable > before) };
  }
  const standing = new Set(seqs);
  const promised = Array.from({ length: header.through - header.firstSeq + 1 }, (_, at) => header.firstSeq + at);
  return { counts: promised.every((seq) => standing.has(seq)) || seqs.some((seq) => seq > header.through), isUnproven: false };
};

/** Gets every line that counts, in order, with the number of its segment. */
export type TakeLine = (line: JournalLine, segment: number) => void;

/** Where a line stands, below the data folder: `journal/000001.jsonl:12`. */
export const placeOf = (segment: number, line: number): string => `journal/${segmentName(segment)}:${line}`;

const lowestIn = (entries: readonly Entry[]): number => entries.reduce((lowest, entry) => (entry.kind === 'line' ? Math.min(lowest, entry.seq) : lowest), Infinity);

/** A line in its place by number, or a damaged one (`line` null) where its number was due. */
type Placed = { readonly seq: number; readonly segment: number } & ({ readonly line: JournalLine } | { readonly line: null });
type PlacedLine = Extract<Placed, { readonly line: JournalLine }>;

/**
 * Judges a journal line by line, one segment after the other (docs/data.md): what counts, what is void by a later header's
 * word, what is a tear and what is damage. No valid line is passed over, and nothing that the files hold makes it throw.
 * @param outlines all segments to be judged, in order
 * @param start the line before the first, and the highest number known flushed from elsewhere
 * @param take is told of a line once its command is known to be there to its end
 */
export const makeJudge = (
  outlines: readonly Outline[], start: { readonly head: Head; readonly durable: number }, take: TakeLine,
) => {
  const findings: Finding[] = [];
  let walked: Head = start.head;
  let head: Head = start.head;
  let durable = start.durable;
  /** Damaged lines since the last one walked. */
  let lost = 0;
  /** Lines of a command whose last has not come yet. */
  let open: PlacedLine[] = [];
  /** Lines of earlier segments that a later one holds copies of. */
  let carried: readonly Placed[] = [];
  let isFlawless = false;

  const find = (kind: Finding['kind'], place: string, visit: string | null = null): void => void findings.push({ kind, place, visit });

  const words = new Map<number, Word>();
  let word: Word = { firstSeq: Infinity, through: Infinity };
  for (const { number, header, counts: isCounted } of [...outlines].reverse()) {
    words.set(number, word);
    if (isCounted && header !== null) word = { firstSeq: Math.min(word.firstSeq, header.firstSeq), through: Math.min(word.through, header.through) };
  }

  const takeOpen = (): void => {
    for (const { line, segment } of open) take(line, segment);
    const last = open.at(-1);
    if (last !== undefined) head = { seq: last.seq, hash: last.line.hash };
    open = [];
  };

  const walk = (placed: Placed): void => {
    const { seq, line, segment } = placed;
    if (line === null) {
      lost += 1;
      return;
    }
    if (seq <= walked.seq) return;
    const absent = seq - walked.seq - 1;
    if (absent > lost) find('missing', placeOf(segment, line.at));
    if (absent === 0 && walked.hash !== '' && line.prev !== walked.hash) find('unchained', placeOf(segment, line.at));
    // Another command begins though the last one's end never came: that end is damaged, and what there is of it counts.
    if (open.at(-1)?.line.more !== line.more + 1) takeOpen();
    open.push(placed);
    if (line.more === 0) takeOpen();
    walked = { seq, hash: line.hash };
    lost = 0;
  };

  /** A segment's header is a link of the chain too. */
  const walkHeader = ({ firstSeq, prev }: SegmentHeader, place: string): void => {
    if (firstSeq - 1 > walked.seq + lost) find('missing', place);
    else if (firstSeq - 1 === walked.seq && walked.hash !== '' && prev !== '' && prev !== walked.hash) find('unchained', place);
    if (firstSeq - 1 <= walked.seq) return;
    takeOpen();
    walked = { seq: firstSeq - 1, hash: prev };
    head = walked;
    lost = 0;
  };

  /** Gives entries their places by number. Lines are as they say; a bad one stands where the next one was due. */
  const place = ({ number, isUnproven }: Outline, entries: readonly Entry[], firstDue: number, { firstSeq, through }: Word): readonly Placed[] => {
    const placed: Placed[] = [];
    let due = firstDue;
    let highest = due - 1;
    for (const entry of entries) {
      const where = placeOf(number, entry.at);
      if (entry.kind === 'line') {
        const { seq } = entry;
        if (seq > through) continue;
        if (seq <= highest) find('misplaced', where, visitIn(entry.bytes));
        highest = Math.max(highest, seq);
        due = Math.max(due, seq + 1);
        placed.push({ seq, segment: number, line: entry });
      } else if (entry.kind === 'glue') {
        find('damaged', where, visitIn(entry.bytes));
      } else if (due > through || ((due > durable || isUnproven) && looksTorn(entry))) {
        // Set aside to the segment's end, unless a later segment goes on there or this one was only being begun.
        find('torn', where);
        if (through === Infinity && !isUnproven) break;
      } else {
        // Made good by its copy in a later segment, where there is one.
        find(due >= firstSeq ? 'torn' : 'damaged', where, visitIn(entry.bytes));
        placed.push({ seq: due, segment: number, line: null });
        due += 1;
      }
    }
    return placed;
  };

  /** Walks what is in order as it comes. @returns the entries from the first on that is not */
  const walkInOrder = (number: number, entries: Iterable<Entry>, firstSeq: number): readonly Entry[] => {
    const rest: Entry[] = [];
    for (const entry of entries) {
      if (entry.kind === 'line') durable = Math.max(durable, entry.durable);
      else isFlawless = false;
      const isNext = entry.kind === 'line' && entry.seq === walked.seq + 1 && entry.seq < firstSeq && lost === 0;
      if (isNext && rest.length === 0 && carried.length === 0) walk({ seq: entry.seq, segment: number, line: entry });
      else rest.push(entry);
    }
    return rest;
  };

  return {
    findings,
    segment: (segment: Segment): void => {
      const { number, header, entries } = segment;
      const beginning = placeOf(number, 1);
      isFlawless = header !== null && segment.counts;
      if (header === null) find(segment.isUnproven ? 'torn' : 'damaged', beginning);
      else if (!segment.counts) find('torn', beginning);
      if (!segment.counts) return;
      const later = words.get(number) as Word;
      if (header !== null) {
        durable = Math.max(durable, header.through);
        // Where a later segment holds copies from before it, the lines before it are still to be walked.
        if (header.firstSeq <= later.firstSeq) walkHeader(header, beginning);
      }
      const before = walked.seq;
      const rest = walkInOrder(number, entries, later.firstSeq);
      if (rest.length === 0 && carried.length === 0) return;
      const due = walked.seq > before ? walked.seq + 1 : (segment.due ?? header?.firstSeq ?? lowestIn(rest));
      // Of two lines with one number that of the later segment counts: it was written knowing more.
      const all = [...place(segment, rest, due, later), ...carried].sort((a, b) => a.seq - b.seq);
      carried = all.filter(({ seq, line }) => line !== null && seq >= later.firstSeq);
      for (const each of all) if (each.seq < later.firstSeq) walk(each);
    },
    /** @returns the last line that counts, and whether the last segment is without any flaw: the next line can go behind it */
    end: (): { readonly head: Head; readonly isFlawless: boolean } => {
      const [first] = open;
      if (first !== undefined && lost === 0 && first.seq > durable) {
        // A command that was not written to its end: nobody was ever told of it.
        find('torn', placeOf(first.segment, first.line.at));
        return { head, isFlawless: false };
      }
      takeOpen();
      // Damaged lines at the end have used their numbers up.
      return { head: lost === 0 ? head : { seq: walked.seq + lost, hash: '' }, isFlawless };
    },
  };
};
