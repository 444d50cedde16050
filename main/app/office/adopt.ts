import type { Fact } from '../../../shared/facts/facts.ts';
import type { Procedure } from '../../../shared/sop/definition.ts';
import { isCurrent, shippedProcedure } from '../../../shared/state/procedures.ts';
import type { State } from '../../../shared/state/state.ts';
import { decided, note, type Core } from '../../engine/decision.ts';

const adopted = (definition: Procedure): Fact => ({
  type: 'procedure.adopted',
  visit: null,
  data: { definition },
});

/** The SOP that ships, for an office that has adopted no revision of it yet. */
export function shippedIfNone({ procedures }: Pick<State, 'procedures'>): readonly Fact[] {
  const { document } = shippedProcedure;
  return Object.hasOwn(procedures.current, document.no) ? [] : [adopted(shippedProcedure)];
}

/**
 * At a start: an office from before definitions were facts gets the one that it works by, and definitions that were handed in
 * are adopted where they are not yet those under which new visits begin.
 * @param given checked definitions
 */
export async function adoptAtStart(core: Core, given: readonly Procedure[]): Promise<void> {
  await note(core, ({ state }) => decided(state.settings === null ? [] : shippedIfNone(state)));
  for (const procedure of given)
    await note(core, ({ state }) =>
      decided(isCurrent(state.procedures, procedure) ? [] : [adopted(procedure)]),
    );
}
