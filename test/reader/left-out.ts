import { decodeLine, genesis, linesOf, piecesOf } from '../../main/storage/journal/hashed-line.ts';
import { segmentName, type SegmentHeader } from '../../main/storage/journal/journal-format.ts';
import { readOutlines } from '../../main/storage/journal/read-journal.ts';
import type { Contents } from '../four-months.ts';
import { filesWith } from './sources.ts';

type Whole = { readonly seq: number; readonly hash: string; readonly more: number };
/** Every line whose hash is right, whatever stands for its line feed. */
const wholeLines = (bytes: Buffer): readonly Whole[] =>
  [...linesOf(bytes)]
    .flatMap(({ bytes: line }) => piecesOf(line))
    .flatMap((piece) => {
      const decoded = decodeLine(piece);
      const seq = Number(decoded?.fields['seq']);
      return decoded === null || Number.isNaN(seq)
        ? []
        : [{ seq, hash: decoded.hash, more: Number(decoded.fields['more'] ?? 0) }];
    });

type Standing = {
  readonly header: SegmentHeader | null;
  readonly counts: boolean;
  readonly lines: readonly Whole[];
  readonly bytes: Buffer;
};
/** The journal's segments in order, each with its header where that is its own. */
const segmentsIn = async (contents: Contents): Promise<readonly Standing[]> =>
  (await readOutlines(await filesWith(contents), '/data/journal')).map(
    ({ number, header, counts }) => {
      const bytes = contents.get(`/data/journal/${segmentName(number)}`) ?? Buffer.alloc(0);
      return { header, counts, lines: wholeLines(bytes), bytes };
    },
  );

/**
 * Folders about which the program is known not to say what docs/data.md says; told to whoever mends it, or left as it is
 * because nobody but a forger makes it. Each kind by what makes it.
 */
type LeftOut = {
  readonly why: string;
  readonly is: (segments: readonly Standing[], contents: Contents) => boolean;
};

const leftOut: readonly LeftOut[] = [
  {
    why: 'a line with a number below its own segment’s firstSeq (a forged number or header): the program passes it over',
    is: (segments) =>
      segments.some(
        ({ header, lines }) => header !== null && lines.some(({ seq }) => seq < header.firstSeq),
      ),
  },
  {
    why: 'half a command at the end, with a number in it or before it that has no line: the program sets a part of it aside, or names what nobody was told of',
    is: (segments) => {
      const lines = segments.flatMap((segment) => segment.lines);
      const numbers = new Set(lines.map(({ seq }) => seq));
      const highest = Math.max(0, ...numbers);
      const half = lines
        .filter(({ seq, more }) => more > 0 && seq + more > highest)
        .map(({ seq }) => seq);
      return (
        half.length > 0 &&
        Array.from({ length: Math.min(1_000, highest) }, (_, at) => highest - at).some(
          (seq) => seq >= Math.min(...half) - 1 && !numbers.has(seq),
        )
      );
    },
  },
  {
    why: 'a forged prev or firstSeq of a header that promises copies, or before one that promises some from further back: the program does not hold it against the line before',
    is: (segments) => {
      const hashesOf = (number: number): readonly string[] =>
        number === 0
          ? [genesis]
          : segments.flatMap(({ lines }) =>
              lines.flatMap(({ seq, hash }) => (seq === number ? [hash] : [])),
            );
      return segments.some(({ header }, at) => {
        if (header === null || header.prev === '') return false;
        const isPassedOver =
          header.through >= header.firstSeq ||
          segments
            .slice(at + 1)
            .some((later) => later.header !== null && later.header.firstSeq < header.firstSeq);
        const before = isPassedOver ? hashesOf(header.firstSeq - 1) : [];
        return before.length > 0 && !before.includes(header.prev);
      });
    },
  },
  {
    why: 'a line that stands twice in a segment that does not count: the program names the second, docs/data.md does not say',
    is: (segments) =>
      segments.some(
        ({ counts, lines }) =>
          !counts && new Set(lines.map(({ hash }) => hash)).size < lines.length,
      ),
  },
];

/** Why a folder is left out; null when it is not. */
export async function whyLeftOut(contents: Contents): Promise<string | null> {
  const segments = await segmentsIn(contents);
  return leftOut.find(({ is }) => is(segments, contents))?.why ?? null;
}
