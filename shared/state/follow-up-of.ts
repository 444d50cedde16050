import type { FollowUp } from '../sop/definition.ts';
import { findProcedure } from './procedures.ts';
import type { Escalation, State } from './state.ts';

/** The definition of an escalation's stages: that under which its visit's service began. Null: its procedure has none. */
export function followUpOf(
  { procedures }: Pick<State, 'procedures'>,
  escalation: Escalation,
): FollowUp | null {
  return findProcedure(procedures, escalation)?.followUp ?? null;
}
