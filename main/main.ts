import { compose } from './compose.ts';
import { runDesktop } from './shell/desktop.ts';

/** Entry of the desktop program. What it does is in compose.ts; what it looks like to the desktop is in shell/. */
runDesktop(compose);
