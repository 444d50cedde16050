import { rowOf, type Arrow, type Place, type Procedure, type Step } from './definition.ts';
import { stagesOf } from './stages.ts';
import type { Stage } from './kinds.ts';

/** A place of the chart in full: where, and in which part of the step. */
export type At = { readonly place: Place; readonly stage: Stage };

/** A place that remembers nothing. */
export function plainPlace(step: string): Place {
  return { step, returnTo: null, outcome: null };
}

/** Does a step go back to whichever led to it? */
export function goesBack(step: Pick<Step, 'arrows'>): boolean {
  return step.arrows.some(({ to }) => to === 'back-to-caller');
}

/** The steps with an arrow to another, in the order of the rows. */
export function callersOf(procedure: Procedure, step: string): readonly string[] {
  return procedure.steps
    .filter(({ arrows }) => arrows.some(({ to }) => to === step))
    .map(({ id }) => id);
}

/** Where an arrow leads from a place; null: the visit ends. */
export function targetOf(procedure: Procedure, from: Place, arrow: Arrow): Place | null {
  if (arrow.to === 'end') return null;
  if (arrow.to === 'back-to-caller') return plainPlace(from.returnTo ?? from.step);
  const row = rowOf(procedure, arrow.to);
  return {
    step: arrow.to,
    returnTo: goesBack(row) ? from.step : null,
    outcome: arrow.outcome ?? null,
  };
}

/** The name of a place on the chart: `handle-problem@upload-bid`, with the part of the step where it has several. */
export function stateOf(
  { step, returnTo, outcome }: Place,
  stage: Stage,
  hasParts: boolean,
): string {
  const memory = returnTo ?? outcome;
  const where = memory === null ? step : `${step}@${memory}`;
  return hasParts ? `${where}/${stage}` : where;
}

/** A place's own name, whatever the part of its step: two places of one name are one. */
export function placeName(place: Place): string {
  return stateOf(place, 'running', false);
}

const known = new WeakMap<Procedure, readonly Place[]>();

/** Every place of a procedure, found by following the arrows from the first step. */
export function placesOf(procedure: Procedure): readonly Place[] {
  const found = known.get(procedure) ?? follow(procedure);
  known.set(procedure, found);
  return found;
}

function follow(procedure: Procedure): readonly Place[] {
  const first = procedure.steps[0];
  if (!first) return [];
  const places = new Map([[placeName(plainPlace(first.id)), plainPlace(first.id)]]);
  for (const place of places.values()) {
    for (const arrow of rowOf(procedure, place.step).arrows) {
      const target = targetOf(procedure, place, arrow);
      if (target !== null && !places.has(placeName(target))) places.set(placeName(target), target);
    }
  }
  return [...places.values()];
}

/** A place as it is entered: in the first part of its step. */
export function entered(procedure: Procedure, place: Place): At {
  return { place, stage: stagesOf(rowOf(procedure, place.step))[0] };
}
