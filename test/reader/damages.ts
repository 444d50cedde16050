import { encodeLine } from '../../main/storage/hashed-line.ts';
import type { Chance } from '../faults/chance.ts';
import type { Contents } from '../four-months.ts';

/** What was done to a folder, in words, and the folder then. */
export type Damaged = { readonly what: string; readonly contents: Contents };
/** @param others folders of other offices @returns null where there is nothing that it could be done to */
export type Damage = (contents: Contents, chance: Chance, others: readonly Contents[]) => Damaged | null;

const isSegment = (path: string): boolean => /^\/data\/journal\/\d{6}\.jsonl$/.test(path);
const isPeople = (path: string): boolean => path.startsWith('/data/people/');
const checkpoint = '/data/checkpoint.json';
const segmentPath = (number: number): string => `/data/journal/${String(number).padStart(6, '0')}.jsonl`;
const numberOf = (path: string): number => Number(path.slice(-12, -6));

export const pick = <T>(chance: Chance, list: readonly T[]): T | null => list[chance.below(list.length)] ?? null;
const withFile = (contents: Contents, path: string, bytes: Buffer): Contents => new Map([...contents, [path, bytes]]);
const without = (contents: Contents, path: string): Contents => new Map([...contents].filter(([name]) => name !== path));
const segmentsOf = (contents: Contents): readonly string[] => [...contents.keys()].filter(isSegment).sort();
/** A file that is read: most often a segment, and among those the last. */
const anyFile = (contents: Contents, chance: Chance): string | null => {
  const kind = chance.below(10);
  const paths = [...contents.keys()].filter(kind < 6 ? isSegment : kind < 9 ? isPeople : (path) => path === checkpoint).sort();
  return kind < 3 ? (paths.at(-1) ?? null) : pick(chance, paths);
};

/** Changes one file's bytes. */
const inBytes = (what: string, change: (bytes: Buffer, chance: Chance) => Buffer): Damage => (contents, chance) => {
  const path = anyFile(contents, chance);
  const bytes = path === null ? undefined : contents.get(path);
  if (path === null || bytes === undefined || bytes.length === 0) return null;
  return { what: `${what} in ${path}`, contents: withFile(contents, path, change(Buffer.from(bytes), chance)) };
};
/** Changes one file's lines, each with its line feed. @param of which files; the change may return null */
const inLines = (what: string, change: (lines: readonly string[], chance: Chance) => readonly string[] | null, of = anyFile): Damage => (contents, chance) => {
  const path = of(contents, chance);
  const lines = path === null ? [] : (contents.get(path)?.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? []);
  const changed = path === null || lines.length === 0 ? null : change(lines, chance);
  return path === null || changed === null ? null : { what: `${what} in ${path}`, contents: withFile(contents, path, Buffer.from(changed.join(''), 'latin1')) };
};
const lastOrAny = (contents: Contents, chance: Chance): string | null => {
  const paths = segmentsOf(contents);
  return chance.below(2) === 0 ? (paths.at(-1) ?? null) : pick(chance, paths);
};
const noise = (chance: Chance, length: number): Buffer => Buffer.from(Array.from({ length }, () => chance.below(256)));
const sector = 512;

