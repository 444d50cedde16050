import type { ErasureId } from '../base/ids.ts';
import type { FactOf, PersonRef, StampedFact } from '../facts/facts.ts';
import type { FoldTable } from './fold-table.ts';
import type { State } from './state.ts';

const withErasure = (
  state: State,
  {
    at,
    data: { erasure, because, visits, records },
  }: FactOf<'erasure.decided'> & Pick<StampedFact, 'at'>,
): State => ({
  ...state,
  erasures: { ...state.erasures, [erasure]: { at, because, visits, records } },
  visits: Object.fromEntries(
    Object.entries(state.visits).map(([code, visit]) => [
      code,
      visits.includes(visit.code) ? { ...visit, erased: true } : visit,
    ]),
  ),
});

const withErasureDone = (state: State, id: ErasureId): State => {
  const erasure = state.erasures[id];
  // An erasure that was cut short may have been done twice.
  if (erasure === undefined) return state;
  const { at, because, visits, records } = erasure;
  return {
    ...state,
    erasures: Object.fromEntries(Object.entries(state.erasures).filter(([other]) => other !== id)),
    erased: [
      ...state.erased.filter((other) => other.id !== id),
      { id, at, because, visits: visits.length, records: records.length },
    ],
  };
};

const withPlace = (places: readonly PersonRef[], place: PersonRef): readonly PersonRef[] =>
  places.some(({ id }) => id === place.id) ? places : [...places, place];

/** Erasures and backups. */
export const recordsFolds: FoldTable<
  'erasure.decided' | 'erasure.done' | 'backup.arranged' | 'backup.made' | 'backup.failed'
> = {
  'erasure.decided': withErasure,
  'erasure.done': (state, { data }) => withErasureDone(state, data.erasure),
  // Whatever failed before, failed with what was arranged before.
  'backup.arranged': (state, { data }) => ({
    ...state,
    backup: { ...state.backup, ...data, lastFailed: null },
  }),
  'backup.made': (state, { at, data }) => ({
    ...state,
    backup: {
      ...state.backup,
      lastMade: at,
      lastFailed: null,
      places: withPlace(state.backup.places, data.place),
    },
  }),
  'backup.failed': (state, { at }) => ({ ...state, backup: { ...state.backup, lastFailed: at } }),
};
