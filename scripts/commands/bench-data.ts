import { join } from 'node:path';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';

process.exitCode = await runNode(join(root, 'test', 'bench', 'data.ts'), process.argv.slice(2));
