import { join } from 'node:path';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';

// What takes minutes, or needs a program that npm test does without; writes docs/long.md from what its suites have found.
// `npm run test:long -- spreadsheet` runs the suites so named and writes nothing.
process.exitCode = await runNode(join(root, 'test', 'long', 'main.ts'), process.argv.slice(2));
