import type { FoldTable } from './fold-table.ts';
import { officeDate, type Zone } from '../base/office-time.ts';
import { dayCountOf } from '../base/visit-code.ts';
import type { FactOf, StampedFact } from '../facts/facts.ts';
import { letterOf, zoneOf } from './office.ts';
import { emptyOfficeClock, isDayUnknown } from './office-clock.ts';
import type { State, Visit } from './state.ts';

/** So many other days are remembered with their numbers: a clock that was wrong comes back to one of the last. */
const rememberedDays = 60;
/** So many losses are told on the console; the journal has all. */
const rememberedLosses = 20;

/** The day of which numbers are issued from now on, and how many of it were. */
const onDay = (state: State, date: string, count: number): State => {
  const { day } = state;
  const { [date]: _, ...others } =
    day.date === '' || day.date === date
      ? state.earlierDays
      : { ...state.earlierDays, [day.date]: day.count };
  return {
    ...state,
    day: { date, count },
    earlierDays: Object.fromEntries(Object.entries(others).slice(-rememberedDays)),
  };
};

/** How many numbers of a day were issued. */
export function countOn({ day, earlierDays }: State, date: string): number {
  return day.date === date ? day.count : (earlierDays[date] ?? 0);
}

/** A number was issued: what was passed over before it is behind it. */
export function withNumber(
  state: State,
  { visit, data: { day, ordinal, number } }: FactOf<'visit.checked-in'>,
): State {
  const clock = isDayUnknown(state.clock)
    ? { ...state.clock, visits: [...state.clock.visits, visit] }
    : state.clock;
  const count = Math.max(countOn(state, day), dayCountOf(number, letterOf(state)));
  return {
    ...onDay(state, day, count),
    lastOrdinal: ordinal,
    unread: 0,
    passedOver: { count: 0, until: '' },
    clock,
  };
}

/** Lines at the journal's end were lost: each may have been a check-in. */
export function withLoss(
  state: State,
  { at, data: { lost, day, kinds, places } }: FactOf<'damage.found'> & Pick<StampedFact, 'at'>,
): State {
  return {
    ...state,
    unread: 0,
    passedOver: {
      count: state.passedOver.count + lost,
      until: day > state.passedOver.until ? day : state.passedOver.until,
    },
    losses: [...state.losses, { at, lost, kinds, places }].slice(-rememberedLosses),
  };
}

/** A visit with the day that somebody gave it. */
export function withOwnDay(
  visit: Visit,
  { data: { isRight, day } }: FactOf<'clock.answered'>,
  zone: Zone,
): Visit {
  return {
    ...visit,
    day: isRight ? officeDate(visit.checkedInAt.at, zone) : day,
    isDayDoubtful: false,
  };
}

/** Somebody said which day it is: visits get theirs, and numbers go on behind those that they have. */
export function withAnswer(state: State, fact: FactOf<'clock.answered'> & StampedFact): State {
  const { isRight, day, visits: codes } = fact.data;
  const zone = zoneOf(state);
  const { at, run, mono } = fact;
  const offset = isRight
    ? 0
    : Date.parse(`${day}T00:00:00Z`) - Date.parse(`${officeDate(at, zone)}T00:00:00Z`);
  const doubt = isRight || state.clock.doubt === null ? null : { ...state.clock.doubt, offset };
  const believed = { at: at + (doubt === null ? 0 : offset), run, mono };
  const visits = { ...state.visits };
  let next: State = { ...state, visits, clock: { ...emptyOfficeClock, believed, doubt } };
  for (const code of codes) {
    const visit = visits[code];
    if (visit === undefined) continue;
    const own = withOwnDay(visit, fact, zone);
    visits[code] = own;
    // The day goes on where it was, unless these numbers were issued on a later one.
    const count = Math.max(countOn(next, own.day), dayCountOf(visit.number, letterOf(state)));
    next =
      own.day >= next.day.date
        ? onDay(next, own.day, count)
        : { ...next, earlierDays: { ...next.earlierDays, [own.day]: count } };
  }
  return next;
}

/** Whether the machine's clock is believed, and which day it is. */
export const clockFolds: FoldTable<'clock.doubted' | 'clock.believed' | 'clock.answered'> = {
  'clock.doubted': (state, { at, data }) => ({
    ...state,
    clock: { ...state.clock, doubt: { why: data.why, at, offset: null } },
  }),
  'clock.believed': (state, { at, run, mono }) => ({
    ...state,
    clock: { ...state.clock, believed: { at, run, mono }, doubt: null },
  }),
  'clock.answered': withAnswer,
};
