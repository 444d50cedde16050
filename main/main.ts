import { recordsAsked } from './shell/records-asked.ts';
import { runDesktop } from './shell/desktop.ts';

/**
 * Entry of the program: its windows, or with `records …` its command line. What it does is in compose.ts, and is loaded once
 * the kiosk is there; what it looks like to the desktop is in shell/.
 */
const words = recordsAsked();
if (words === null) runDesktop(() => import('./compose.ts'));
else void import('./shell/command-line.ts').then(({ runCommandLine }) => runCommandLine(words));
