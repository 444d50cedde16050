import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';
import {
  addUp,
  closingLine,
  countsFolder,
  isGood,
  readCount,
  readPlaywright,
  totalFile,
  type Count,
} from '../test-counts.ts';

// npm test, then the stories once more on the second runtime, whatever npm test came to; the last line is the sum.
const run = join(root, 'scripts', 'run.mjs');
const secondReport = join(countsFolder, 'second-runtime.json');

const counts: Record<string, Count> = {
  'npm test': await everything(),
  'stories on the second runtime': await secondStories(),
};

console.log('');
for (const [name, count] of Object.entries(counts))
  console.log(`${name.padEnd(30)} ${closingLine(count)}`);
console.log('');
console.log(closingLine(addUp(Object.values(counts))));
process.exitCode = Object.values(counts).every(isGood) ? 0 : 1;

/** An old count must not be added up when the run dies before it leaves its own. */
async function everything(): Promise<Count> {
  await rm(totalFile, { force: true });
  return await readCount(totalFile, await runNode(run, ['test']));
}

async function secondStories(): Promise<Count> {
  console.log('\n── End-to-end stories on the second runtime');
  await rm(secondReport, { force: true });
  const words = ['e2e', '--runtime', '33', '--reporter=list,json'];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: secondReport };
  return await readPlaywright(secondReport, await runNode(run, words, env));
}
