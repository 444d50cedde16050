import { otherOutcomes, outcomeOf, type Bilingual, type Outcome } from '../sop/definition.ts';
import { findProcedure, type Procedures } from '../state/procedures.ts';
import { activeService, type Visit } from '../state/state.ts';

/** The words of how a visit ended, by its own document; null for an end outside every procedure, which has the product's words. */
export function outcomeWordsOf(
  procedures: Procedures,
  visit: Visit,
  outcome: Outcome,
): Bilingual | null {
  if (otherOutcomes.some((other) => other === outcome)) return null;
  const procedure = findProcedure(procedures, activeService(visit));
  const known = procedure === null ? undefined : outcomeOf(procedure, outcome);
  return known?.words ?? { id: outcome, en: outcome };
}
