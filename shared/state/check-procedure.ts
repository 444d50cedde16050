import { guestBookFieldKeys } from '../guest-book/guest-book.ts';
import { checkDefinition, type Checked } from '../sop/check-definition.ts';
import type { DefinitionProblem } from '../sop/definition-problem.ts';

/**
 * Checks a definition for this product: what the engine asks of it, and that its matter asks fields which the guest book has.
 * @param input as data, from a file
 */
export function checkProcedure(input: unknown): Checked {
  const checked = checkDefinition(input);
  if (!checked.ok) return checked;
  const unknown = checked.procedure.matter.asks
    .filter((key) => !guestBookFieldKeys.some((known) => known === key))
    .map((at): DefinitionProblem => ({ problem: 'unknown-field', row: null, at }));
  return unknown.length === 0 ? checked : { ok: false, problems: unknown };
}
