import { normMsOf, rowOf, type Procedure } from './definition.ts';
import type { Place } from './definition.ts';
import { answersAt, placesOf, stateOf } from './chart.ts';

const cache = new WeakMap<Procedure, ReadonlyMap<string, number>>();

/** The least sum of norms from each place to the end, its own included: Bellman's equation, iterated until it holds. */
const leastFrom = (procedure: Procedure): ReadonlyMap<string, number> => {
  const known = cache.get(procedure);
  if (known) return known;
  const places = placesOf(procedure);
  const least = new Map(places.map((place) => [stateOf(place), Infinity]));
  const reachesBid = (place: Place): boolean =>
    place.outcome === null || place.outcome === 'completed';
  for (let changed = true; changed;) {
    changed = false;
    for (const place of places) {
      const onward = answersAt(procedure, place).map(({ next }) => {
        if (next === null) return reachesBid(place) ? 0 : Infinity;
        return least.get(stateOf(next)) ?? Infinity;
      });
      const sum = (normMsOf(rowOf(procedure, place.step)) ?? 0) + Math.min(...onward);
      if (sum < (least.get(stateOf(place)) ?? Infinity)) {
        least.set(stateOf(place), sum);
        changed = true;
      }
    }
  }
  cache.set(procedure, least);
  return least;
};

/**
 * The norms that remain until the bid is uploaded and the visitor has reported out, by the shortest way; what the present
 * step has used of its own norm is taken off. Where no bid can come any more, nothing remains.
 * @param usedMs how long the present step has run
 */
export function normsLeft(procedure: Procedure, place: Place, usedMs: number): number {
  const least = leastFrom(procedure).get(stateOf(place)) ?? 0;
  if (!Number.isFinite(least)) return 0;
  const own = normMsOf(rowOf(procedure, place.step)) ?? 0;
  return least - Math.min(own, usedMs);
}
