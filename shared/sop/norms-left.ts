import { normMsOf, outcomeOf, rowOf, type Place, type Procedure } from './definition.ts';
import { placeName, placesOf, targetOf } from './places.ts';

const cache = new WeakMap<Procedure, ReadonlyMap<string, number>>();

/** The outcomes by which what the visitor came for is done. */
function isDone(procedure: Procedure, outcome: string | null): boolean {
  return outcome === null || outcomeOf(procedure, outcome)?.counts === 'done';
}

/** The least sum of norms from each place to the end, its own included: Bellman's equation, iterated until it holds. */
function leastFrom(procedure: Procedure): ReadonlyMap<string, number> {
  const known = cache.get(procedure);
  if (known) return known;
  const places = placesOf(procedure);
  const least = new Map(places.map((place) => [placeName(place), Infinity]));
  for (let changed = true; changed;) {
    changed = false;
    for (const place of places) {
      const row = rowOf(procedure, place.step);
      const onward = row.arrows.map((arrow) => {
        const next = targetOf(procedure, place, arrow);
        if (next === null) return isDone(procedure, place.outcome) ? 0 : Infinity;
        return least.get(placeName(next)) ?? Infinity;
      });
      const sum = (normMsOf(row) ?? 0) + Math.min(...onward);
      if (sum < (least.get(placeName(place)) ?? Infinity)) {
        least.set(placeName(place), sum);
        changed = true;
      }
    }
  }
  cache.set(procedure, least);
  return least;
}

/**
 * The norms that remain until what the visitor came for is done and reported, by the shortest way; what the present step has used
 * of its own norm is taken off. Where that can no longer be, nothing remains.
 * @param usedMs how long the present step has run
 */
export function normsLeft(procedure: Procedure, place: Place, usedMs: number): number {
  const least = leastFrom(procedure).get(placeName(place)) ?? 0;
  if (!Number.isFinite(least)) return 0;
  const own = normMsOf(rowOf(procedure, place.step)) ?? 0;
  return least - Math.min(own, usedMs);
}
