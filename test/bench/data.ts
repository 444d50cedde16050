import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { makeYears } from './make-years.ts';
import { yearsFolder } from './years-folder.ts';

// Makes a data folder with ten busy years, for npm run bench: npm run bench:data -- [--visits 250000] [--seed 1] [--out DIR]
const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '250000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const visits = Number(values.visits);
const seed = Number(values.seed);
const folder = values.out ?? yearsFolder(visits, seed);
let isCancelled = false;
process.once('SIGINT', () => {
  isCancelled = true;
});

const begun = performance.now();
let told = 0;
await rm(folder, { recursive: true, force: true });
const made = await makeYears({
  folder,
  visits,
  seed,
  isCancelled: () => isCancelled,
  progress: (done) => {
    const seconds = (performance.now() - begun) / 1_000;
    if (seconds - told < 5) return;
    told = seconds;
    console.log(
      `${done} of ${visits} visits, ${Math.round(seconds)} s, about ${Math.round((seconds / done) * (visits - done))} s to go`,
    );
  },
});
if (isCancelled) {
  await rm(folder, { recursive: true, force: true });
  console.log('Stopped; nothing was left.');
  process.exitCode = 1;
} else
  console.log(`${made} visits in ${Math.round((performance.now() - begun) / 1_000)} s: ${folder}`);
