import { startText } from '../../shared/text/start.ts';
import type * as Program from '../compose.ts';
import { SilentHolder } from '../storage/lock/folder-lock.ts';
import { UnsafeSocketFolder } from '../storage/lock/socket-folder.ts';

/** The program cannot start, and the sentence says why and what to do: nothing needs to be added. */
export class ToldWhy extends Error {}

/**
 * @param error why the data folder could not be opened
 * @param program what of it is known, where it is loaded
 * @returns a sentence for what waiting could not mend; null: it may mend itself
 */
export function lastingTrouble(
  error: unknown,
  program: Pick<typeof Program, 'NewerFormat'> | null,
): string | null {
  if (program !== null && error instanceof program.NewerFormat) return startText.newerFormat;
  if (error instanceof SilentHolder) return startText.holderSilent;
  return error instanceof UnsafeSocketFolder ? startText.unsafeFolder(error.folder) : null;
}
