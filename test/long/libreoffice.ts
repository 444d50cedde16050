import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';

const run = promisify(execFile);

/** How LibreOffice is told to read a CSV. `quotes`: are quotes around cells taken off, or letters like any other? */
export type ReadAs = {
  readonly separator: string;
  readonly quotes: boolean;
  readonly trimmed: boolean;
};

/** What it made of one: how many rows, and what stands in every cell that became a formula. */
export type Opened = { readonly rows: number; readonly formulas: readonly string[] };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const formulaCell = /<table:table-cell(?:\s+[\w:-]+="[^"]*")*?\s+table:formula="([^"]*)"/g;

/** Tokens of its import filter: UTF-8, from the first line, cells in quotes not taken for text, numbers and dates looked for, formulas evaluated. */
const filterOf = ({ separator, quotes, trimmed }: ReadAs): string =>
  `CSV:${separator.charCodeAt(0)},${quotes ? '34' : ''},76,1,,0,false,true,false,false,${String(trimmed)},0,true`;

/**
 * Has LibreOffice itself open CSV files.
 * @param folder one of the test's own: its profile and what it writes go there
 * @returns for each file what it found in it
 */
export async function openInLibreOffice(
  folder: string,
  files: readonly string[],
  as: ReadAs,
): Promise<readonly Opened[]> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const program = process.platform === 'win32' ? 'soffice.exe' : 'soffice';
  await run(
    program,
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'fods',
      '--outdir',
      join(folder, 'opened'),
      `--infilter=${filterOf(as)}`,
      ...files,
    ],
    { maxBuffer: 1 << 26 },
  );
  return Promise.all(
    files.map(async (file) => {
      const document = await readFile(
        join(folder, 'opened', `${basename(file, '.csv')}.fods`),
        'utf8',
      );
      const formulas = [...document.matchAll(formulaCell)].map(([, formula = '']) =>
        formula.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
      );
      return { rows: document.split('<table:table-row').length - 1, formulas };
    }),
  );
}

/** Which LibreOffice it is. */
export async function libreOfficeVersion(): Promise<string> {
  return (await run('soffice', ['--version'])).stdout.trim().split(' ').slice(0, 2).join(' ');
}
