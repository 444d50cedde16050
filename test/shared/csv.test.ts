import { expect, test } from 'vitest';
import { csvCell, csvOf } from '../../shared/csv.ts';

test.each([
  ['=1+1', "'=1+1"], ['+62 812', "'+62 812"], ['-2', "'-2"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['＝1', "'＝1"],
  ['CV Sumber, Batang', '"CV Sumber, Batang"'], ['kata "sandi"', '"kata ""sandi"""'], ['dua\nbaris', '"dua\nbaris"'], ['=a,"b"', '"\'=a,""b"""'],
  ['A012', 'A012'], [12, '12'], [-3, '-3'], [null, ''],
] as const)('%j is written as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('a CSV begins with a byte order mark and ends each row', () => {
  expect(csvOf([['a', 1], [null, 'b']])).toBe('\uFEFFa,1\r\n,b\r\n');
});
