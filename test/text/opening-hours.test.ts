import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { openingAt, weekHours } from '../../shared/text/opening-hours.ts';

const { hours } = defaultSettings;
const calendar = {
  ...defaultSettings,
  holidays: [{ date: '2026-12-25', name: 'Hari Raya Natal' }],
  specialHours: [{ date: '2026-12-24', opens: '08:00', closes: '12:00' }],
};

test.each([
  ['2026-11-23T00:30:00Z', { state: 'opens', time: '08.00 WIB' }],
  ['2026-11-23T06:06:00Z', { state: 'open', time: '15.30 WIB' }],
  ['2026-11-23T08:30:00Z', { state: 'closed' }],
  ['2026-11-27T07:00:00Z', { state: 'open', time: '14.30 WIB' }],
  ['2026-11-28T06:00:00Z', { state: 'closed-today', holiday: null }],
  ['2026-12-25T06:00:00Z', { state: 'closed-today', holiday: 'Hari Raya Natal' }],
  ['2026-12-24T04:30:00Z', { state: 'open', time: '12.00 WIB' }],
] as const)('at %s the room is %o', (at, opening) => {
  expect(openingAt(calendar, Date.parse(at))).toEqual(opening);
});

test('the week is one line, with equal days joined and Monday first', () => {
  expect(weekHours(hours, 'id')).toBe('Senin–Kamis 08.00–15.30 · Jumat 08.00–14.30');
  expect(weekHours([{ weekday: 0, opens: '09:00', closes: '12:00' }, ...hours], 'en')).toBe(
    'Monday–Thursday 08.00–15.30 · Friday 08.00–14.30 · Sunday 09.00–12.00',
  );
  expect(
    weekHours(
      [
        { weekday: 3, opens: '08:00', closes: '15:30' },
        { weekday: 1, opens: '08:00', closes: '15:30' },
      ],
      'id',
    ),
  ).toBe('Senin 08.00–15.30 · Rabu 08.00–15.30');
});
