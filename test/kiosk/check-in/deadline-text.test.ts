import { expect, test } from 'vitest';
import {
  shownDate,
  shownTime,
  steppedDate,
  steppedTime,
  typedDate,
  typedTime,
} from '../../../renderer/kiosk/check-in/deadline-text.ts';

const now = Date.parse('2026-11-23T06:06:00Z');

test.each([
  ['25/11/2026', '2026-11-25'],
  ['5.12.2026', '2026-12-05'],
  ['25 11', '2026-11-25'],
  ['23/11', '2026-11-23'],
  ['5/1', '2027-01-05'],
  ['2026-11-25', '2026-11-25'],
  ['besok', 'besok'],
  ['25/', '25/'],
  ['', ''],
])('a date typed as %j is %j', (typed, date) => {
  expect(typedDate(typed, now, 'WIB')).toBe(date);
});

test.each([
  ['15.30', '15:30'],
  ['15:30', '15:30'],
  ['1530', '15:30'],
  ['9', '09:00'],
  ['9.15', '09:15'],
  ['sore', 'sore'],
  ['', ''],
])('a time typed as %j is %j', (typed, time) => {
  expect(typedTime(typed)).toBe(time);
});

test('what is shown can be typed again', () => {
  expect(typedDate(shownDate('2026-11-25'), now, 'WIB')).toBe('2026-11-25');
  expect(typedTime(shownTime('15:30'))).toBe('15:30');
});

test('steps of the date begin today and never go before it', () => {
  expect(steppedDate('', 1, now, 'WIB')).toBe('2026-11-23');
  expect(steppedDate('2026-11-30', 1, now, 'WIB')).toBe('2026-12-01');
  expect(steppedDate('2026-11-23', -1, now, 'WIB')).toBe('2026-11-23');
});

test('steps of the time begin at noon and stay within the day', () => {
  expect(steppedTime('', 1, now, 'WIB')).toBe('12:00');
  expect(steppedTime('15:30', 1, now, 'WIB')).toBe('16:00');
  expect(steppedTime('23:45', 1, now, 'WIB')).toBe('23:45');
  expect(steppedTime('00:15', -1, now, 'WIB')).toBe('00:15');
});
