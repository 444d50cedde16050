import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalId } from '../../shared/base/ids.ts';
import {
  dayCountOf,
  dayNumberOf,
  isIssued,
  parseDayNumber,
  parseVisitCode,
  visitCodeOf,
  visitOrdinalOf,
} from '../../shared/base/visit-code.ts';

const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** As many as there are codes. */
const space = 31 ** 7;
const ids = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 32, maxLength: 32 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join('') as JournalId);
/** Any journal's, or that of before journals had a name. */
const keys = fc.oneof({ weight: 4, arbitrary: ids }, fc.constant(null));
const [one = null, other = null] = fc.sample(ids, { numRuns: 2, seed: 1 });
const codesOf = (key: JournalId | null, count: number) =>
  Array.from({ length: count }, (_, index) => visitCodeOf(index + 1, key));

test.each([
  ['of before', null],
  ['of a journal', one],
])('every ordinal has a code %s of its own, and its neighbours look unlike', (_, key) => {
  const codes = codesOf(key, 20_000);
  expect(new Set(codes).size).toBe(codes.length);
  for (const at of [0, 1, 2, 3])
    expect(codes[at]?.slice(0, 4)).not.toBe(codes[at + 1]?.slice(0, 4));
});

test('a code names the one visit that it was made for, wherever among all codes that is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: space - 1 }), keys, (ordinal, key) => {
      expect(visitOrdinalOf(visitCodeOf(ordinal, key), key)).toBe(ordinal);
    }),
    { numRuns: 5_000 },
  );
});

test('every code is some visit’s: the order of codes leaves none out', () => {
  const payload = fc.array(fc.constantFrom(...symbols), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(payload, keys, (seven, key) => {
      const code = [...symbols]
        .map((check) => parseVisitCode(seven.join('') + check))
        .find((parsed) => parsed !== null);
      expect(code && visitCodeOf(visitOrdinalOf(code, key), key)).toBe(code);
    }),
    { numRuns: 2_000 },
  );
});

test('the first thousand visits of two journals have no code in common, nor with those of before', () => {
  fc.assert(
    fc.property(ids, ids, (first, second) => {
      fc.pre(first !== second);
      const codes = [first, second, null].flatMap((key) => codesOf(key, 1_000));
      expect(new Set(codes).size).toBe(codes.length);
    }),
    { numRuns: 20, seed: 3 },
  );
});

test('ids that differ in one digit order codes quite differently', () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 0, max: 31 }), (id, at) => {
      const digit = ((Number.parseInt(id.charAt(at), 16) + 1) % 16).toString(16);
      const near = `${id.slice(0, at)}${digit}${id.slice(at + 1)}` as JournalId;
      const same = codesOf(id, 50).filter((code, index) => code === visitCodeOf(index + 1, near));
      expect(same).toEqual([]);
    }),
    { numRuns: 200, seed: 3 },
  );
});

test('the codes of a journal stay what they are', () => {
  const id = '0123456789abcdef0123456789abcdef' as JournalId;
  expect(codesOf(id, 3)).toEqual(['GCJE-ZDTP', '7CVZ-2P7R', 'KNH6-ZMAK']);
  expect(codesOf(null, 3)).toEqual(['CC2C-GPF8', 'PP2P-YBV8', 'ZZ32-EZAW']);
});

test('codes of before a journal had its name stay valid beside its own; those of elsewhere are not its', () => {
  for (const code of [...codesOf(one, 100), ...codesOf(null, 100)])
    expect(isIssued(code, one, 100)).toBe(true);
  for (const code of [...codesOf(other, 1_000), visitCodeOf(101, one), visitCodeOf(101, null)])
    expect(isIssued(code, one, 100)).toBe(false);
  expect(isIssued(visitCodeOf(0, one), one, 100)).toBe(false);
});

test('a code is read as people type it', () => {
  const code = visitCodeOf(12, one);
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  expect(parseVisitCode(code.toLowerCase().replace('-', ' '))).toBe(code);
});

test('one wrong symbol, and two swapped ones, are found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      keys,
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 7 }),
      fc.constantFrom(...symbols),
      (ordinal, key, at, swap, symbol) => {
        const plain = [...visitCodeOf(ordinal, key).replace('-', '')];
        const wrong = [...plain];
        wrong[at] = symbol;
        if (plain[at] !== symbol) expect(parseVisitCode(wrong.join(''))).toBeNull();
        const swapped = [...plain];
        [swapped[at], swapped[swap]] = [plain[swap]!, plain[at]!];
        if (plain[at] !== plain[swap]) expect(parseVisitCode(swapped.join(''))).toBeNull();
      },
    ),
    { numRuns: 3_000 },
  );
});

test('day numbers run A001 … A999, A1000, each kiosk with its letter', () => {
  expect([1, 12, 999, 1000].map((count) => dayNumberOf(count))).toEqual([
    'A001',
    'A012',
    'A999',
    'A1000',
  ]);
  expect([1, 1000].map((count) => dayNumberOf(count, 'C'))).toEqual(['C001', 'C1000']);
  for (const letter of ['A', 'B', 'Z'])
    for (const count of [1, 12, 999, 1000, 25_000])
      expect(dayCountOf(dayNumberOf(count, letter), letter)).toBe(count);
  expect(['a12', 'A 012', 'a-12', 'A012'].map(parseDayNumber)).toEqual(Array(4).fill('A012'));
  expect(['', '12', 'A', 'A000', 'AB1', 'A1234567890'].map(parseDayNumber)).toEqual(
    Array(6).fill(null),
  );
  expect(['a1000', 'A 01000', 'b1'].map(parseDayNumber)).toEqual(['A1000', 'A1000', 'B001']);
  // Numbers of journals that went on with the next letter.
  expect(['B001', 'B012', 'C001'].map((number) => dayCountOf(number))).toEqual([1000, 1011, 1999]);
});
