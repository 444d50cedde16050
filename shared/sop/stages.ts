import type { Step } from './definition.ts';
import type { Stage } from './kinds.ts';

/**
 * The parts of a step, in order; the first is where it is entered. Waiting, called and begun (`running`) of what staff begin;
 * a queue has no third part, since whoever has come is at the next step; a trainer is owed, then called.
 */
export function stagesOf({
  kind,
  norm,
}: Pick<Step, 'kind' | 'norm'>): readonly [Stage, ...Stage[]] {
  if (kind === 'queue') return ['waiting', 'called'];
  if (kind === 'assign') return ['trainer-owed', 'trainer-called'];
  return norm.starts === 'at-begin' ? ['waiting', 'called', 'running'] : ['running'];
}

/** The part of a step in which it can be answered. */
export function answeredIn(step: Pick<Step, 'kind' | 'norm'>): Stage {
  const parts = stagesOf(step);
  return parts[parts.length - 1] ?? 'running';
}
