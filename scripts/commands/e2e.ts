import { withDisplay } from '../display.ts';
import { runNode } from '../run-program.ts';
import { tools } from '../tools.ts';

// The end-to-end stories alone; arguments are Playwright's: npm run e2e -- -g "reports out"
const args = ['test', '--reporter=list', ...process.argv.slice(2)];
process.exitCode = await withDisplay(
  'virtual',
  async (env) => await runNode(tools.playwright, args, env),
);
