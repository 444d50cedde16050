import type { VisitChart } from '../sop/chart.ts';
import type { Cause } from '../base/closed-lists.ts';
import type { Moment } from '../base/timeline.ts';
import { rowOf, waitingRow, type Procedure, type Step } from '../sop/definition.ts';
import type { Brought } from '../sop/demands.ts';
import { isOverNorm } from './deviations.ts';
import { chartOf, procedureOf } from './procedures.ts';
import {
  activeService,
  presentRun,
  type Run,
  type Service,
  type State,
  type Visit,
} from './state.ts';

/** Where an open visit is, with all that says what may be done there. */
export type Standing = {
  readonly service: Service;
  readonly procedure: Procedure;
  readonly chart: VisitChart;
  readonly row: Step;
  readonly run: Run;
};

/** @throws when the visit's definition is not known: a bug, for no visit begins under one that is not */
export function standingOf({ procedures }: Pick<State, 'procedures'>, visit: Visit): Standing {
  const service = activeService(visit);
  const procedure = procedureOf(procedures, service);
  return {
    service,
    procedure,
    chart: chartOf(procedures, service),
    row: rowOf(procedure, service.place.step),
    run: presentRun(visit),
  };
}

/** What time brings to the chart: is the norm of the present step broken, and which cause is chosen, now or before an undo? */
export function broughtBy(visit: Visit, now: Moment, cause: Cause | null): Brought {
  const run = presentRun(visit);
  return { isOverNorm: isOverNorm(visit, run, now), cause: cause ?? run.cause };
}

/** Does a visit wait to be called, at the one place behind the guest book? */
export function isWaiting({ procedures }: Pick<State, 'procedures'>, visit: Visit): boolean {
  const { stage, place, ...key } = activeService(visit);
  const isBefore = stage === 'waiting' || stage === 'called';
  return (
    visit.ended === null && isBefore && waitingRow(procedureOf(procedures, key)).id === place.step
  );
}

/** How many wait before a visit, or before the next one (null). */
export function waitingBefore(state: State, visit: Visit | null): number {
  return Object.values(state.visits).filter(
    (other) => isWaiting(state, other) && (visit === null || other.ordinal < visit.ordinal),
  ).length;
}
