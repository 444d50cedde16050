import type { Chance } from '../faults/chance.ts';
import type { Contents } from '../four-months.ts';

/** What was done to a folder, in words, and the folder then. */
export type Damaged = { readonly what: string; readonly contents: Contents };
/** @param others folders of other offices @returns null where there is nothing that it could be done to */
export type Damage = (
  contents: Contents,
  chance: Chance,
  others: readonly Contents[],
) => Damaged | null;

export function isSegment(path: string): boolean {
  return /^\/data\/journal\/\d{6}\.jsonl$/.test(path);
}
export function isPeople(path: string): boolean {
  return path.startsWith('/data/people/');
}
export const checkpoint = '/data/checkpoint.json';
export function segmentPath(number: number): string {
  return `/data/journal/${String(number).padStart(6, '0')}.jsonl`;
}
export function numberOf(path: string): number {
  return Number(path.slice(-12, -6));
}

export function pick<T>(chance: Chance, list: readonly T[]): T | null {
  return list[chance.below(list.length)] ?? null;
}
export function withFile(contents: Contents, path: string, bytes: Buffer): Contents {
  return new Map([...contents, [path, bytes]]);
}
export function without(contents: Contents, path: string): Contents {
  return new Map([...contents].filter(([name]) => name !== path));
}
export function segmentsOf(contents: Contents): readonly string[] {
  return [...contents.keys()].filter(isSegment).sort();
}
/** A file that is read: most often a segment, and among those the last. */
const anyFile = (contents: Contents, chance: Chance): string | null => {
  const kind = chance.below(10);
  const paths = [...contents.keys()]
    .filter(kind < 6 ? isSegment : kind < 9 ? isPeople : (path) => path === checkpoint)
    .sort();
  return kind < 3 ? (paths.at(-1) ?? null) : pick(chance, paths);
};

/** Changes one file's bytes. */
export function inBytes(what: string, change: (bytes: Buffer, chance: Chance) => Buffer): Damage {
  return (contents, chance) => {
    const path = anyFile(contents, chance);
    const bytes = path === null ? undefined : contents.get(path);
    if (path === null || bytes === undefined || bytes.length === 0) return null;
    return {
      what: `${what} in ${path}`,
      contents: withFile(contents, path, change(Buffer.from(bytes), chance)),
    };
  };
}
/** Changes one file's lines, each with its line feed. @param of which files; the change may return null */
export function inLines(
  what: string,
  change: (lines: readonly string[], chance: Chance) => readonly string[] | null,
  of = anyFile,
): Damage {
  return (contents, chance) => {
    const path = of(contents, chance);
    const lines =
      path === null
        ? []
        : (contents
            .get(path)
            ?.toString('latin1')
            .match(/[^\n]*\n|[^\n]+$/g) ?? []);
    const changed = path === null || lines.length === 0 ? null : change(lines, chance);
    return path === null || changed === null
      ? null
      : {
          what: `${what} in ${path}`,
          contents: withFile(contents, path, Buffer.from(changed.join(''), 'latin1')),
        };
  };
}
export function lastOrAny(contents: Contents, chance: Chance): string | null {
  const paths = segmentsOf(contents);
  return chance.below(2) === 0 ? (paths.at(-1) ?? null) : pick(chance, paths);
}
