import type { Chance } from '../faults/chance.ts';
import type { Contents } from '../four-months.ts';
import { checkpoint, isPeople, pick, withFile, without, type Damage } from './damage.ts';
import { inFields, near, theHeader, type Fields } from './forged-lines.ts';

const aPeopleFile = (contents: Contents, chance: Chance): string | null =>
  pick(chance, [...contents.keys()].filter(isPeople).sort());

/** What happens to people files, the checkpoint, and the journal as a whole. */
export const otherDamages: readonly Damage[] = [
  inFields(
    'a record of a person with other data, hashed anew',
    (fields) => ({ ...fields, data: { name: 'Orang lain' } }),
    (lines, chance) => chance.below(lines.length),
    aPeopleFile,
  ),
  inFields(
    'a record of a person with another after, hashed anew',
    (fields, chance) => ({ ...fields, after: near(chance, fields['after']) + chance.below(30) }),
    (lines, chance) => chance.below(lines.length),
    aPeopleFile,
  ),
  (contents, chance) => {
    const path = aPeopleFile(contents, chance);
    return path === null ? null : { what: `${path} deleted`, contents: without(contents, path) };
  },
  (contents, chance) => {
    const path = aPeopleFile(contents, chance);
    const to = path === null ? '' : path.replace(/(\.\d)?\.jsonl$/, '.7.jsonl');
    return path === null
      ? null
      : {
          what: `${path} renamed to ${to}`,
          contents: withFile(without(contents, path), to, contents.get(path) ?? Buffer.alloc(0)),
        };
  },
  (contents) =>
    contents.has(checkpoint)
      ? { what: 'the checkpoint deleted', contents: without(contents, checkpoint) }
      : null,
  (contents, chance, others) => {
    const other = pick(
      chance,
      others.filter((each) => each.has(checkpoint)),
    )?.get(checkpoint);
    return other === undefined
      ? null
      : {
          what: 'the checkpoint of another journal',
          contents: withFile(contents, checkpoint, other),
        };
  },
  inFields(
    'a checkpoint with another point, hashed anew',
    (fields, chance) => {
      const point = fields['point'] as Fields;
      return {
        ...fields,
        point: {
          ...point,
          seq: near(chance, point['seq']),
          hash: pick(chance, [point['hash'], '0'.repeat(64)]),
        },
      };
    },
    theHeader,
    (contents) => (contents.has(checkpoint) ? checkpoint : null),
  ),
  (contents) => {
    const left = [...contents].filter(([path]) => !path.startsWith('/data/journal/'));
    return left.length === contents.size
      ? null
      : { what: 'journal/ deleted', contents: new Map(left) };
  },
];