const lineFeeds = (bytes: Buffer): readonly number[] => [...bytes.keys()].filter((at) => bytes[at] === 10);
const bytesDamages: readonly Damage[] = [
  inBytes('a flipped bit', (bytes, chance) => {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    return bytes;
  }),
  inBytes('a line feed that is another byte', (bytes, chance) => {
    const feeds = lineFeeds(bytes);
    const at = chance.below(3) === 0 ? feeds.at(-1) : pick(chance, feeds);
    if (at !== undefined && at !== null) bytes[at] = pick(chance, [0, 0, 13, 32, 11, 8, 2, 26, 42, 74, 138]) ?? 0;
    return bytes;
  }),
  inBytes('a zeroed range', (bytes, chance) => {
    const from = chance.below(bytes.length);
    return bytes.fill(0, from, chance.below(3) === 0 ? bytes.length : Math.min(bytes.length, from + 1 + chance.below(2 * sector)));
  }),
  inBytes('a zeroed sector', (bytes, chance) => {
    const from = chance.below(Math.ceil(bytes.length / sector)) * sector;
    return bytes.fill(0, from, Math.min(bytes.length, from + sector));
  }),
  inBytes('an end that is cut', (bytes, chance) => bytes.subarray(0, chance.below(2) === 0 ? chance.below(bytes.length) : Math.max(0, bytes.length - 1 - chance.below(400)))),
  inBytes('noise behind the end', (bytes, chance) => Buffer.concat([bytes, noise(chance, 1 + chance.below(300))])),
  inBytes('lines of garbage behind the end', (bytes, chance) => Buffer.concat([bytes, Buffer.from('not a line of ours\n'.repeat(1 + chance.below(5)))])),
  inBytes('zeros behind the end', (bytes, chance) => Buffer.concat([bytes, Buffer.alloc(1 + chance.below(sector))])),
  inBytes('another beginning of a line behind the end', (bytes, chance) => Buffer.concat([bytes, bytes.subarray(0, chance.below(300))])),
];

const linesDamages: readonly Damage[] = [
  inLines('a line dropped', (lines, chance) => lines.toSpliced(chance.below(lines.length), 1)),
  inLines('the last lines dropped', (lines, chance) => lines.slice(0, Math.max(1, lines.length - 1 - chance.below(4)))),
  inLines('a line doubled', (lines, chance) => lines.toSpliced(chance.below(lines.length), 0, pick(chance, lines) ?? '')),
  inLines('two lines swapped', (lines, chance) => {
    const [a, b] = [chance.below(lines.length), chance.below(lines.length)];
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  }),
  inLines('a line replaced by another', (lines, chance) => lines.with(chance.below(lines.length), pick(chance, lines) ?? '')),
  inLines('a line of garbage between', (lines, chance) => lines.toSpliced(chance.below(lines.length + 1), 0, pick(chance, ['garbage\n', '{}\n', '\n', '\0\0\0\n']) ?? '')),
  inLines('CR LF everywhere', (lines) => lines.map((line) => line.replace(/\n$/, '\r\n'))),
  inLines('CR LF at one line', (lines, chance) => {
    const at = chance.below(lines.length);
    return lines.with(at, (lines[at] ?? '').replace(/\n$/, '\r\n'));
  }),
  inLines('a line feed left out', (lines, chance) => {
    const at = chance.below(lines.length);
    return lines.with(at, (lines[at] ?? '').replace(/\n$/, ''));
  }),
  inLines('the header gone', (lines) => lines.slice(1), lastOrAny),
  inLines('a bit of the header flipped', (lines, chance) => {
    const head = Buffer.from(lines[0] ?? '', 'latin1');
    const at = chance.below(head.length);
    head[at] = (head[at] ?? 0) ^ (1 << chance.below(8));
    return [head.toString('latin1'), ...lines.slice(1)];
  }, lastOrAny),
  inLines('the header zeroed', ([head = '', ...lines], chance) => ['\0'.repeat(head.length - chance.below(2)), ...lines.slice(0, chance.below(lines.length + 1))], lastOrAny),
  inLines('only a piece of the header', ([head = '']) => [head.slice(0, -40)], lastOrAny),
];

const segmentsDamages: readonly Damage[] = [
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    return path === null ? null : { what: `${path} emptied`, contents: withFile(contents, path, Buffer.alloc(0)) };
  },
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    return path === null ? null : { what: `${path} deleted`, contents: without(contents, path) };
  },
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    const last = numberOf(segmentsOf(contents).at(-1) ?? '');
    return path === null ? null : { what: `${path} copied under the next number`, contents: withFile(contents, segmentPath(last + 1), contents.get(path) ?? Buffer.alloc(0)) };
  },
  (contents, chance) => {
    const path = lastOrAny(contents, chance);
    if (path === null) return null;
    const to = segmentPath(chance.below(12));
    return { what: `${path} renamed to ${to}`, contents: withFile(without(contents, path), to, contents.get(path) ?? Buffer.alloc(0)) };
  },
];

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (line: string): Fields | null => {
  try {
    const { hash, ...fields } = JSON.parse(line) as Fields;
    return typeof hash === 'string' ? fields : null;
  } catch {
    return null;
  }
};
const hashOf = (line: string): string => line.slice(-67, -3);
const forged = (fields: Fields): string => encodeLine(fields).line;
/** Changes fields of one line and hashes it anew. */
const inFields = (what: string, change: (fields: Fields, chance: Chance, lines: readonly string[]) => Fields, which: (lines: readonly string[], chance: Chance) => number, of = lastOrAny): Damage =>
  inLines(what, (lines, chance) => {
    const at = which(lines, chance);
    const fields = fieldsOf(lines[at] ?? '');
    return fields === null ? null : lines.with(at, forged(change(fields, chance, lines)));
  }, of);
