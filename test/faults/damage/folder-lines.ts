import { createHash } from 'node:crypto';
import type { StampedFact } from '../../../shared/facts/facts.ts';

/** A data folder as it lies there: bytes by path. */
export type Folder = ReadonlyMap<string, Buffer>;

/** This file reads a folder as docs/data.md tells it, with nothing of the program's own readers. */
export const journalFolder = '/data/journal/';
export const peopleFolder = '/data/people/';
export const checkpointFile = '/data/checkpoint.json';

export function segmentsOf(folder: Folder): readonly string[] {
  return [...folder.keys()].filter((path) => /^\/data\/journal\/\d{6}\.jsonl$/.test(path)).sort();
}

const renewal = (path: string): number => Number(/\.(\d+)\.jsonl$/.exec(path)?.[1] ?? 0);
/** People files, the one written last at the end. */
export function peopleFilesOf(folder: Folder): readonly string[] {
  return [...folder.keys()]
    .filter((path) => path.startsWith(peopleFolder))
    .sort((a, b) => a.slice(0, 20).localeCompare(b.slice(0, 20)) || renewal(a) - renewal(b));
}

type Fields = Readonly<Record<string, unknown>>;
const tail = /,"hash":"([0-9a-f]{64})"\}/g;

const parsed = (body: Buffer, hash: string): Fields | null => {
  if (createHash('sha256').update(body).digest('hex') !== hash) return null;
  try {
    return JSON.parse(`${body.toString('utf8')}}`) as Fields;
  } catch {
    return null;
  }
};

/**
 * Every object of a file that ends with its right hash, with its line feed, or another byte or none in its place where a next
 * one follows. A last one without anything behind it is not whole.
 */
export function wholeIn(bytes: Buffer): readonly Fields[] {
  const text = bytes.toString('latin1');
  let last = 0;
  return [...text.matchAll(tail)].flatMap((match) => {
    // Where the one before ended, or a byte or two behind; or where this line begins, when it was damaged before that.
    const begins = new Set([last + 1, last, last + 2, text.lastIndexOf('\n', match.index) + 1]);
    last = match.index + match[0].length;
    if (last >= bytes.length) return [];
    for (const begin of begins) {
      const fields =
        begin > match.index ? null : parsed(bytes.subarray(begin, match.index), match[1] ?? '');
      if (fields !== null) return [fields];
    }
    return [];
  });
}

const count = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : 0);

/** A value with its keys in one order: as it was decided, or as a schema read it. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, inner]) => [key, inOrder(inner)]),
        )
      : value;

/** A fact as text, without what its line has for the journal's own sake: the same in every copy. */
export function textOfFact(fact: Fields | StampedFact): string {
  const { seq, at, run, mono, type, actor, visit, command, data, more } = fact as StampedFact;
  return JSON.stringify(inOrder({ seq, at, run, mono, type, actor, visit, command, data, more }));
}

/** The facts that stand whole in any segment, as text. */
export function factsStanding(folder: Folder): ReadonlySet<string> {
  return new Set(
    segmentsOf(folder)
      .flatMap((path) => wholeIn(folder.get(path) ?? Buffer.alloc(0)))
      .filter(({ seq }) => typeof seq === 'number')
      .map(textOfFact),
  );
}

/** The records that stand whole in any people file, by id. */
export function recordsStanding(folder: Folder): ReadonlySet<string> {
  return new Set(
    peopleFilesOf(folder)
      .flatMap((path) => wholeIn(folder.get(path) ?? Buffer.alloc(0)))
      .map(({ id }) => String(id)),
  );
}

/** The checkpoint's last line; 0 when there is none to be read. */
export function checkpointSeq(folder: Folder): number {
  const [fields] = wholeIn(folder.get(checkpointFile) ?? Buffer.alloc(0));
  return count((fields?.['point'] as Fields | undefined)?.['seq']);
}

/** The highest number that the folder itself proves to have been flushed, and so acknowledged. */
export function provenFlushed(folder: Folder): number {
  const lines = segmentsOf(folder).flatMap((path) => wholeIn(folder.get(path) ?? Buffer.alloc(0)));
  const records = peopleFilesOf(folder).flatMap((path) =>
    wholeIn(folder.get(path) ?? Buffer.alloc(0)),
  );
  return Math.max(
    checkpointSeq(folder),
    ...lines.map(({ durable }) => count(durable)),
    ...lines.map(({ through }) => count(through)),
    ...records.map(({ after }) => count(after)),
  );
}

/** The lines of a file, each without its line feed; what stands behind the last line feed is one too. */
export function linesIn(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

export function joined(lines: readonly Buffer[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
}
