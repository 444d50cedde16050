import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDate, officeDate, officeMoment, zones } from '../../shared/base/office-time.ts';
import {
  clocksStopOn,
  closingOn,
  holidayOn,
  hoursOf,
  isOpenAt,
  nextOpening,
  openingOn,
  workingDaysAfter,
  workingDaysBetween,
  type Calendar,
} from '../../shared/settings/calendar.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';

/** The office of Batang in the last week of 2026: Thursday short, Christmas, its joint leave moved to a Saturday's opening. */
const batang: Calendar = {
  ...defaultSettings,
  holidays: [{ date: '2026-12-25', name: 'Hari Raya Natal' }],
  specialHours: [
    { date: '2026-12-24', opens: '08:00', closes: '12:00' },
    { date: '2026-12-26', opens: '09:00', closes: '11:00' },
  ],
};
const at = (date: string, time: string): number => officeMoment(date, time, 'WIB') ?? Number.NaN;

describe('a week with Christmas', () => {
  test.each([
    ['2026-12-23', { opens: '08:00', closes: '15:30' }],
    ['2026-12-24', { opens: '08:00', closes: '12:00' }],
    ['2026-12-25', null],
    ['2026-12-26', { opens: '09:00', closes: '11:00' }],
    ['2026-12-27', null],
  ])('the hours of %s are %o', (date, hours) => expect(hoursOf(batang, date)).toEqual(hours));

  test('a closed day has its name where it is a holiday', () => {
    expect(holidayOn(batang, '2026-12-25')).toBe('Hari Raya Natal');
    expect(holidayOn(batang, '2026-12-27')).toBeNull();
  });

  test('special hours go before a holiday of the same date', () => {
    const both = { ...batang, holidays: [{ date: '2026-12-24', name: 'Cuti bersama' }] };
    expect(closingOn(both, '2026-12-24')).toBe(at('2026-12-24', '12:00'));
    expect(holidayOn(both, '2026-12-24')).toBeNull();
  });

  test.each([
    ['2026-12-23', '06:00', '2026-12-23', '08:00'],
    ['2026-12-23', '08:00', '2026-12-24', '08:00'],
    ['2026-12-24', '12:00', '2026-12-26', '09:00'],
    ['2026-12-26', '10:00', '2026-12-28', '08:00'],
  ])('behind %s %s it opens next on %s at %s', (date, time, openDate, opens) => {
    expect(nextOpening(batang, at(date, time))).toBe(at(openDate, opens));
  });

  test('two working days behind Wednesday end on Saturday at eleven', () => {
    expect(workingDaysAfter(batang, at('2026-12-23', '14:00'), 2)).toBe(at('2026-12-26', '11:00'));
    expect(workingDaysBetween(batang, at('2026-12-23', '14:00'), at('2026-12-28', '08:00'))).toBe(
      3,
    );
  });

  test('clocks stop at closing; behind it, and on a closed day, at 24.00', () => {
    expect(clocksStopOn(batang, '2026-12-24', at('2026-12-24', '11:59'))).toBe(
      at('2026-12-24', '12:00'),
    );
    const midnight = at('2026-12-25', '00:00');
    expect(clocksStopOn(batang, '2026-12-24', at('2026-12-24', '12:00'))).toBe(midnight);
    expect(clocksStopOn(batang, '2026-12-25', at('2026-12-25', '09:00'))).toBe(
      at('2026-12-26', '00:00'),
    );
  });
});

test('hours that end before they begin, which older settings could hold, are none', () => {
  const back = { ...batang, hours: [{ weekday: 1, opens: '15:00', closes: '08:00' }] };
  expect(hoursOf(back, '2026-11-23')).toBeNull();
});

test('an office without hours never opens, and has no working day', () => {
  const never = { ...batang, hours: [], specialHours: [] };
  expect(nextOpening(never, at('2026-12-23', '08:00'))).toBeNull();
  expect(workingDaysAfter(never, at('2026-12-23', '08:00'), 1)).toBeNull();
  expect(workingDaysBetween(never, at('2026-12-23', '08:00'), at('2036-12-23', '08:00'))).toBe(0);
});

