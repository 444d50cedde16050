import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mount, runTool, unmount } from './mounts.ts';

/** Adds or takes away room on a small disk: a file of zeros that fills it to the last byte. */
export type SmallDisk = {
  readonly folder: string;
  readonly fill: () => Promise<void>;
  readonly makeRoom: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/**
 * Mounts a file system in memory that holds no more than a size.
 * @param size as mount has it: `40m`
 */
export async function makeSmallDisk(size: string): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'pendamping-small-'));
  const filler = join(folder, 'filler');
  const remove = async (): Promise<void> => {
    await unmount(folder);
    await rm(folder, { recursive: true });
  };
  try {
    await mount(['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs'], folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    // It ends with the error that there is no room: that is what was wanted.
    fill: async () =>
      void (await runTool('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k']).catch(() => undefined)),
    makeRoom: () => rm(filler, { force: true }),
    remove,
  };
}
