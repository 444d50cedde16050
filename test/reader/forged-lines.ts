import { encodeLine } from '../../main/storage/journal/hashed-line.ts';
import type { Chance } from '../faults/chance.ts';
import { inLines, lastOrAny, type Damage } from './damage.ts';

export type Fields = Readonly<Record<string, unknown>>;
export function fieldsOf(line: string): Fields | null {
  try {
    const { hash, ...fields } = JSON.parse(line) as Fields;
    return typeof hash === 'string' ? fields : null;
  } catch {
    return null;
  }
}
export function hashOf(line: string): string {
  return line.slice(-67, -3);
}
/** Lines of facts have their keys in one order, also where one is added that their format did not have. */
const inOrder = ({ more, durable, prev, ...fields }: Fields): Fields => ({
  ...fields,
  ...(more === undefined ? {} : { more }),
  durable,
  prev,
});
/** A line that is right by its hash, whoever wrote it. */
export function forged(fields: Fields): string {
  return encodeLine('seq' in fields ? inOrder(fields) : fields).line;
}
/** Changes fields of one line and hashes it anew. */
export function inFields(
  what: string,
  change: (fields: Fields, chance: Chance, lines: readonly string[]) => Fields,
  which: (lines: readonly string[], chance: Chance) => number,
  of = lastOrAny,
): Damage {
  return inLines(
    what,
    (lines, chance) => {
      const at = which(lines, chance);
      const fields = fieldsOf(lines[at] ?? '');
      return fields === null ? null : lines.with(at, forged(change(fields, chance, lines)));
    },
    of,
  );
}
export function theHeader(): number {
  return 0;
}
/** A number at most 4 away. */
export function near(chance: Chance, number: unknown): number {
  return Math.max(0, Number(number) - 4 + chance.below(9));
}
/** A number that no journal reaches. */
export const huge = 2 ** 52;
