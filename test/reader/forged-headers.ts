import { pick, type Damage } from './damage.ts';
import { huge, inFields, near, theHeader } from './forged-lines.ts';

/** Headers that somebody changed and hashed. */
export const forgedHeaders: readonly Damage[] = [
  inFields(
    'a header with another through',
    (fields, chance) => ({
      ...fields,
      through: pick(chance, [
        huge,
        near(chance, fields['through']),
        near(chance, fields['through']),
      ]),
    }),
    theHeader,
  ),
  inFields(
    'a header with another firstSeq',
    (fields, chance) => ({ ...fields, firstSeq: Math.max(1, near(chance, fields['firstSeq'])) }),
    theHeader,
  ),
  inFields(
    'a header with another prev',
    (fields, chance) => ({ ...fields, prev: pick(chance, ['', 'f'.repeat(64)]) }),
    theHeader,
  ),
  inFields(
    'a header of another segment',
    (fields, chance) => ({
      ...fields,
      segment: pick(chance, [huge, 0, -1, Number(fields['segment']) + 1, '1']),
    }),
    theHeader,
  ),
  inFields(
    'a header with lost numbers',
    (fields, chance) => {
      const [first, through] = [Number(fields['firstSeq']), Number(fields['through'])];
      const pair = (): readonly number[] => {
        const from = first + chance.below(Math.max(1, through - first + 1));
        return [from, from + chance.below(4)];
      };
      return {
        ...fields,
        ...(fields['format'] === 3
          ? {}
          : { format: 3, id: 'a'.repeat(32), branch: 'b'.repeat(32) }),
        lost: pick(chance, [
          [pair()],
          [pair(), pair()],
          [[first, through]],
          [[through, through]],
          [[through, first]],
          'x',
          [[1, huge]],
        ]),
      };
    },
    theHeader,
  ),
  inFields(
    'a header with another name',
    (fields, chance) => {
      const name = pick(chance, ['id', 'branch']) ?? '';
      return {
        ...fields,
        [name]: pick(chance, ['c'.repeat(32), 'd'.repeat(32), 'C'.repeat(32), '', null, 7]),
        reason: pick(chance, ['restored', fields['reason']]),
      };
    },
    theHeader,
  ),
  inFields(
    'a header that lacks something',
    (fields, chance) => {
      const name = pick(chance, Object.keys(fields)) ?? '';
      return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
    },
    theHeader,
  ),
];
