import { runElapsed } from '../state/deviations.ts';
import { presentRun, type Visit } from '../state/state.ts';
import { elapsedBetween, isUncertain, type Moment } from '../base/timeline.ts';
import type { Settings } from '../settings/settings.ts';
import type { Kind } from '../sop/kinds.ts';
import type { ClockView } from './console-view.ts';

/** What the clock of a step is called, where it is not a service. */
const clockNames: Partial<Record<Kind, ClockView['name']>> = {
  queue: 'waiting',
  assign: 'call',
  'report-out': 'report',
};

/** Since when a step that has not begun waits: the end of the step before it. */
const waitingSince = (visit: Visit): Moment => {
  const before = visit.runs[visit.runs.length - 2];
  return before?.endedAt ?? visit.checkedInAt;
};

/** The present step's clock and the clock of the whole stay. Waiting has a target, which owes nothing (SOP, Clocks). */
export function clocksOf(visit: Visit, now: Moment, settings: Settings): readonly ClockView[] {
  const run = presentRun(visit);
  const inRoom: ClockView = {
    name: 'in-room',
    elapsedMs: elapsedBetween(visit.checkedInAt, visit.ended?.at ?? now),
    running: visit.ended === null,
    limitMs: null,
    limit: null,
    uncertain: isUncertain(visit.checkedInAt, now),
  };
  if (visit.ended !== null) return [inRoom];
  if (run.startedAt === null) {
    const since = waitingSince(visit);
    const name = run.kind === 'assign' ? 'waiting-for-trainer' : 'waiting';
    const waiting: ClockView = {
      name,
      elapsedMs: elapsedBetween(since, now),
      running: true,
      limitMs: settings.waitingTargetMinutes * 60_000,
      limit: 'target',
      uncertain: isUncertain(since, now),
    };
    return [waiting, inRoom];
  }
  const { normMs } = run;
  const name = clockNames[run.kind] ?? 'service';
  const service: ClockView = {
    name,
    elapsedMs: runElapsed(visit, run, now) ?? 0,
    running: true,
    limitMs: normMs,
    limit: normMs === null ? null : 'norm',
    uncertain: isUncertain(run.startedAt, now),
  };
  return [service, inRoom];
}
