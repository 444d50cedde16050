import {
  officeDate,
  officeMoment,
  officeTime,
  type WallMs,
  type Zone,
} from '../../../shared/base/office-time.ts';

const day = 86_400_000;
const halfHour = 1_800_000;
/** Where the steps of the time begin when none is given: the middle of a working day. */
const noon = '12:00';

const two = (digits: string): string => digits.padStart(2, '0');

/** `25/11/2026`, as it is typed here, from `2026-11-25`; anything else stays as it is. */
export function shownDate(date: string): string {
  return date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
}
/** `15.30` from `15:30`. */
export function shownTime(time: string): string {
  return time.replace(':', '.');
}

/**
 * A typed date as `YYYY-MM-DD`; without a year it is the next such day.
 * @returns the text as typed when it is no date yet
 */
export function typedDate(typed: string, now: WallMs, zone: Zone): string {
  const [, date = '', month = '', year = ''] =
    /^\s*(\d{1,2})[/.\s-](\d{1,2})(?:[/.\s-](\d{4}))?\s*$/.exec(typed) ?? [];
  if (date === '') return typed.trim();
  const today = officeDate(now, zone);
  const dayOf = (ofYear: string): string => `${ofYear}-${two(month)}-${two(date)}`;
  if (year !== '') return dayOf(year);
  const thisYear = dayOf(today.slice(0, 4));
  return thisYear >= today ? thisYear : dayOf(String(Number(today.slice(0, 4)) + 1));
}

/** A typed time as `HH:mm`: `15.30`, `15:30`, `1530`, `9`. The text as typed when it is no time yet. */
export function typedTime(typed: string): string {
  const [, hours = '', minutes = ''] = /^\s*(\d{1,2})(?:[.:\s]?(\d\d))?\s*$/.exec(typed) ?? [];
  return hours === '' ? typed.trim() : `${two(hours)}:${minutes === '' ? '00' : minutes}`;
}

/** The day before or after; never before today. From no day: today. */
export function steppedDate(date: string, days: number, now: WallMs, zone: Zone): string {
  const today = officeDate(now, zone);
  const from = officeMoment(date, noon, zone);
  if (from === null) return today;
  const to = officeDate(from + days * day, zone);
  return to < today ? today : to;
}

/** The half hour before or after, within one day. From no time: noon. */
export function steppedTime(time: string, halfHours: number, now: WallMs, zone: Zone): string {
  const today = officeDate(now, zone);
  const from = officeMoment(today, time, zone);
  if (from === null) return noon;
  const to = from + halfHours * halfHour;
  return officeDate(to, zone) === today ? officeTime(to, zone) : time;
}
