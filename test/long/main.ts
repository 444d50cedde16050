import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { runNode } from '../../scripts/run-program.ts';
import { tools, vitestEnvironment } from '../../scripts/tools.ts';
import { foundFileVariable, tableOfFound } from './long-report.ts';

// Runs the suites beside it: node main.ts [NAME …]. All of them: writes docs/long.md from what they have found.

const folder = join(root, 'test-results', 'long');
const found = join(folder, 'found.jsonl');
const only = process.argv.slice(2);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(found, '');

const begun = performance.now();
process.exitCode = await runNode(tools.vitest, ['run', '--config', 'vitest.long.ts', ...only], {
  ...vitestEnvironment(),
  [foundFileVariable]: found,
});

const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${release()}, ${Math.round((performance.now() - begun) / 1_000)} s`;
const table = tableOfFound(await readFile(found, 'utf8'));
console.log(`\n${table}\n\n${machine}`);
if (only.length === 0)
  await writeFile(
    join(root, 'docs', 'long.md'),
    `# Long tests\n\nWritten by \`npm run test:long\`; \`npm test\` holds the same by rule. ${machine}.\n\n${table}\n`,
  );
