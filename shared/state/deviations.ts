import type { StaffId } from '../base/ids.ts';
import {
  activeService,
  deviationId,
  type DeviationKey,
  type Escalation,
  type Run,
  type Visit,
} from './state.ts';
import { elapsedBetween, type Moment } from '../base/timeline.ts';
import type { Cause } from '../base/closed-lists.ts';

/** A norm not met (SOP, Peringatan 2). Derived from facts and norms each time; only its note is a record of its own. */
export type Deviation = DeviationKey & {
  readonly id: ReturnType<typeof deviationId>;
  /** Time deviations only. */
  readonly actualMs: number | null;
  readonly normMs: number | null;
  readonly running: boolean;
  /** Null: owed by the desk (waiting, reporting out and what nobody closed). */
  readonly owedBy: StaffId | null;
  readonly cause: Cause | null;
  readonly status: 'owed' | 'noted' | 'accepted' | 'returned';
  readonly mended: boolean;
};

/** Where a visit's clocks stand: now, or where they were stopped. */
const clocksAt = (visit: Visit, now: Moment): Moment => {
  if (visit.ended === null) return now;
  const { at, clocksStoppedAt } = visit.ended;
  return clocksStoppedAt === null
    ? at
    : { ...at, at: clocksStoppedAt, t: at.t - Math.max(0, at.at - clocksStoppedAt) };
};

/** How long an attempt took or has taken; null when its clock has not begun. */
export function runElapsed(visit: Visit, run: Run, now: Moment): number | null {
  if (run.startedAt === null) return null;
  const until = clocksAt(visit, now);
  const end = run.endedAt !== null && run.endedAt.t <= until.t ? run.endedAt : until;
  return elapsedBetween(run.startedAt, end);
}

/** True when an attempt has run longer than its norm; at the norm itself it is still kept. */
export function isOverNorm(visit: Visit, run: Run, now: Moment): boolean {
  const elapsed = runElapsed(visit, run, now);
  return run.normMs !== null && elapsed !== null && elapsed > run.normMs;
}

/** What the desk owes as a unit (SOP.md, ruling 4): waiting and reporting out are nobody's own. */
const isDesks = (kind: Run['kind']): boolean => kind === 'queue' || kind === 'report-out';

/** Was the output of a closed attempt shown by then, or at least later? */
const outputOf = (
  { evidence, receipt }: Run,
  endedAt: Moment,
  escalation: Escalation | null,
): { readonly isMet: boolean; readonly isMended: boolean } => {
  if (evidence === 'receipt') return { isMet: receipt !== null, isMended: false };
  if (evidence !== 'telephone') return { isMet: true, isMended: false };
  const confirmed = escalation?.confirmed ?? null;
  return {
    isMet: confirmed !== null && confirmed.recorded.t <= endedAt.t,
    isMended: confirmed !== null,
  };
};

/**
 * Every deviation of a visit up to a moment.
 * @param escalation the visit's own, if it has one: tells whether the output of handing it over was met
 */
export function deviationsOf(
  visit: Visit,
  escalation: Escalation | null,
  now: Moment,
): readonly Deviation[] {
  const make = (
    run: Run,
    kind: DeviationKey['kind'],
    extra: Pick<Deviation, 'actualMs' | 'mended'>,
  ): Deviation => {
    const key = { step: run.step, attempt: run.attempt, kind };
    const id = deviationId(key);
    const note = visit.accountability[id];
    return {
      ...key,
      ...extra,
      id,
      normMs: kind === 'time' ? run.normMs : null,
      running: run.endedAt === null && visit.ended === null,
      owedBy: isDesks(run.kind) ? null : (run.by ?? visit.trainer),
      cause: note?.cause ?? run.cause,
      status: note?.status ?? 'owed',
    };
  };

  const found: Deviation[] = [];
  for (const run of visit.runs) {
    if (isOverNorm(visit, run, now))
      found.push(make(run, 'time', { actualMs: runElapsed(visit, run, now), mended: false }));
    if (run.left === 'overridden') found.push(make(run, 'flow', { actualMs: null, mended: false }));
    if (run.answer !== null && run.endedAt !== null) {
      const { isMet, isMended } = outputOf(run, run.endedAt, escalation);
      if (!isMet) found.push(make(run, 'output', { actualMs: null, mended: isMended }));
    }
  }
  const last = visit.runs[visit.runs.length - 1];
  if (visit.ended?.outcome === 'left-unreported' && last)
    found.push(
      make({ ...last, kind: 'report-out', step: activeService(visit).lastStep }, 'output', {
        actualMs: null,
        mended: false,
      }),
    );
  return found;
}

/** Deviations whose accountability the coordinator has not accepted yet. */
export function unsettled(deviations: readonly Deviation[]): readonly Deviation[] {
  return deviations.filter(({ status }) => status !== 'accepted');
}
