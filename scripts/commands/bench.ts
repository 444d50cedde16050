import { join } from 'node:path';
import { withDisplay } from '../display.ts';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';

const bench = join(root, 'test', 'bench', 'main.ts');
process.exitCode = await withDisplay(
  'virtual',
  async (env) => await runNode(bench, process.argv.slice(2), env),
);
