import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the folder is called in a folder that is the person's own. */
const ownFolder = 'Pendamping';

const isToBeHad = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Where files for people go: `Pendamping` in the first of their own folders that is there, or can be made, and be written to.
 * @param places each is asked for only when those before it are not to be had, and may throw: a cloud's Documents may be gone
 * @param last the program's own, if none is; it is not tried
 */
export function firstToBeHad(places: readonly (() => string)[], last: string): string {
  for (const place of places) {
    try {
      const folder = join(place(), ownFolder);
      if (isToBeHad(folder)) return folder;
    } catch {
      // The desktop knows of no such folder.
    }
  }
  return last;
}
