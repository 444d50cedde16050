import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus, release } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/root.ts';
import { durableAppend } from './durable-append.ts';
import { tableOf, type Figure } from './figures.ts';
import { launch } from './launch/launch.ts';
import { longService, registerOfAMonth, verifyYears } from './long-service.ts';
import { makeYears } from './make-years.ts';
import { onWindows } from './on-windows.ts';
import { yearsFolder } from './years-folder.ts';

// npm run bench -- [--only append|long|verify|register|launch|windows] [--without-years] [--write]: medians of several runs, as ratios measured in one run.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    write: { type: 'boolean' },
    visits: { type: 'string', default: '250000' },
    'without-years': { type: 'boolean' },
  },
});

const withYears = values['without-years'] !== true;
const visits = Number(values.visits);

/** Ten busy years; made where there are none yet. */
const years = async (): Promise<string> => {
  const folder = yearsFolder(visits, 1);
  if (!existsSync(join(folder, 'checkpoint.json'))) {
    console.log('Making ten busy years first (some minutes, once) …');
    const progress = (): void => undefined;
    await makeYears({ folder, visits, seed: 1, progress, isCancelled: () => false });
  }
  return folder;
};
const onYears = (measure: (folder: string) => Promise<readonly Figure[]>) => async () =>
  withYears ? measure(await years()) : [];

const measurements: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  append: durableAppend,
  long: onYears(longService),
  verify: onYears(verifyYears),
  register: onYears(registerOfAMonth),
  launch: async () => launch(withYears ? await years() : null),
  windows: onWindows,
};
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`Measuring: ${name} …`);
  figures.push(...(await measure()));
}
const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model ?? ''}), ${process.platform} ${release()}, Node ${process.versions.node}`;
console.log(`\n${tableOf(figures)}\n\n${machine}`);
if (values.write === true && values.only === undefined && withYears) {
  await writeFile(
    join(root, 'docs', 'benchmarks.md'),
    `# Benchmarks\n\nWritten by \`npm run bench -- --write\`: medians of several runs, ratios measured in one run. ${machine}.\n\n${tableOf(figures)}\n`,
  );
}
