import { fieldsOf, forged, hashOf } from './forged-lines.ts';
import {
  lastOrAny,
  numberOf,
  pick,
  segmentPath,
  segmentsOf,
  withFile,
  without,
  type Damage,
} from './damage.ts';

/** What happens to whole segments, and to one that was only being begun. */
export const segmentsDamages: readonly Damage[] = [
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    return path === null
      ? null
      : { what: `${path} emptied`, contents: withFile(contents, path, Buffer.alloc(0)) };
  },
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    return path === null ? null : { what: `${path} deleted`, contents: without(contents, path) };
  },
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    const last = numberOf(segmentsOf(contents).at(-1) ?? '');
    return path === null
      ? null
      : {
          what: `${path} copied under the next number`,
          contents: withFile(
            contents,
            segmentPath(last + 1),
            contents.get(path) ?? Buffer.alloc(0),
          ),
        };
  },
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    if (path === null) return null;
    const to = segmentPath(chance.below(12));
    return {
      what: `${path} renamed to ${to}`,
      contents: withFile(without(contents, path), to, contents.get(path) ?? Buffer.alloc(0)),
    };
  },
  /** A segment that somebody began: with some of its copies, and perhaps with lines of its own. */
  (contents, chance) => {
    const last = segmentsOf(contents).at(-1);
    if (last === undefined) return null;
    const lines = (
      contents
        .get(last)
        ?.toString('latin1')
        .match(/[^\n]*\n/g) ?? []
    ).filter((line) => fieldsOf(line)?.['seq'] !== undefined);
    const seqs = lines.map((line) => Number(fieldsOf(line)?.['seq']));
    const first = chance.below(lines.length + 1);
    const end = first + chance.below(lines.length - first + 1);
    const through = seqs[end - 1] ?? seqs.at(-1) ?? 0;
    const number = numberOf(last) + 1;
    const own = fieldsOf(contents.get(last)?.toString('latin1').split('\n')[0]?.concat('\n') ?? '');
    const header = {
      journal: 'pendamping',
      format: 3,
      facts: 4,
      id: pick(chance, [own?.['id'] ?? 'a'.repeat(32), 'c'.repeat(32)]),
      branch: pick(chance, [own?.['branch'] ?? 'b'.repeat(32), 'd'.repeat(32)]),
      segment: number,
      month: '2027-03',
      reason: pick(chance, ['unclean-end', 'failed-flush', 'torn', 'damaged', 'restored']),
      firstSeq: end > first ? seqs[first] : through + 1,
      through,
      lost: [],
      prev: first === 0 ? '' : hashOf(lines[first - 1] ?? ''),
    };
    const line =
      chance.below(3) === 0 && end > first
        ? [
            forged({
              ...fieldsOf(lines[end - 1] ?? ''),
              seq: through + 1,
              durable: through,
              prev: hashOf(lines[end - 1] ?? ''),
            }),
          ]
        : [];
    const text = Buffer.from(
      [forged(header), ...lines.slice(first, end), ...line].join(''),
      'latin1',
    );
    const cut = chance.below(2) === 0 ? text : text.subarray(0, chance.below(text.length));
    const padded =
      chance.below(4) === 0 ? Buffer.concat([cut, Buffer.alloc(text.length - cut.length)]) : cut;
    return {
      what: `a segment begun behind ${last}, ${cut.length} of ${text.length} bytes`,
      contents: withFile(contents, segmentPath(number), padded),
    };
  },
];
