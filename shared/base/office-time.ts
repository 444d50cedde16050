/** The three time zones of Indonesia. None has daylight saving time, so office time is plain arithmetic. */
export const zones = ['WIB', 'WITA', 'WIT'] as const;
export type Zone = (typeof zones)[number];

const offsetHours: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };
const hour = 3_600_000;

/** A moment of the wall clock, in milliseconds since 1970 UTC. */
export type WallMs = number;

const shifted = (at: WallMs, zone: Zone): Date => new Date(at + offsetHours[zone] * hour);

/** The office's calendar date of a moment: `2026-11-23`. */
export function officeDate(at: WallMs, zone: Zone): string {
  return shifted(at, zone).toISOString().slice(0, 10);
}
/** The office's month of a moment: `2026-11`. */
export function officeMonth(at: WallMs, zone: Zone): string {
  return officeDate(at, zone).slice(0, 7);
}
/** The office's time of day: `13:06`. */
export function officeTime(at: WallMs, zone: Zone): string {
  return shifted(at, zone).toISOString().slice(11, 16);
}
/** Weekday of an office date, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/**
 * The moment that an office date and time of day name.
 * @param date `YYYY-MM-DD`
 * @param time `HH:mm`
 * @returns null when there is no such date or time
 */
export function officeMoment(date: string, time: string, zone: Zone): WallMs | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return null;
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  // Date.parse accepts 31 February in some engines and rolls it over: what comes out must be what went in.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== `${date}T${time}`)
    return null;
  return asUtc - offsetHours[zone] * hour;
}

/** Is there such an office date? @param date to be `YYYY-MM-DD` */
export function isOfficeDate(date: string): boolean {
  return officeMoment(date, '00:00', 'WIB') !== null;
}

/** The date behind an office date. */
export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
}

/** A time of day as people write it, `HH:mm`. */
export const timeOfDayPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Is this a time of day? Windows ask it too, so that it needs no schema. */
export function isTimeOfDay(text: string): boolean {
  return timeOfDayPattern.test(text);
}
