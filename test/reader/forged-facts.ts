import type { Chance } from '../faults/chance.ts';
import { inLines, lastOrAny, pick, type Damage } from './damage.ts';
import { fieldsOf, forged, hashOf, huge, inFields, near } from './forged-lines.ts';

const aFact = (lines: readonly string[], chance: Chance): number =>
  1 + chance.below(Math.max(1, lines.length - 1));

/** Facts that somebody changed or added, and hashed. */
export const forgedFacts: readonly Damage[] = [
  inFields('a fact with another time, hashed anew', (fields) => ({ ...fields, at: 1 }), aFact),
  inFields(
    'a fact with another number, hashed anew',
    (fields, chance) => ({ ...fields, seq: Math.max(1, near(chance, fields['seq'])) }),
    aFact,
  ),
  inFields(
    'a fact with a higher durable, hashed anew',
    (fields, chance) => ({ ...fields, durable: Number(fields['seq']) + chance.below(4) }),
    aFact,
  ),
  inFields(
    'a fact that promises more, hashed anew',
    (fields, chance) => ({ ...fields, more: 1 + chance.below(3) }),
    (lines, chance) => Math.max(1, lines.length - 1 - chance.below(3)),
  ),
  inLines(
    'further facts, rightly chained',
    (lines, chance) => {
      const added: string[] = [];
      for (let count = 1 + chance.below(3); count > 0; count -= 1) {
        const last = added.at(-1) ?? lines.at(-1) ?? '';
        const fields = fieldsOf(last);
        if (fields?.['seq'] === undefined) return null;
        const seq = Number(fields['seq']) + 1;
        added.push(
          forged({
            ...fields,
            type: 'sign-out',
            visit: null,
            data: { staff: 'x', reason: 'idle' },
            seq,
            more: chance.below(3) === 0 ? 1 : 0,
            durable: pick(chance, [seq - 1, fields['durable']]),
            prev: hashOf(last),
          }),
        );
      }
      return [...lines, ...added];
    },
    lastOrAny,
  ),
  inLines(
    'a fact of far ahead',
    (lines, chance) => {
      const fields = fieldsOf(lines.at(-1) ?? '');
      return fields?.['seq'] === undefined
        ? null
        : [...lines, forged({ ...fields, seq: pick(chance, [Number(fields['seq']) + 5, huge]) })];
    },
    lastOrAny,
  ),
];
