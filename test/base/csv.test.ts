import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvOf, guarded } from '../../shared/base/csv.ts';
import { hostileText, knownTexts, separators } from './hostile-texts.ts';
import { beginsFormula, cellsOf, lineEnds, type Reading } from './splitting-spreadsheet.ts';

describe('a cell', () => {
  test.each([
    ['A012', '"A012"'],
    ['CV Sumber, Batang', '"CV Sumber, Batang"'],
    ['kata "sandi"', '"kata ""sandi"""'],
    ['dua\nbaris', '"dua\nbaris"'],
    [12, '"12"'],
    [-3, '"-3"'],
    [null, '""'],
    ['', '""'],
  ] as const)('is always quoted: %j as %j', (value, cell) => expect(csvCell(value)).toBe(cell));

  test.each([
    ['=1+1', "'=1+1"],
    ['+62 812', "'+62 812"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\u22121', "'\u22121"],
    ['\uFE661', "'\uFE661"],
  ])('that begins like a formula is guarded: %j', (text, safe) => expect(guarded(text)).toBe(safe));

  test.each([
    ["x;=cmd|'/C calc'!A;y", "x;'=cmd|'/C calc'!A;y"],
    ['x,+1', "x,'+1"],
    ['x|@A', "x|'@A"],
    ['x:-1', "x:'-1"],
    ['\t=1', "\t'=1"],
    ['x\r\n=1\n=2', "x\r\n'=1\n'=2"],
    ['x =1', "x '=1"],
    ['a;;=1', "a;;'=1"],
  ])('that would begin like one where it is split is guarded there: %j', (text, safe) =>
    expect(guarded(text)).toBe(safe),
  );

  test.each([
    ['\u200B=1', "'\u200B=1"],
    ['\uFEFF \u00A0-1', "'\uFEFF \u00A0-1"],
    ['x;\u00AD\u202E=1', "x;'\u00AD\u202E=1"],
    ['\u0000=1', "'\u0000=1"],
    ['x;"=1', 'x;\'"=1'],
    ["'=1", "''=1"],
    [' =1', " '=1"],
  ])(
    'is guarded also where signs stand before that nobody sees, or quotes that go: %j',
    (text, safe) => expect(guarded(text)).toBe(safe),
  );

  test.each([
    'Rehabilitasi Jembatan - Tahap 2',
    'CV Maju; Jaya, Batang',
    'a@b.id',
    '08.00–12.00',
    '12:30',
    'Jl. Raya No. 5|B',
    '1/2',
    '– belum ada',
    "Nur'aini",
    '"Sejahtera"',
    'dua baris:\r\nsatu, dua',
    '3 x 4 @ 5000',
    '日本',
    '',
  ])('that is no formula anywhere stays as it was typed: %j', (text) =>
    expect(guarded(text)).toBe(text),
  );
});

test('a CSV begins with a byte order mark and ends each row', () => {
  expect(
    csvOf([
      ['a', 1],
      [null, 'b'],
    ]),
  ).toBe('\uFEFF"a","1"\r\n"","b"\r\n');
});

const tables = fc.array(fc.array(hostileText, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});
const quotes = ['honoured', 'toggling', 'plain'] as const;
const readings: readonly Reading[] = separators.flatMap((separator) =>
  quotes.map((each) => ({ separator, quotes: each })),
);
const formulasIn = (csv: string, reading: Reading, starters?: string): readonly string[] =>
  cellsOf(csv.slice(1), reading).filter((cell) => beginsFormula(cell, starters));
const formulaFree = (reading: Reading, starters?: string): void => {
  fc.assert(
    fc.property(tables, (rows) => {
      expect(formulasIn(csvOf(rows), reading, starters)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
};

/** Takes guards back out, by what the docstring of `guarded` says. */
const unguarded = (text: string): string => {
  const isOurs = (part: string, starters: string): boolean =>
    part.startsWith("'") && beginsFormula(part.slice(1).replaceAll("'", ''), starters);
  const parts = (whole: string, ends: string, starters: string): string =>
    whole
      .split(new RegExp(`(?<=[${ends}])`, 'u'))
      .map((part) => (isOurs(part, starters) ? part.slice(1) : part))
      .join('');
  const ends = `${separators.join('')}${lineEnds}`;
  return parts(parts(text, ends, '+-@\u2212'), `${ends} `, '=');
};

describe('of any texts', () => {
  test.each(readings)(
    'no cell begins like a formula where a spreadsheet splits at $separator, quotes $quotes',
    (reading) => {
      const withoutGuard = knownTexts.map((text) => `"${text.replaceAll('"', '""')}"\r\n`).join('');
      expect(formulasIn(`\uFEFF${withoutGuard}`, reading).length).toBeGreaterThan(5);
      formulaFree(reading);
    },
  );

  test.each(quotes)(
    'none begins with an equals sign where it splits at blanks, quotes %s',
    (each) => {
      expect(formulasIn('\uFEFFx =1', { separator: ' ', quotes: each })).toEqual(['=1']);
      formulaFree({ separator: ' ', quotes: each }, '=');
    },
  );

  test('every sign of Unicode is known, as one by which a formula begins and as one that nobody sees before it', () => {
    const wrong: number[] = [];
    // The planes between are empty.
    for (let point = 0; point <= 0xe0fff; point = point === 0x3ffff ? 0xe0000 : point + 1) {
      const sign = String.fromCodePoint(point);
      if (beginsFormula(guarded(`${sign}1`)) || beginsFormula(guarded(`${sign}=1`)))
        wrong.push(point);
    }
    expect(wrong).toEqual([]);
  });

  test('each can be had back: a guard is told from what was typed', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });
});
