import { build } from './build.ts';
import { hasDisplay } from './display.ts';
import { obtainElectron } from './electron/obtain.ts';
import { readRuntimeArgument } from './electron/runtime-argument.ts';
import { obtainSecondRuntime } from './electron/second-runtime/obtain-second-runtime.ts';
import { installSpreadsheet, installSystemPackages } from './electron/system-packages.ts';

// Called by run.mjs under its lock: `set-up.ts COMMAND electron build spreadsheet -- ARGUMENTS`, those between as the
// command needs them, and the command's own arguments.
const words = process.argv.slice(2);
const [command = '', ...steps] = words.slice(0, words.indexOf('--'));
const asked = readRuntimeArgument(command === 'e2e' ? words.slice(words.indexOf('--') + 1) : []);

/** Commands whose windows must not pop up before whoever sits at the machine. */
const alwaysVirtual: readonly string[] = ['test', 'e2e', 'package'];

try {
  if (asked.runtime === 'unknown') {
    console.error(asked.sentence);
    process.exitCode = 2;
  } else {
    if (steps.includes('electron')) {
      await installSystemPackages(alwaysVirtual.includes(command) || !hasDisplay());
      await (asked.runtime === 'second' ? obtainSecondRuntime() : obtainElectron());
    }
    if (steps.includes('build')) await build();
    if (steps.includes('spreadsheet')) installSpreadsheet();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
