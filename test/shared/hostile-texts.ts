import fc from 'fast-check';

/** What a spreadsheet may be told to split lines at. */
export const separators = [',', ';', '\t', '|', ':'] as const;

/** Texts that are known to have become formulas somewhere, or that nearly do. */
export const knownTexts: readonly string[] = [
  "x;=cmd|'/C calc'!A;y", '=1+1', '+1+1', '-1+1', '@SUM(1;2)', '=HYPERLINK("http://contoh.example";"Buka")', 'x;"=1+1', 'x"";""=1+1', '"=1+1', '""";"=1+1', ' =1+1', '\t=1+1',
  'x;\u200B=1+1', 'x|\u00AD\u00A0=1+1', '\uFEFF=1+1', '\u0000=1+1', 'x:\u202E=1+1', 'x\r\n=1+1', 'x\n=1+1;y', 'x\r=1+1', '\u3000＝1+1', 'x,＋1', "'=1+1", "x;'=1+1", "'\"=1+1", '\u2212 1;=2+2',
  'x;;=1+1', ';=1+1', '=', 'x;=', '"', '";"', '","', '",=1+1,"', '\r\n"=1+1', '{=1+1}', '=1+1\n=2+2\n=3+3', 'x =1+1', 'x \u200B=1+1', '  "=1+1', '\u2800=1+1', '\u3164=1+1', '\u034F=1+1',
];

const signs = [
  ...separators, ' ', '\r', '\n', '\r\n', '"', '""', "'", '=', '+', '-', '@', '＝', '＋', '－', '＠', '\u2212', '\u207C', '\uFE66', '\uFE62', '\uFE63', '\uFE6B',
  '\u0000', '\u0001', '\u000B', '\u0085', '\u00A0', '\u00AD', '\u034F', '\u061C', '\u180E', '\u200B', '\u200D', '\u200E', '\u202E', '\u2028', '\u2060', '\u2066', '\u2800', '\u3000', '\u3164', '\uFE0F', '\uFEFF', '\u{E0020}',
];
const words = ['x', 'CV', 'A1', '1+1', 'SUM(1;2)', "cmd|'/C calc'!A", '10', 'é', '漢', '🎉'];

/** Texts made of what could turn them into formulas, and of any characters at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...signs, ...words), maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(...knownTexts) },
);
