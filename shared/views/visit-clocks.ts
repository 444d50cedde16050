import { normMsOf, rowOf } from '../sop/definition.ts';
import { runElapsed } from '../state/deviations.ts';
import { procedureOf } from '../state/procedures.ts';
import { presentRun, type Visit } from '../state/state.ts';
import { elapsedBetween, isUncertain, type Moment } from '../base/timeline.ts';
import type { Settings } from '../settings/settings.ts';
import type { ClockView, VisitView } from './console-view.ts';

/** In which part of its step a visit is. */
export function phaseOf(visit: Visit): VisitView['phase'] {
  const { step, startedAt } = presentRun(visit);
  if (step === 'call-provider') return startedAt === null ? 'trainer-owed' : 'trainer-called';
  if (startedAt !== null) return 'running';
  return visit.calls > 0 ? 'called' : 'waiting';
}

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
    const name = run.step === 'call-provider' ? 'waiting-for-trainer' : 'waiting';
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
  const normMs = normMsOf(rowOf(procedureOf(visit.revision), run.step));
  const name =
    run.step === 'call-provider' ? 'call' : run.step === 'report-out' ? 'report' : 'service';
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
