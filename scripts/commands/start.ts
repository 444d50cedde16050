import { hasDisplay } from '../display.ts';
import { electronEnvironment, electronFlags, electronPath } from '../electron/launch.ts';
import { runProgram } from '../run-program.ts';
import { demonstrate } from '../demonstrate.ts';

// Arguments are the program's: npm start -- --data DIR
const args = process.argv.slice(2);

if (hasDisplay()) {
  process.exitCode = await runProgram(
    electronPath(),
    [...electronFlags(), '.', ...args],
    electronEnvironment(),
  );
} else {
  console.log('There is no display here: playing the demonstration on a virtual one.');
  process.exitCode = await demonstrate(args);
}
