import { decodeLine, linesOf } from '../../main/storage/hashed-line.ts';
import { readHeader } from '../../main/storage/journal-format.ts';
import type { Contents } from '../four-months.ts';

/**
 * Folders about which the program is known not to say what docs/data.md says; told to whoever mends it. They are left out
 * until then, each kind by what makes it.
 */
type LeftOut = { readonly why: string; readonly is: (contents: Contents) => boolean };

const wholeLines = (bytes: Buffer): readonly { readonly seq: number; readonly hash: string }[] =>
  [...linesOf(bytes)].flatMap(({ bytes: line }) => {
    const decoded = decodeLine(line);
    const seq = Number(decoded?.fields['seq']);
    return decoded === null || Number.isNaN(seq) ? [] : [{ seq, hash: decoded.hash }];
  });

/** A header that counts: its own segment's. */
const hasHeader = (path: string, bytes: Buffer): boolean => readHeader(bytes)?.header.segment === Number(path.slice(-12, -6));

const leftOut: readonly LeftOut[] = [
  {
    why: 'a line under a lost header whose number, or a higher one, an earlier segment has in another line: the program passes it over',
    is: (contents) => {
      const before = new Set<string>();
      let highest = 0;
      for (const [path, bytes] of [...contents].filter(([name]) => name.startsWith('/data/journal/')).sort(([a], [b]) => a.localeCompare(b))) {
        const lines = wholeLines(bytes);
        if (!hasHeader(path, bytes) && lines.some(({ seq, hash }) => seq <= highest && !before.has(hash))) return true;
        for (const { seq, hash } of lines) {
          before.add(hash);
          highest = Math.max(highest, seq);
        }
      }
      return false;
    },
  },
  {
    why: 'a people file whose last line lacks its line feed: the program takes it for whole',
    is: (contents) => [...contents].some(([path, bytes]) => path.startsWith('/data/people/') && bytes.at(-1) === 125),
  },
];

/** Why a folder is left out; null when it is not. */
export const whyLeftOut = (contents: Contents): string | null => leftOut.find(({ is }) => is(contents))?.why ?? null;

/** Without slips: `verify` takes every fact behind the last check-in for a visit, and so many slips further behind for known. */
export const withoutSlips = (contents: Contents): Contents => new Map([...contents].filter(([path]) => !path.startsWith('/data/slips/')));
