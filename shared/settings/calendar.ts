import {
  isOfficeDate,
  nextDate,
  officeDate,
  officeMoment,
  weekdayOf,
  type WallMs,
} from '../base/office-time.ts';
import type { Settings } from './settings.ts';

/** What says when the office is open: the week, and the days on which the week does not hold. */
export type Calendar = Pick<Settings, 'zone' | 'hours' | 'holidays' | 'specialHours'>;

/** From and to of a day, `HH:mm`. */
export type Hours = { readonly opens: string; readonly closes: string };

/** From and to of a day as moments: open from `opens` on, and no longer at `closes`. */
export type Opening = { readonly opens: WallMs; readonly closes: WallMs };

const ofDate = <T extends { readonly date: string }>(days: readonly T[], date: string) =>
  days.find((day) => day.date === date);

/**
 * The hours of a date: its special ones, else none on a holiday, else the weekday's. Hours that end before they begin, which
 * older settings could hold, are none.
 * @param date an office date, `YYYY-MM-DD`
 */
export function hoursOf(calendar: Calendar, date: string): Hours | null {
  const special = ofDate(calendar.specialHours, date);
  if (special === undefined && ofDate(calendar.holidays, date) !== undefined) return null;
  const hours =
    special ?? calendar.hours.find(({ weekday }) => weekday === weekdayOf(date)) ?? null;
  return hours !== null && hours.opens < hours.closes
    ? { opens: hours.opens, closes: hours.closes }
    : null;
}

/** The holiday that keeps the office closed on a date, by its name; null when none does. */
export function holidayOn(calendar: Calendar, date: string): string | null {
  return hoursOf(calendar, date) === null ? (ofDate(calendar.holidays, date)?.name ?? null) : null;
}

/** When the office opens and closes on a date; null when it does not open. */
export function openingOn(calendar: Calendar, date: string): Opening | null {
  const hours = hoursOf(calendar, date);
  if (hours === null) return null;
  const opens = officeMoment(date, hours.opens, calendar.zone);
  const closes = officeMoment(date, hours.closes, calendar.zone);
  return opens === null || closes === null ? null : { opens, closes };
}

/** Is the office open at a moment? */
export function isOpenAt(calendar: Calendar, at: WallMs): boolean {
  const opening = openingOn(calendar, officeDate(at, calendar.zone));
  return opening !== null && opening.opens <= at && at < opening.closes;
}

/** Closing time of a date; null when the office does not open on it. */
export function closingOn(calendar: Calendar, date: string): WallMs | null {
  return openingOn(calendar, date)?.closes ?? null;
}

/**
 * When the clocks of a visit stop that is still open: at its day's closing; at 24:00 when it began behind closing, or on a day
 * without hours (SOP.md, ruling 1).
 * @param day the visit's day, `YYYY-MM-DD`
 * @param begun when it began
 */
export function clocksStopOn(calendar: Calendar, day: string, begun: WallMs): WallMs | null {
  const closes = closingOn(calendar, day);
  return closes !== null && begun < closes
    ? closes
    : officeMoment(nextDate(day), '00:00', calendar.zone);
}

/** Open dates behind a date, in order; ends when there will be none any more. */
function* openDatesAfter(calendar: Calendar, date: string): Generator<string> {
  const isWeekOpen = calendar.hours.some(({ opens, closes }) => opens < closes);
  if (!isWeekOpen) {
    const special = calendar.specialHours.map((day) => day.date).sort();
    yield* special.filter((day) => day > date && hoursOf(calendar, day) !== null);
    return;
  }
  for (let day = nextDate(date); isOfficeDate(day); day = nextDate(day))
    if (hoursOf(calendar, day) !== null) yield day;
}

/** The next moment behind `at` at which the office opens; null when it never does. */
export function nextOpening(calendar: Calendar, at: WallMs): WallMs | null {
  const today = officeDate(at, calendar.zone);
  const opening = openingOn(calendar, today);
  if (opening !== null && at < opening.opens) return opening.opens;
  for (const date of openDatesAfter(calendar, today))
    return openingOn(calendar, date)?.opens ?? null;
  return null;
}

/**
 * The moment that lies so many working days behind another: closing time of the last of them. The day of the moment itself
 * does not count; a working day is a date with hours.
 * @param days 1 and more
 * @returns null when the office will not have so many
 */
export function workingDaysAfter(calendar: Calendar, at: WallMs, days: number): WallMs | null {
  let left = days;
  for (const date of openDatesAfter(calendar, officeDate(at, calendar.zone))) {
    left -= 1;
    if (left <= 0) return closingOn(calendar, date);
  }
  return null;
}

/** How many working days lie behind the day of one moment, up to and with the day of a later one; 0 when it is not later. */
export function workingDaysBetween(calendar: Calendar, from: WallMs, to: WallMs): number {
  const last = officeDate(to, calendar.zone);
  let count = 0;
  for (const date of openDatesAfter(calendar, officeDate(from, calendar.zone))) {
    if (date > last) break;
    count += 1;
  }
  return count;
}
