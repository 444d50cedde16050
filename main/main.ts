import { compose } from './compose.ts';
import { runCommandLine, startedForRecords } from './shell/command-line.ts';
import { runDesktop } from './shell/desktop.ts';

/**
 * Entry of the program: its windows, or with `records …` its command line. What it does is in compose.ts; what it looks like
 * to the desktop is in shell/.
 */
const words = startedForRecords();
if (words === null) runDesktop(compose);
else runCommandLine(words);
