import {
  factsStanding,
  linesIn,
  provenFlushed,
  segmentsOf,
  wholeIn,
  textOfFact,
  type Folder,
} from './folder-lines.ts';
import type { Kept, Ledger } from './ledger.ts';

/** Where the lines of facts stand, by fact. */
const placesIn = (
  folder: Folder,
): ReadonlyMap<
  string,
  readonly { readonly path: string; readonly at: number; readonly of: number }[]
> => {
  const found = segmentsOf(folder).flatMap((path) => {
    const lines = linesIn(folder.get(path) ?? Buffer.alloc(0));
    return lines.flatMap((line, at) =>
      wholeIn(Buffer.concat([line, Buffer.from('\n')])).map((fields) => ({
        text: textOfFact(fields),
        path,
        at,
        of: lines.length,
      })),
    );
  });
  return Map.groupBy(found, ({ text }) => text);
};

const looksTorn = (bytes: Buffer, at: number, of: number, line: Buffer): boolean =>
  line.includes(0) || (at === of - 1 && bytes.at(-1) !== 10);

/** Places of lines that are not as they were written and cannot be a write that never ended, of facts that are lost. */
export function visiblySpoiled(
  before: Folder,
  folder: Folder,
  lost: readonly Kept[],
): ReadonlyMap<string, string> {
  const places = placesIn(before);
  const visible = new Map<string, string>();
  for (const { text } of lost) {
    for (const { path, at, of } of places.get(text) ?? []) {
      const bytes = folder.get(path) ?? Buffer.alloc(0);
      const lines = linesIn(bytes);
      const line = lines[at];
      if (line !== undefined && lines.length === of && !looksTorn(bytes, at, of, line))
        visible.set(text, `${path.slice('/data/'.length)}:${at + 1}`);
    }
  }
  return visible;
}

const endsTorn = (folder: Folder): boolean =>
  segmentsOf(folder).some((path) => {
    const bytes = folder.get(path) ?? Buffer.alloc(0);
    return bytes.includes(0) || (bytes.length > 0 && bytes.at(-1) !== 10);
  });

/** Lines, but for headers, that are no hashed line and end in a line feed. */
export function strangeLines(folder: Folder): number {
  return segmentsOf(folder).reduce((sum, path) => {
    const lines = linesIn(folder.get(path) ?? Buffer.alloc(0));
    return (
      sum +
      lines.filter((line) => wholeIn(Buffer.concat([line, Buffer.from('\n')])).length === 0).length
    );
  }, 0);
}

export function seqOf(text: string): number {
  return (JSON.parse(text) as { readonly seq: number }).seq;
}

/** Is there, in the same segment, a line that knows of this fact as flushed? */
export function isKnownBeside(folder: Folder, { text, fact }: Kept): boolean {
  return segmentsOf(folder).some((path) => {
    const lines = wholeIn(folder.get(path) ?? Buffer.alloc(0));
    return (
      lines.some((fields) => Number(fields['durable'] ?? 0) >= fact.seq) &&
      lines.some((fields) => fields['seq'] === fact.seq && textOfFact(fields) === text)
    );
  });
}

/** What of the ledger stands whole, what is lost and can be known to be, and where it can be seen. */
export type Balance = {
  readonly standing: readonly Kept[];
  /** Whole, but behind a write that looks as if it never ended: it may be set aside with it. */
  readonly excused: ReadonlySet<string>;
  /** Whole, but another whole line that nobody acknowledged has the same number: somebody forged a copy. */
  readonly contested: ReadonlySet<string>;
  readonly lost: readonly Kept[];
  readonly visible: ReadonlyMap<string, string>;
  /** The highest number that the folder proves flushed. */
  readonly proven: number;
};

/**
 * Compares the ledger with a folder. Facts whose loss leaves no trace are let go: that folder is the same, byte for byte, as
 * one in which they were never acknowledged. So are those of two programs: their numbers stand twice.
 * @param before the folder when the last program had ended
 */
export function balance(ledger: Ledger, before: Folder, folder: Folder): Balance {
  const texts = factsStanding(folder);
  const proven = provenFlushed(folder);
  const gone = ledger.kept().filter(({ text }) => !texts.has(text));
  const visible = visiblySpoiled(before, folder, gone);
  const lost = gone.filter(
    ({ text, fact, twins }) => twins === null && (fact.seq <= proven || visible.has(text)),
  );
  for (const one of gone) if (!lost.includes(one)) ledger.letGo(one);
  const standing = ledger.kept().filter(({ text }) => texts.has(text));
  const isTorn = endsTorn(folder);
  const broken = new Set(
    gone.map(({ fact }) => fact.command).filter((command) => command !== null),
  );
  const excused = standing.filter(
    ({ fact }) =>
      fact.seq > proven && (isTorn || (fact.command !== null && broken.has(fact.command))),
  );
  const acknowledged = new Set(ledger.kept().map(({ text }) => text));
  const strangers = new Set([...texts].filter((text) => !acknowledged.has(text)).map(seqOf));
  const contested = new Set(
    standing.filter(({ fact }) => strangers.has(fact.seq)).map(({ text }) => text),
  );
  return {
    contested,
    standing,
    excused: new Set(excused.map(({ text }) => text)),
    lost,
    visible,
    proven,
  };
}
