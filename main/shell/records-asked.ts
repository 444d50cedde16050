import { app } from 'electron';
import { recordsWords } from '../command-line/records-words.ts';

/** @returns the words behind `records`; null: the program was started for its windows */
export function recordsAsked(): readonly string[] | null {
  return recordsWords(process.argv, app.isPackaged);
}
