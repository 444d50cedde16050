import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';
import { tools, vitestEnvironment } from '../tools.ts';

// All faults, at their full numbers. npm test holds a bounded number of each; this takes some minutes, and writes
// docs/faults.md from what it has measured. `npm run test:faults -- 5` does 5 % of it and writes nothing.

const folder = join(root, 'test-results', 'faults');
const report = join(folder, 'vitest.json');
// An old report must not be told again when the runner dies before it writes its own.
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const inMemory = await runNode(
  tools.vitest,
  [
    'run',
    'test/faults',
    'test/reader',
    '--exclude',
    'test/faults/disk/**',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { ...vitestEnvironment(), PENDAMPING_FAULTS: 'full' },
);
const onDisk = await runNode(join(root, 'test', 'faults', 'disk', 'main.ts'), [
  report,
  ...process.argv.slice(2),
]);
process.exitCode = inMemory === 0 && onDisk === 0 ? 0 : 1;
