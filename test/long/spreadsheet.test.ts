import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvOf } from '../../shared/base/csv.ts';
import { hostileText, knownTexts, separators } from '../base/hostile-texts.ts';
import { libreOfficeVersion, openInLibreOffice, type ReadAs } from './libreoffice.ts';
import { noteFound } from './long-report.ts';

const generated = fc.sample(hostileText, { seed: 20_261_123, numRuns: 12_000 });
const texts = [...knownTexts, ...generated];
/** Three texts a row: each stands first, last and between others. */
const rows = Array.from({ length: Math.ceil(texts.length / 3) }, (_, at) =>
  texts.slice(3 * at, 3 * at + 3),
);
/** As RFC 4180 has it and no more: quoted where it must be, nothing guarded. */
const bare = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const unguarded = rows.map((row) => `${row.map(bare).join(',')}\r\n`).join('');

let folder = '';
const ours = (): string => join(folder, 'ours.csv');
const control = (): string => join(folder, 'control.csv');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-long-'));
  await writeFile(ours(), csvOf(rows));
  await writeFile(control(), `\uFEFF${unguarded}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const names: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  ':': 'colons',
  ' ': 'blanks',
};
const ways: readonly (ReadAs & { readonly name: string })[] = [...separators, ' '].flatMap(
  (separator) =>
    [true, false].flatMap((quotes) =>
      [false, true].map((trimmed) => ({
        separator,
        quotes,
        trimmed,
        name: names[separator] ?? separator,
      })),
    ),
);

test.each(ways)(
  'LibreOffice splitting at $name, quotes taken off: $quotes, blanks too: $trimmed, finds no formula in a register of ours',
  async ({ name, ...as }) => {
    const [found, without] = await openInLibreOffice(folder, [ours(), control()], as);
    noteFound({
      suite: `spreadsheet: ${await libreOfficeVersion()}`,
      times: `${texts.length.toLocaleString('en')} cells`,
      wrong: `${found?.formulas.length} formulas`,
      tried: `split at ${name}, ${as.quotes ? 'quotes taken off' : 'quotes as letters'}${as.trimmed ? ', blanks taken off' : ''}`,
      remark: `${without?.formulas.length.toLocaleString('en')} formulas in the same cells unguarded`,
    });
    expect(found?.formulas).toEqual([]);
    expect(found?.rows).toBeGreaterThanOrEqual(
      as.quotes && as.separator === ',' ? rows.length : rows.length / 2,
    );
    expect(without?.formulas.length).toBeGreaterThan(50);
  },
);
