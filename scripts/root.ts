import { join } from 'node:path';

/** The repository's root folder, wherever a script is started from. */
export const root = join(import.meta.dirname, '..');
