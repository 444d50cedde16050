import { join } from 'node:path';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';

// Mutation testing of journal, recovery, people and checkpoint (stryker.config.json): npm run mutation -- --mutate main/storage/people/people.ts
process.exitCode = await runNode(
  join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'),
  ['run', ...process.argv.slice(2)],
);
