import { build } from './build.ts';
import { hasDisplay } from './display.ts';
import { obtainElectron } from './electron/obtain.ts';
import { installSpreadsheet, installSystemPackages } from './electron/system-packages.ts';

// Called by run.mjs under its lock: `set-up.ts COMMAND electron build spreadsheet`, the last three as the command needs them.
const [command = '', ...steps] = process.argv.slice(2);

/** Commands whose windows must not pop up before whoever sits at the machine. */
const alwaysVirtual: readonly string[] = ['test', 'e2e', 'package'];

try {
  if (steps.includes('electron')) {
    await installSystemPackages(alwaysVirtual.includes(command) || !hasDisplay());
    await obtainElectron();
  }
  if (steps.includes('build')) await build();
  if (steps.includes('spreadsheet')) installSpreadsheet();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