const aFact = (lines: readonly string[], chance: Chance): number => 1 + chance.below(Math.max(1, lines.length - 1));
const theHeader = (): number => 0;
const near = (chance: Chance, number: unknown): number => Math.max(0, Number(number) - 4 + chance.below(9));
const huge = 2 ** 52;

const forgedDamages: readonly Damage[] = [
  inFields('a fact with another time, hashed anew', (fields) => ({ ...fields, at: 1 }), aFact),
  inFields('a fact with another number, hashed anew', (fields, chance) => ({ ...fields, seq: Math.max(1, near(chance, fields['seq'])) }), aFact),
  inFields('a fact with a higher durable, hashed anew', (fields, chance) => ({ ...fields, durable: Number(fields['seq']) + chance.below(4) }), aFact),
  inFields('a fact that promises more, hashed anew', (fields, chance) => ({ ...fields, more: 1 + chance.below(3) }), (lines, chance) => Math.max(1, lines.length - 1 - chance.below(3))),
  inLines('further facts, rightly chained', (lines, chance) => {
    const added: string[] = [];
    for (let count = 1 + chance.below(3); count > 0; count -= 1) {
      const last = added.at(-1) ?? lines.at(-1) ?? '';
      const fields = fieldsOf(last);
      if (fields?.['seq'] === undefined) return null;
      const seq = Number(fields['seq']) + 1;
      added.push(forged({ ...fields, type: 'sign-out', visit: null, data: { staff: 'x', reason: 'idle' }, seq, more: chance.below(3) === 0 ? 1 : 0, durable: pick(chance, [seq - 1, fields['durable']]), prev: hashOf(last) }));
    }
    return [...lines, ...added];
  }, lastOrAny),
  inLines('a fact of far ahead', (lines, chance) => {
    const fields = fieldsOf(lines.at(-1) ?? '');
    return fields?.['seq'] === undefined ? null : [...lines, forged({ ...fields, seq: pick(chance, [Number(fields['seq']) + 5, huge]) })];
  }, lastOrAny),
  inFields('a header with another through', (fields, chance) => ({ ...fields, through: pick(chance, [huge, near(chance, fields['through']), near(chance, fields['through'])]) }), theHeader),
  inFields('a header with another firstSeq', (fields, chance) => ({ ...fields, firstSeq: Math.max(1, near(chance, fields['firstSeq'])) }), theHeader),
  inFields('a header with another prev', (fields, chance) => ({ ...fields, prev: pick(chance, ['', 'f'.repeat(64)]) }), theHeader),
  inFields('a header of another segment', (fields, chance) => ({ ...fields, segment: pick(chance, [huge, 0, -1, Number(fields['segment']) + 1, '1']) }), theHeader),
  inFields('a header with lost numbers', (fields, chance) => {
    const [first, through] = [Number(fields['firstSeq']), Number(fields['through'])];
    const pair = (): readonly number[] => {
      const from = first + chance.below(Math.max(1, through - first + 1));
      return [from, from + chance.below(4)];
    };
    return { ...fields, format: 3, lost: pick(chance, [[pair()], [pair(), pair()], [[first, through]], [[through, through]], [[through, first]], 'x', [[1, huge]]]) };
  }, theHeader),
  inFields('a header that lacks something', (fields, chance) => {
    const name = pick(chance, Object.keys(fields)) ?? '';
    return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
  }, theHeader),
  /** A segment that somebody began: with some of its copies, and perhaps with lines of its own. */
  (contents, chance) => {
    const last = segmentsOf(contents).at(-1);
    if (last === undefined) return null;
    const lines = (contents.get(last)?.toString('latin1').match(/[^\n]*\n/g) ?? []).filter((line) => fieldsOf(line)?.['seq'] !== undefined);
    const seqs = lines.map((line) => Number(fieldsOf(line)?.['seq']));
    const first = chance.below(lines.length + 1);
    const end = first + chance.below(lines.length - first + 1);
    const through = seqs[end - 1] ?? seqs.at(-1) ?? 0;
    const number = numberOf(last) + 1;
    const header = {
      journal: 'pendamping', format: 3, facts: 3, segment: number, month: '2027-03', reason: pick(chance, ['unclean-end', 'failed-flush', 'torn', 'damaged']),
      firstSeq: end > first ? seqs[first] : through + 1, through, lost: [], prev: first === 0 ? '' : hashOf(lines[first - 1] ?? ''),
    };
    const own = chance.below(3) === 0 && end > first ? [forged({ ...fieldsOf(lines[end - 1] ?? ''), seq: through + 1, durable: through, prev: hashOf(lines[end - 1] ?? '') })] : [];
    const text = Buffer.from([forged(header), ...lines.slice(first, end), ...own].join(''), 'latin1');
    const cut = chance.below(2) === 0 ? text : text.subarray(0, chance.below(text.length));
    const padded = chance.below(4) === 0 ? Buffer.concat([cut, Buffer.alloc(text.length - cut.length)]) : cut;
    return { what: `a segment begun behind ${last}, ${cut.length} of ${text.length} bytes`, contents: withFile(contents, segmentPath(number), padded) };
  },
];

