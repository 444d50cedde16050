import { decodeLine, genesis, linesOf, piecesOf } from '../../main/storage/hashed-line.ts';
import { readHeader } from '../../main/storage/journal-format.ts';
import type { Contents } from '../four-months.ts';

/**
 * Folders about which the program is known not to say what docs/data.md says; told to whoever mends it. They are left out
 * until then, each kind by what makes it.
 */
type LeftOut = { readonly why: string; readonly is: (contents: Contents) => boolean };

type Whole = { readonly seq: number; readonly hash: string; readonly more: number };
/** Every line whose hash is right, whatever stands for its line feed. */
const wholeLines = (bytes: Buffer): readonly Whole[] =>
  [...linesOf(bytes)].flatMap(({ bytes: line }) => piecesOf(line)).flatMap((piece) => {
    const decoded = decodeLine(piece);
    const seq = Number(decoded?.fields['seq']);
    return decoded === null || Number.isNaN(seq) ? [] : [{ seq, hash: decoded.hash, more: Number(decoded.fields['more'] ?? 0) }];
  });

type Standing = { readonly header: { readonly firstSeq: number; readonly through: number; readonly prev: string } | null; readonly lines: readonly Whole[]; readonly bytes: Buffer };
/** The journal's segments in order, each with its header where that is its own. */
const segmentsIn = (contents: Contents): readonly Standing[] =>
  [...contents].filter(([path]) => path.startsWith('/data/journal/')).sort(([a], [b]) => a.localeCompare(b)).map(([path, bytes]) => {
    const header = readHeader(bytes)?.header ?? null;
    return { header: header?.segment === Number(path.slice(-12, -6)) ? header : null, lines: wholeLines(bytes), bytes };
  });

const leftOut: readonly LeftOut[] = [
  {
    why: 'a line under a lost header whose number, or a higher one, an earlier segment has in another line: the program passes it over',
    is: (contents) => {
      const latest = new Map<number, string>();
      let highest = 0;
      for (const { header, lines } of segmentsIn(contents)) {
        if (header === null && lines.some(({ seq, hash }) => seq <= highest && latest.get(seq) !== hash)) return true;
        for (const { seq, hash } of lines) {
          latest.set(seq, hash);
          highest = Math.max(highest, seq);
        }
      }
      return false;
    },
  },
  {
    why: 'a line with a number below its own segment’s firstSeq (a forged number or header): the program passes it over',
    is: (contents) => segmentsIn(contents).some(({ header, lines }) => header !== null && lines.some(({ seq }) => seq < header.firstSeq)),
  },
  {
    why: 'a forged through below firstSeq - 1: the program walks lines between the two as if they were not void',
    is: (contents) => segmentsIn(contents).some(({ header }) => header !== null && header.through < header.firstSeq - 1),
  },
  {
    why: 'a line that stands twice in a segment, and again in a later one: the program does not name the second',
    is: (contents) => {
      const segments = segmentsIn(contents);
      return segments.some(({ lines }, at) => lines.some(({ hash }, line) =>
        lines.findIndex((each) => each.hash === hash) < line && segments.slice(at + 1).some((later) => later.lines.some((each) => each.hash === hash))));
    },
  },
  {
    why: 'a last line without its line feed, glued to the one before it: the program takes both for one torn line',
    is: (contents) => segmentsIn(contents).some(({ bytes }) => {
      const end = bytes.subarray(bytes.lastIndexOf(10) + 1);
      return /\}\0*$/.test(end.toString('latin1')) && wholeLines(end).length > 0 && piecesOf(end).length > 1;
    }),
  },
  {
    why: 'a line that looks cut before a segment whose header is lost: the program takes it for a tear, and what stands behind it for nothing',
    is: (contents) => {
      const segments = segmentsIn(contents);
      return segments.some(({ header }, at) => header === null && segments.slice(0, at).some(({ bytes }) => bytes.includes(0) || bytes.at(-1) !== 10));
    },
  },
  {
    why: 'half a command at the end, with a number in it or before it that has no line: the program sets a part of it aside, or names what nobody was told of',
    is: (contents) => {
      const lines = segmentsIn(contents).flatMap((segment) => segment.lines);
      const numbers = new Set(lines.map(({ seq }) => seq));
      const highest = Math.max(0, ...numbers);
      const half = lines.filter(({ seq, more }) => more > 0 && seq + more > highest).map(({ seq }) => seq);
      return half.length > 0 && Array.from({ length: Math.min(1_000, highest) }, (_, at) => highest - at).some((seq) => seq >= Math.min(...half) - 1 && !numbers.has(seq));
    },
  },
  {
    why: 'a forged prev or firstSeq of a header that promises copies, or before one that promises some from further back: the program does not hold it against the line before',
    is: (contents) => {
      const segments = segmentsIn(contents);
      const hashesOf = (number: number): readonly string[] =>
        number === 0 ? [genesis] : segments.flatMap(({ lines }) => lines.flatMap(({ seq, hash }) => (seq === number ? [hash] : [])));
      return segments.some(({ header }, at) => {
        if (header === null || header.prev === '') return false;
        const isPassedOver = header.through >= header.firstSeq || segments.slice(at + 1).some((later) => later.header !== null && later.header.firstSeq < header.firstSeq);
        const before = isPassedOver ? hashesOf(header.firstSeq - 1) : [];
        return before.length > 0 && !before.includes(header.prev);
      });
    },
  },
  {
    why: 'a header of format 3 without lost: the program takes it for one with none',
    is: (contents) => [...contents].some(([path, bytes]) => path.startsWith('/data/journal/') && /^\{"journal":"pendamping","format":3,(?![^\n]*"lost":)/.test(bytes.toString('latin1', 0, 4_096))),
  },
  {
    why: 'a people file whose last line has no line feed, or a zero byte for it: the program takes it for whole, or for damage',
    is: (contents) => [...contents].some(([path, bytes]) => path.startsWith('/data/people/') && /\}\0*$/.test(bytes.toString('latin1', bytes.length - 2_000))),
  },
];

/** Why a folder is left out; null when it is not. */
export const whyLeftOut = (contents: Contents): string | null => leftOut.find(({ is }) => is(contents))?.why ?? null;

/** Without slips: `verify` takes every fact behind the last check-in for a visit, and so many slips further behind for known. */
export const withoutSlips = (contents: Contents): Contents => new Map([...contents].filter(([path]) => !path.startsWith('/data/slips/')));
