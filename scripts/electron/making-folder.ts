import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './places.ts';

/**
 * Makes something in a folder of its own inside the cache folder, gone afterwards: `use` renames what it made to where
 * it belongs, so that a set-up that is cut off leaves either nothing or all of it. What set-ups that were killed left
 * behind is removed first.
 * @param use is handed the empty folder
 * @returns what `use` returns
 */
export async function inMakingFolder<T>(use: (making: string) => Promise<T>): Promise<T> {
  await sweepLeftovers();
  const making = join(cacheFolder, `making-${process.pid}`);
  await mkdir(making, { recursive: true });
  try {
    return await use(making);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Those still running keep theirs. */
async function sweepLeftovers(): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  for (const name of await readdir(cacheFolder)) {
    const pid = /^making-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
