import { readFile, rename, readdir, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.ts';
import { play } from './demonstration/play.ts';
import { setStage } from './demonstration/stage.ts';

/** 23 November 2026, 12.58 WIB. */
const clock = '2026-11-23T05:58:00Z';
const folder = join(root, 'demo-out');

/** Reads a CSV that the product wrote; quoted cells may hold commas. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );

const stage = await setStage({ folder, clock });
try {
  await play(stage);
} catch (error) {
  await stage.shoot('console', 'terhenti-konsol').catch(() => undefined);
  await stage.shoot('kiosk', 'terhenti-kiosk').catch(() => undefined);
  throw error;
} finally {
  await stage.close();
}

// The register as the console saved it, and the slips from where they are kept with their visits.
const saved = (await readdir(folder)).find((name) => /^register-.*\.csv$/.test(name));
if (saved === undefined) throw new Error('The console saved no register');
await rename(join(folder, saved), join(folder, 'register.csv'));
const slips = (await readdir(join(folder, 'data', 'slips'), { recursive: true })).filter((name) =>
  name.endsWith('.pdf'),
);
for (const slip of slips)
  await cp(
    join(folder, 'data', 'slips', slip),
    join(folder, `slip-${slip.split(/[\\/]/).pop() ?? slip}`),
  );

const [head = '', ...rows] = (await readFile(join(folder, 'register.csv'), 'utf8'))
  .replace('\uFEFF', '')
  .trim()
  .split('\r\n');
const columns = cellsOf(head);
const column = (row: readonly string[], name: string): string => row[columns.indexOf(name)] ?? '';
const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).length;
console.log('\nDemonstration: visits (a) and (b), and (b) come back two days later\n');
for (const cells of rows.map(cellsOf)) {
  console.log(
    `${column(cells, 'Tanggal')}  ${column(cells, 'Nomor')}  ${column(cells, 'Perusahaan')}`,
  );
  console.log(`  path        ${column(cells, 'Jalur SOP')}`);
  console.log(`  outcome     ${column(cells, 'Hasil') || 'masih berjalan'}`);
  console.log(`  deviations  ${column(cells, 'Penyimpangan')}\n`);
}
console.log(`In demo-out/: ${pictures} pictures, ${slips.length} slips, register.csv, data/`);
