import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayCountOf,
  dayNumberOf,
  parseDayNumber,
  parseVisitCode,
  visitCodeOf,
} from '../../shared/base/visit-code.ts';

test('every ordinal has a code of its own, and its neighbours look unlike', () => {
  const codes = Array.from({ length: 20_000 }, (_, index) => visitCodeOf(index + 1));
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes[0]?.slice(0, 4)).not.toBe(codes[1]?.slice(0, 4));
});

test('a code is read as people type it', () => {
  const code = visitCodeOf(12);
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  expect(parseVisitCode(code.toLowerCase().replace('-', ' '))).toBe(code);
});

test('one wrong symbol, and two swapped ones, are found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 7 }),
      fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'),
      (ordinal, at, other, symbol) => {
        const plain = [...visitCodeOf(ordinal).replace('-', '')];
        const wrong = [...plain];
        wrong[at] = symbol;
        if (plain[at] !== symbol) expect(parseVisitCode(wrong.join(''))).toBeNull();
        const swapped = [...plain];
        [swapped[at], swapped[other]] = [plain[other]!, plain[at]!];
        if (plain[at] !== plain[other]) expect(parseVisitCode(swapped.join(''))).toBeNull();
      },
    ),
    { numRuns: 3_000 },
  );
});

test('day numbers run A001 … A999, A1000', () => {
  expect([1, 12, 999, 1000].map(dayNumberOf)).toEqual(['A001', 'A012', 'A999', 'A1000']);
  for (const count of [1, 12, 999, 1000, 25_000])
    expect(dayCountOf(dayNumberOf(count))).toBe(count);
  expect(['a12', 'A 012', 'a-12', 'A012'].map(parseDayNumber)).toEqual(Array(4).fill('A012'));
  expect(['', '12', 'A', 'A000', 'AB1', 'A1234567890'].map(parseDayNumber)).toEqual(
    Array(6).fill(null),
  );
  expect(['a1000', 'A 01000', 'b1'].map(parseDayNumber)).toEqual(['A1000', 'A1000', 'B001']);
  // Numbers of journals that went on with the next letter.
  expect(['B001', 'B012', 'C001'].map(dayCountOf)).toEqual([1000, 1011, 1999]);
});
