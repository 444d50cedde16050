import { join } from 'node:path';
import { app } from 'electron';
import { runRecords } from '../command-line/run-records.ts';
import { openTerminal } from '../command-line/terminal.ts';

/** Runs the command line and ends; no window is opened. */
export function runCommandLine(words: readonly string[]): void {
  // The runtime must not end by itself when it finds no window.
  void runRecords(
    words,
    openTerminal(app.getVersion(), process.cwd(), join(__dirname, 'verify-part-worker.cjs')),
  ).then((code) => app.exit(code));
}
