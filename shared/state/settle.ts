import { isOpenStage } from '../sop/follow-up.ts';
import type { Moment } from '../base/timeline.ts';
import { deviationsOf, unsettled } from './deviations.ts';
import type { State, Visit } from './state.ts';

const isLive = (state: State, visit: Visit, now: Moment): boolean => {
  const escalation =
    visit.escalation === null ? null : (state.escalations[visit.escalation] ?? null);
  return (
    visit.ended === null ||
    visit.isDayDoubtful ||
    visit.day === state.day.date ||
    (escalation !== null && isOpenStage(escalation.stage)) ||
    unsettled(deviationsOf(visit, escalation, now)).length > 0
  );
};

/** Lets go of what is over and settled, when a new day begins. */
export function settle(state: State, now: Moment): State {
  const visits = Object.fromEntries(
    Object.entries(state.visits).filter(([, visit]) => isLive(state, visit, now)),
  );
  const escalations = Object.fromEntries(
    Object.entries(state.escalations).filter(
      ([, { stage, visit }]) => isOpenStage(stage) || visit in visits,
    ),
  );
  return { ...state, visits, escalations };
}
