import { clockState, type ClockState } from '../../../shared/base/clock-state.ts';
import type { ClockView, VisitView } from '../../../shared/views/console-view.ts';

/** The clock of the present step or of waiting; absent only on a visit whose stay alone is timed. */
export function stepClockOf({ clocks }: VisitView): ClockView | undefined {
  return clocks.find(({ name }) => name !== 'in-room');
}

const elapsedOf = ({ elapsedMs, running }: ClockView, sinceMs: number): number =>
  elapsedMs + (running ? sinceMs : 0);

/** How the present step stands against its norm or target. */
export function stepStateOf(visit: VisitView, sinceMs: number): ClockState {
  const clock = stepClockOf(visit);
  return clock === undefined ? 'calm' : clockState(elapsedOf(clock, sinceMs), clock.limitMs);
}

/** A norm, not a target, is broken: a cause is owed before the step closes. */
export function isOverNorm(visit: VisitView, sinceMs: number): boolean {
  return stepClockOf(visit)?.limit === 'norm' && stepStateOf(visit, sinceMs) === 'over';
}

/** The cause that this attempt has been given already. */
export function causeGiven(visit: VisitView) {
  return (
    visit.path
      .find(({ id }) => id === visit.step)
      ?.runs.find(({ attempt, undone }) => attempt === visit.attempt && !undone)?.cause ?? null
  );
}

/** A step that demands no cause always closes: reporting out does, and the desk owes its deviation. */
export function asksCause(visit: VisitView, sinceMs: number): boolean {
  return (
    visit.demands.includes('cause') && causeGiven(visit) === null && isOverNorm(visit, sinceMs)
  );
}

/** The norms that remain now: what the running step uses of its own norm since the view was made is taken off. */
export function normsLeftNow(visit: VisitView, sinceMs: number): number {
  const clock = stepClockOf(visit);
  if (clock === undefined || clock.limit !== 'norm' || clock.limitMs === null || !clock.running)
    return visit.normsLeftMs;
  return Math.max(
    0,
    visit.normsLeftMs - Math.min(sinceMs, Math.max(0, clock.limitMs - clock.elapsedMs)),
  );
}

/**
 * How the upload deadline stands; null without one, or when no upload remains.
 * @param at wall clock of the view
 */
export function deadlineStateOf(
  visit: VisitView,
  at: number,
  sinceMs: number,
): 'enough' | 'short' | 'gone' | null {
  if (visit.deadlineAt === null || visit.normsLeftMs === 0) return null;
  const left = visit.deadlineAt - at - sinceMs;
  if (left <= 0) return 'gone';
  return left < normsLeftNow(visit, sinceMs) ? 'short' : 'enough';
}