const minutes = fc.integer({ min: 0, max: 1_439 });
const asTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const span = fc
  .uniqueArray(minutes, { minLength: 2, maxLength: 2 })
  .map((pair) => [...pair].sort((a, b) => a - b).map(asTime))
  .map(([opens = '', closes = '']) => ({ opens, closes }));
/** Dates of the two months around a moment, so that holidays come in rows and beside special days. */
const date = fc
  .integer({ min: 0, max: 60 })
  .map((days) => officeDate(Date.parse('2026-11-15T05:00:00Z') + days * 86_400_000, 'WIB'));
const calendars: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom(...zones),
  hours: fc.uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 6 }), span).map(([weekday, day]) => ({ weekday, ...day })),
    { selector: ({ weekday }) => weekday },
  ),
  holidays: fc.uniqueArray(
    date.map((day) => ({ date: day, name: 'Libur' })),
    { maxLength: 20, selector: (day) => day.date },
  ),
  specialHours: fc.uniqueArray(
    fc.tuple(date, span).map(([day, hours]) => ({ date: day, ...hours })),
    { maxLength: 8, selector: (day) => day.date },
  ),
});
const moment = fc.integer({
  min: Date.parse('2026-11-10T00:00:00Z'),
  max: Date.parse('2027-01-20T00:00:00Z'),
});

describe('of any calendar and moment', () => {
  test('open is what lies from the opening of its date to before its closing', () => {
    fc.assert(
      fc.property(calendars, moment, (calendar, now) => {
        const opening = openingOn(calendar, officeDate(now, calendar.zone));
        expect(isOpenAt(calendar, now)).toBe(
          opening !== null && now >= opening.opens && now < opening.closes,
        );
        if (opening === null) return;
        expect(isOpenAt(calendar, opening.opens)).toBe(true);
        expect(isOpenAt(calendar, opening.closes)).toBe(false);
      }),
    );
  });

  test('the next opening lies behind it, opens, and no date between them does', () => {
    fc.assert(
      fc.property(calendars, moment, (calendar, now) => {
        const next = nextOpening(calendar, now);
        if (next === null) {
          expect(calendar.hours).toEqual([]);
          return;
        }
        expect(next).toBeGreaterThan(now);
        expect(isOpenAt(calendar, next)).toBe(true);
        expect(isOpenAt(calendar, next - 1)).toBe(false);
        const last = officeDate(next, calendar.zone);
        for (let day = nextDate(officeDate(now, calendar.zone)); day < last; day = nextDate(day))
          expect(openingOn(calendar, day)).toBeNull();
      }),
    );
  });

  test('so many working days behind it are so many between, and one less the moment before that day', () => {
    fc.assert(
      fc.property(calendars, moment, fc.integer({ min: 1, max: 30 }), (calendar, now, days) => {
        const due = workingDaysAfter(calendar, now, days);
        if (due === null) {
          expect(calendar.hours).toEqual([]);
          return;
        }
        const dueDay = officeDate(due, calendar.zone);
        expect(due).toBe(closingOn(calendar, dueDay));
        expect(workingDaysBetween(calendar, now, due)).toBe(days);
        const dayBegins = officeMoment(dueDay, '00:00', calendar.zone) ?? Number.NaN;
        expect(workingDaysBetween(calendar, now, dayBegins - 1)).toBe(days - 1);
      }),
    );
  });

  test('clocks stop behind the beginning, on the same day', () => {
    fc.assert(
      fc.property(calendars, moment, (calendar, begun) => {
        const day = officeDate(begun, calendar.zone);
        const stop = clocksStopOn(calendar, day, begun) ?? Number.NaN;
        expect(stop).toBeGreaterThan(begun);
        expect(stop).toBeLessThanOrEqual(
          officeMoment(nextDate(day), '00:00', calendar.zone) ?? Number.NaN,
        );
      }),
    );
  });
});
