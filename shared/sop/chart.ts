import { setup, transition } from 'xstate';
import { assertNever } from '../base/result.ts';
import type { Place } from './definition.ts';
import {
  answers,
  rowOf,
  type Answer,
  type Outcome,
  type Procedure,
  type StepId,
  type StepRow,
} from './definition.ts';
import type { Cause } from '../base/closed-lists.ts';

/**
 * The chart of a visit, made from the procedure's rows. It knows places and arrows only: no counters, times, jumps or
 * undo, so that a test can walk every simple path to every end. Two steps stand in it more than once, because the chart
 * must remember something there: step 9 once for each step it returns to, step 13 once for each outcome.
 */

/** The member of staff closes the step with an answer. Over the norm the chart wants the cause with it. */
export type StepEvent = {
  readonly [A in Answer]: {
    readonly type: `step.${A}`;
    readonly overNorm?: boolean;
    readonly cause?: Cause | null;
  };
}[Answer];
export type VisitEvent =
  StepEvent | { readonly type: 'visit.leave-early' | 'visit.no-show' | 'visit.leave-unreported' };

export function eventOf(answer: Answer, overNorm: boolean, cause: Cause | null): StepEvent {
  return { type: `step.${answer}`, overNorm, cause };
}

/** The name of a place on the chart: `handle-problem@upload-bid`. */
export function stateOf({ step, returnTo, outcome }: Place): string {
  const memory = returnTo ?? outcome;
  return memory === null ? step : `${step}@${memory}`;
}

const plain = (step: StepId): Place => ({ step, returnTo: null, outcome: null });

const returns = (row: StepRow): boolean => row.arrows.some(({ to }) => to === 'step-that-failed');

/** Where an arrow leads from a place; null: the visit ends. */
const targetOf = (
  procedure: Procedure,
  from: Place,
  arrow: StepRow['arrows'][number],
): Place | null => {
  if (arrow.to === 'end') return null;
  if (arrow.to === 'step-that-failed') return plain(from.returnTo ?? from.step);
  const row = rowOf(procedure, arrow.to);
  return {
    step: arrow.to,
    returnTo: returns(row) ? from.step : null,
    outcome: arrow.outcome ?? null,
  };
};

/** Every place of the chart, found by following the arrows from the first step. */
export function placesOf(procedure: Procedure): readonly Place[] {
  const first = procedure.rows[0];
  if (!first) return [];
  const places = new Map([[stateOf(plain(first.id)), plain(first.id)]]);
  for (const place of places.values()) {
    for (const arrow of rowOf(procedure, place.step).arrows) {
      const target = targetOf(procedure, place, arrow);
      if (target !== null && !places.has(stateOf(target))) places.set(stateOf(target), target);
    }
  }
  return [...places.values()];
}

/** Which of the ends outside the arrows a place allows. They need a number, so none before the guest book is filled. */
const otherEndsOf = (row: StepRow): Readonly<Record<string, Outcome>> => {
  if (row.clock === 'none' && row.closedBy.length === 0) return {};
  if (row.arrows.some(({ to }) => to === 'end'))
    return { 'visit.leave-unreported': 'left-unreported' };
  const ends = {
    'visit.leave-early': 'left-early',
    'visit.leave-unreported': 'left-unreported',
  } as const;
  return row.clock === 'at-start' ? { ...ends, 'visit.no-show': 'no-show' } : ends;
};

/**
 * Makes the XState chart of a procedure.
 * @param procedure checked by `checkProcedure`
 * @returns a machine without context, whose final states are the outcomes
 */
export function makeVisitMachine(procedure: Procedure) {
  const states: Record<string, object> = {};
  const ends = new Set<Outcome>();
  for (const place of placesOf(procedure)) {
    const row = rowOf(procedure, place.step);
    const on: Record<string, object> = {};
    for (const arrow of row.arrows) {
      const target = targetOf(procedure, place, arrow);
      if (target === null && place.outcome !== null) ends.add(place.outcome);
      on[`step.${arrow.answer}`] = {
        target: target === null ? place.outcome : stateOf(target),
        guard: 'the norm is kept or its cause is chosen',
      };
    }
    for (const [event, outcome] of Object.entries(otherEndsOf(row))) {
      ends.add(outcome);
      on[event] = { target: outcome };
    }
    states[stateOf(place)] = { meta: { place }, on };
  }
  for (const outcome of ends) states[outcome] = { type: 'final' };
  return setup({
    types: {} as { events: VisitEvent },
    guards: {
      'the norm is kept or its cause is chosen': ({ event }) =>
        !('overNorm' in event && event.overNorm === true && (event.cause ?? null) === null),
    },
  }).createMachine({ id: 'visit', initial: procedure.rows[0]?.id ?? 'arrive', states });
}

export type Step =
  | { readonly kind: 'moved'; readonly next: Place }
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  /** The chart has no such arrow at this place. */
  | { readonly kind: 'no-arrow' }
  /** The chart has the arrow and holds it: the norm is broken and no cause is chosen. */
  | { readonly kind: 'cause-owed' };

/** The answers that the chart offers at a place, in the order of the row's arrows, and where each leads. */
export function answersAt(
  procedure: Procedure,
  place: Place,
): readonly { readonly answer: Answer; readonly next: Place | null }[] {
  return rowOf(procedure, place.step).arrows.map((arrow) => ({
    answer: arrow.answer,
    next: targetOf(procedure, place, arrow),
  }));
}

/**
 * Charts of visits, by procedure, with the pure question that every command asks.
 * @param procedure under which the visit began
 */
export function makeVisitChart(procedure: Procedure) {
  const machine = makeVisitMachine(procedure);
  const places = new Map(placesOf(procedure).map((place) => [stateOf(place), place]));

  /**
   * What the chart says to an event at a place. Pure: nothing runs, nothing is kept.
   * @param place where the visit is; a place that the chart does not have is a bug and throws
   */
  const decide = (place: Place, event: VisitEvent): Step => {
    const before = machine.resolveState({ value: stateOf(place) });
    const [after] = transition(machine, before, event);
    const value = String(after.value);
    if (after.status === 'done') return { kind: 'ended', outcome: value as Outcome };
    if (after.status === 'active') {
      const next = places.get(value);
      if (next !== undefined && value !== stateOf(place)) return { kind: 'moved', next };
      const hasArrow = answers.some(
        (answer) =>
          event.type === `step.${answer}` &&
          answersAt(procedure, place).some((offer) => offer.answer === answer),
      );
      return { kind: hasArrow ? 'cause-owed' : 'no-arrow' };
    }
    throw new Error(`The chart stopped at ${stateOf(place)} on ${event.type}: ${after.status}`);
  };

  return {
    machine,
    decide,
    places: [...places.values()],
    has: (place: Place) => places.has(stateOf(place)),
  };
}
export type VisitChart = ReturnType<typeof makeVisitChart>;

/** The event of an end outside the arrows. */
export function endEventOf(outcome: 'left-early' | 'no-show' | 'left-unreported'): VisitEvent {
  switch (outcome) {
    case 'left-early':
      return { type: 'visit.leave-early' };
    case 'no-show':
      return { type: 'visit.no-show' };
    case 'left-unreported':
      return { type: 'visit.leave-unreported' };
    default:
      return assertNever(outcome);
  }
}
