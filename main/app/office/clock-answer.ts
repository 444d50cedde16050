import type { ArgsOf } from '../../../shared/contract/contract.ts';
import { officeDate, officeMoment } from '../../../shared/base/office-time.ts';
import { isClockAsked } from '../../../shared/state/office-clock.ts';
import { zoneOf } from '../../../shared/state/office.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { decided, type Context } from '../../engine/decision.ts';

/** Nobody who reads the wall calendar is further off than this. */
const mostDaysOn = 3_660;
const dayMs = 86_400_000;

/**
 * Somebody says which day it is, while the machine's clock is in doubt or visits were recorded while it was (SOP.md,
 * ruling 2). One fact gives those visits their day.
 * @param args `day`: `YYYY-MM-DD`, where the clock is wrong; `isRight`: it is the day that the clock says
 */
export function decideClockAnswer(
  { isRight, day }: ArgsOf<'office.answer-clock'>,
  { state, now }: Context,
): Result<Decided<null>> {
  const zone = zoneOf(state);
  const { doubt, visits } = state.clock;
  if (!isClockAsked(state.clock)) return refused('clock-not-asked');
  // A clock that came back by itself was wrong before: then only the day of those visits is asked.
  if (isRight && doubt === null) return refused('day-malformed');
  const midnight = officeMoment(day, '00:00', zone);
  const before = state.day.date;
  const last = before === '' ? null : officeMoment(before, '00:00', zone);
  if (!isRight) {
    if (midnight === null) return refused('day-malformed');
    if (last !== null && midnight < last) return refused('day-too-early', { day: before });
    if (last !== null && midnight > last + mostDaysOn * dayMs) return refused('day-malformed');
    if (doubt === null && day > officeDate(now.at, zone)) return refused('time-in-future');
  }
  return decided([
    {
      type: 'clock.answered',
      visit: null,
      data: { isRight, day: isRight ? officeDate(now.at, zone) : day, before, visits: [...visits] },
    },
  ]);
}
