import type { DeviationKey } from './state.ts';
import { onVisit, type FoldTable } from './fold-table.ts';
import { deviationId, type Accountability, type Visit } from './state.ts';

const account = (
  visit: Visit,
  key: DeviationKey,
  change: (now: Accountability | undefined) => Accountability,
): Visit => {
  const id = deviationId(key);
  return {
    ...visit,
    accountability: { ...visit.accountability, [id]: change(visit.accountability[id]) },
  };
};

const judged =
  (status: 'accepted' | 'returned', returnedBecause: Accountability['returnedBecause']) =>
  (now: Accountability | undefined): Accountability => {
    if (!now) throw new Error('A note was judged that was never written');
    return { ...now, status, returnedBecause };
  };

/** Notes on deviations: written, accepted, returned. */
export const accountabilityFolds: FoldTable<
  'deviation.noted' | 'deviation.accepted' | 'deviation.returned'
> = {
  'deviation.noted': onVisit((visit, { data: { deviation, cause, note } }) =>
    account(visit, deviation, () => ({ cause, note, status: 'noted', returnedBecause: null })),
  ),
  'deviation.accepted': onVisit((visit, { data }) =>
    account(visit, data.deviation, judged('accepted', null)),
  ),
  'deviation.returned': onVisit((visit, { data }) =>
    account(visit, data.deviation, judged('returned', data.reason)),
  ),
};
