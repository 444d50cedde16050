import type { ClockDoubt } from '../base/closed-lists.ts';
import type { VisitCode } from '../base/ids.ts';
import { officeDate, type WallMs, type Zone } from '../base/office-time.ts';
import type { ClockReading } from '../base/timeline.ts';

/** What is believed of the machine's clock: the office's day goes by it, and nothing is removed by age while it is in doubt. */
export type OfficeClock = {
  /** The last reading that was believed, as it is right. Null: there was none. */
  readonly believed: ClockReading | null;
  readonly doubt: {
    readonly why: ClockDoubt;
    /** Wall clock when the doubt arose. */
    readonly at: WallMs;
    /** What somebody said has to be added to the wall clock, ms. Null: nobody has been asked yet, or has answered. */
    readonly offset: number | null;
  } | null;
  /** Visits checked in while nobody knew which day it was. */
  readonly visits: readonly VisitCode[];
};

export const emptyOfficeClock: OfficeClock = { believed: null, doubt: null, visits: [] };

const minute = 60_000;
const day = 86_400_000;
/** A clock may be set back by so much without a question: time servers correct it by less. */
const mayGoBack = 5 * minute;

/** What a clock is held against. `builtAt`: when the program was built, ms. `aheadDays`: a setting of the office. */
export type ClockLimits = { readonly builtAt: WallMs; readonly aheadDays: number };

/** How far the wall clock went on that the steady clock of the same run does not explain. */
const unexplained = (believed: ClockReading, reading: ClockReading): number =>
  reading.at -
  believed.at -
  (reading.run === believed.run ? Math.max(0, reading.mono - believed.mono) : 0);

const doubtAbout = (
  { believed }: OfficeClock,
  reading: ClockReading,
  { builtAt, aheadDays }: ClockLimits,
): ClockDoubt | null => {
  if (believed !== null && reading.at < believed.at - mayGoBack) return 'behind';
  if (reading.at < builtAt) return 'before-build';
  return believed !== null && unexplained(believed, reading) > aheadDays * day ? 'ahead' : null;
};

const shifted = (reading: ClockReading, offset: number): ClockReading => ({
  ...reading,
  at: reading.at + offset,
});

/**
 * Does a reading of the clocks change what is believed of them?
 * @returns `doubted`: from here on it is not believed. `believed`: it is again, by itself. Null: nothing changes
 */
export function clockTurn(
  clock: OfficeClock,
  reading: ClockReading,
  limits: ClockLimits,
): { readonly doubted: ClockDoubt } | 'believed' | null {
  const why = doubtAbout(clock, reading, limits);
  if (clock.doubt === null) return why === null ? null : { doubted: why };
  if (why === null) return 'believed';
  const { offset } = clock.doubt;
  // What somebody said of a wrong clock holds as long as it goes on from there; when it is set again, it is asked again.
  return offset === null ||
    doubtAbout(clock, shifted(reading, offset), { ...limits, builtAt: 0 }) === null
    ? null
    : { doubted: why };
}

/** The clock after a fact was written by it. */
export function withReading(clock: OfficeClock, reading: ClockReading): OfficeClock {
  if (clock.doubt === null) return { ...clock, believed: reading };
  return clock.doubt.offset === null
    ? clock
    : { ...clock, believed: shifted(reading, clock.doubt.offset) };
}

/** Is the clock in doubt, and has nobody said yet which day it is? */
export function isDayUnknown({ doubt }: OfficeClock): boolean {
  return doubt !== null && doubt.offset === null;
}

/** Is there something to ask? Which day it is, or on which day some visits were. */
export function isClockAsked(clock: OfficeClock): boolean {
  return isDayUnknown(clock) || clock.visits.length > 0;
}

/** The right wall clock, as far as anybody knows: of a moment now. Null: nobody knows. */
export function rightTime({ doubt }: OfficeClock, at: WallMs): WallMs | null {
  return doubt === null ? at : doubt.offset === null ? null : at + doubt.offset;
}

/** The office's date now. While nobody knows it, that of the last number issued; on the first day of all, what the clock says. */
export function todayOf(clock: OfficeClock, lastDay: string, at: WallMs, zone: Zone): string {
  const right = rightTime(clock, at);
  return right === null && lastDay !== '' ? lastDay : officeDate(right ?? at, zone);
}

/** The office's month now, `YYYY-MM`: that of its day, so that no visit stands in a month before its own. */
export function monthNowOf(clock: OfficeClock, lastDay: string, at: WallMs, zone: Zone): string {
  return todayOf(clock, lastDay, at, zone).slice(0, 7);
}
