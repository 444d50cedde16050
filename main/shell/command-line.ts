import { join } from 'node:path';
import { app } from 'electron';
import { recordsWords } from '../command-line/records-words.ts';
import { runRecords } from '../command-line/run-records.ts';
import { openTerminal } from '../command-line/terminal.ts';

/** @returns the words behind `records`; null: the program was started for its windows */
export const startedForRecords = (): readonly string[] | null => recordsWords(process.argv, app.isPackaged);

/** Runs the command line and ends; no window is opened. */
export const runCommandLine = (words: readonly string[]): void => {
  // The runtime must not end by itself when it finds no window.
  void runRecords(words, openTerminal(app.getVersion(), process.cwd(), join(__dirname, 'verify-part-worker.cjs'))).then((code) => app.exit(code));
};
