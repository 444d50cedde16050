import { startText } from '../../shared/text/start.ts';
import type * as Program from '../compose.ts';

/** The program cannot start, and the sentence says why and what to do: nothing needs to be added. */
export class ToldWhy extends Error {}

/**
 * @param error why the data folder could not be opened
 * @param kinds the errors that are known, of the program that was loaded
 * @returns a sentence for what waiting could not mend; null: it may mend itself
 */
export function lastingTrouble(
  error: unknown,
  kinds: Pick<typeof Program, 'NewerFormat' | 'SilentHolder' | 'UnsafeSocketFolder'>,
): string | null {
  if (error instanceof kinds.NewerFormat) return startText.newerFormat;
  if (error instanceof kinds.SilentHolder) return startText.holderSilent;
  return error instanceof kinds.UnsafeSocketFolder ? startText.unsafeFolder(error.folder) : null;
}
