import { withDisplay } from '../display.ts';
import { readRuntimeArgument } from '../electron/runtime-argument.ts';
import { secondRuntimeFolder } from '../electron/second-runtime/second-runtime.ts';
import { runNode } from '../run-program.ts';
import { tools } from '../tools.ts';

// The end-to-end stories alone; arguments are Playwright's: npm run e2e -- -g "reports out"
// With --runtime 33, on the second runtime. Set-up has got it, and refuses a runtime that it does not know.
const asked = readRuntimeArgument(process.argv.slice(2));
if (asked.runtime === 'unknown') throw new Error(asked.sentence);
const { runtime, rest } = asked;

// What failed on one runtime stays to be looked at when the other has run.
const output = runtime === 'second' ? ['--output=test-results/second-runtime'] : [];
const more = runtime === 'second' ? { ELECTRON_OVERRIDE_DIST_PATH: secondRuntimeFolder } : {};
process.exitCode = await withDisplay(
  'virtual',
  async (env) =>
    await runNode(tools.playwright, ['test', '--reporter=list', ...output, ...rest], {
      ...env,
      ...more,
    }),
);