const aPeopleFile = (contents: Contents, chance: Chance): string | null => pick(chance, [...contents.keys()].filter(isPeople).sort());
const otherDamages: readonly Damage[] = [
  inFields('a record of a person with other data, hashed anew', (fields) => ({ ...fields, data: { name: 'Orang lain' } }), (lines, chance) => chance.below(lines.length), aPeopleFile),
  inFields('a record of a person with another after, hashed anew', (fields, chance) => ({ ...fields, after: near(chance, fields['after']) + chance.below(30) }), (lines, chance) => chance.below(lines.length), aPeopleFile),
  (contents, chance) => {
    const path = aPeopleFile(contents, chance);
    return path === null ? null : { what: `${path} deleted`, contents: without(contents, path) };
  },
  (contents, chance) => {
    const path = aPeopleFile(contents, chance);
    const to = path === null ? '' : path.replace(/(\.\d)?\.jsonl$/, '.7.jsonl');
    return path === null ? null : { what: `${path} renamed to ${to}`, contents: withFile(without(contents, path), to, contents.get(path) ?? Buffer.alloc(0)) };
  },
  (contents) => (contents.has(checkpoint) ? { what: 'the checkpoint deleted', contents: without(contents, checkpoint) } : null),
  (contents, chance, others) => {
    const other = pick(chance, others.filter((each) => each.has(checkpoint)))?.get(checkpoint);
    return other === undefined ? null : { what: 'the checkpoint of another journal', contents: withFile(contents, checkpoint, other) };
  },
  inFields('a checkpoint with another point, hashed anew', (fields, chance) => {
    const point = fields['point'] as Fields;
    return { ...fields, point: { ...point, seq: near(chance, point['seq']), hash: pick(chance, [point['hash'], '0'.repeat(64)]) } };
  }, theHeader, (contents) => (contents.has(checkpoint) ? checkpoint : null)),
  (contents) => {
    const left = [...contents].filter(([path]) => !path.startsWith('/data/journal/'));
    return left.length === contents.size ? null : { what: 'journal/ deleted', contents: new Map(left) };
  },
];

/** All that a disk or a person can do, kind by kind. */
export const damageKinds: readonly (readonly Damage[])[] = [bytesDamages, linesDamages, segmentsDamages, forgedDamages, otherDamages];
