import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withDisplay } from '../display.ts';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';
import {
  addUp,
  asOneCheck,
  closingLine,
  countsFolder,
  isGood,
  keepCount,
  readPlaywright,
  readVitest,
  totalFile,
  type Count,
} from '../test-counts.ts';
import { tools, vitestEnvironment } from '../tools.ts';

const vitestReport = join(countsFolder, 'vitest.json');
const playwrightReport = join(countsFolder, 'playwright.json');

// Old reports must not be counted when a runner dies before it writes its own.
await rm(countsFolder, { recursive: true, force: true });
await mkdir(countsFolder, { recursive: true });

/** Everything runs, whatever failed before: one run shows all there is to mend. */
const counts: Record<string, Count> = {
  build: asOneCheck(await titled('Build', join(root, 'scripts', 'build.ts'))),
  format: asOneCheck(await titled('Format', tools.prettier, ['--check', '--log-level=warn', '.'])),
  types: asOneCheck(await titled('Types', tools.tsc, ['-b', '--pretty', 'false'])),
  lint: asOneCheck(await titled('Lint and import zones', tools.oxlint)),
  tests: await unitTests(),
  stories: await endToEnd(),
};

console.log('');
for (const [name, count] of Object.entries(counts))
  console.log(`${name.padEnd(8)} ${closingLine(count)}`);
const total = addUp(Object.values(counts));
await keepCount(totalFile, total);
console.log('');
console.log(closingLine(total));
// A skipped test is a promise that nobody checked.
process.exitCode = isGood(total) ? 0 : 1;

async function unitTests(): Promise<Count> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const code = await titled(
    'Unit, procedure and adapter tests',
    tools.vitest,
    ['run', ...reporters],
    vitestEnvironment(),
  );
  return await readVitest(vitestReport, code);
}

async function endToEnd(): Promise<Count> {
  const code = await withDisplay(
    'virtual',
    async (env) =>
      await titled('End-to-end stories', tools.playwright, ['test', '--reporter=list,json'], {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
      }),
  ).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
  return await readPlaywright(playwrightReport, code);
}

async function titled(
  title: string,
  file: string,
  words: readonly string[] = [],
  env?: NodeJS.ProcessEnv,
): Promise<number> {
  console.log(`\n── ${title}`);
  return await runNode(file, words, env);
}
