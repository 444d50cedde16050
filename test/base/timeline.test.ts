import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunId } from '../../shared/base/ids.ts';
import {
  advance,
  elapsedBetween,
  emptyTimeline,
  isUncertain,
  momentOf,
  type ClockReading,
} from '../../shared/base/timeline.ts';

const reading = (at: number, run: string, mono: number): ClockReading => ({
  at,
  run: run as RunId,
  mono,
});
const moments = (readings: readonly ClockReading[]) => {
  let timeline = emptyTimeline;
  return readings.map((each) => {
    const moment = momentOf(timeline, each);
    timeline = advance(timeline, each);
    return moment;
  });
};

test('within a run the steady clock tells the time, whatever the wall clock does', () => {
  const [start, end] = moments([reading(1_000_000, 'a', 0), reading(5, 'a', 60_000)]);
  expect(elapsedBetween(start!, end!)).toBe(60_000);
  expect(isUncertain(start!, end!)).toBe(false);
});

test('a norm runs on through a power cut by the wall clock', () => {
  const [start, , end] = moments([
    reading(0, 'a', 10),
    reading(600_000, 'b', 7),
    reading(660_000, 'b', 60_007),
  ]);
  expect(elapsedBetween(start!, end!)).toBe(660_000);
});

test('a wall clock set back across a power cut never makes time negative, and is marked', () => {
  const [start, end, later] = moments([
    reading(500_000, 'a', 0),
    reading(0, 'b', 0),
    reading(0, 'b', 5_000),
  ]);
  expect(elapsedBetween(start!, end!)).toBe(0);
  expect(elapsedBetween(start!, later!)).toBe(5_000);
  expect(isUncertain(start!, later!)).toBe(true);
  expect(isUncertain(end!, later!)).toBe(false);
});

test('no reading of the clocks ever moves the timeline backwards', () => {
  const anyReading = fc.record({
    at: fc.integer({ min: 0, max: 4e12 }),
    run: fc.constantFrom('a', 'b', 'c') as fc.Arbitrary<RunId>,
    mono: fc.integer({ min: 0, max: 1e9 }),
  });
  fc.assert(
    fc.property(fc.array(anyReading, { minLength: 1 }), (readings) => {
      const times = moments(readings).map(({ t }) => t);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }),
  );
});
