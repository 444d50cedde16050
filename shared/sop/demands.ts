import type { Cause } from '../base/closed-lists.ts';
import type { Answer, Demand, Step } from './definition.ts';

/** What a command brings to the chart: counts and times come as flags, so that the chart holds none. */
export type Brought = {
  /** The step has run longer than its norm. */
  readonly isOverNorm?: boolean;
  /** The cause chosen, now or before an undo. */
  readonly cause?: Cause | null;
  /** Which other demands are met. */
  readonly met?: readonly Demand[];
};

/** The norm is kept, its cause is chosen, or this step asks for none: THE guard on norms, for every way out of a step. */
export function isNormAccounted(
  { demands }: Pick<Step, 'demands'>,
  { isOverNorm, cause }: Brought,
): boolean {
  return !demands.includes('cause') || isOverNorm !== true || (cause ?? null) !== null;
}

/** Of which answers each demand holds: company and package are confirmed by whoever says that it succeeded. */
const heldBy: Readonly<
  Record<Exclude<Demand, 'cause' | 'clean-workstation' | 'credentials'>, readonly Answer[]>
> = {
  problem: ['done', 'yes', 'no', 'leaves', 'continues'],
  ticket: ['done', 'yes', 'no', 'leaves', 'continues'],
  'company-and-package': ['done', 'yes'],
};

/** The first demand of a step that holds an answer, or null. */
export function unmetByAnswer(
  step: Pick<Step, 'demands'>,
  answer: Answer,
  brought: Brought,
): Demand | null {
  if (!isNormAccounted(step, brought)) return 'cause';
  for (const [demand, of] of Object.entries(heldBy) as [keyof typeof heldBy, readonly Answer[]][])
    if (
      step.demands.includes(demand) &&
      of.includes(answer) &&
      !(brought.met ?? []).includes(demand)
    )
      return demand;
  return null;
}
