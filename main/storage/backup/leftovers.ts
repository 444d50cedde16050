import { basename, join, resolve } from 'node:path';
import type { Files } from '../../ports.ts';
import { readBackupName } from './backup-name.ts';
import { freshSuffix } from '../files/durable-write.ts';
import { erasureListName } from './erasure-list.ts';

/**
 * What a program that was killed left behind half done, and what may hold words about people. None of it has a name that
 * anything reads; whoever calls must know that nothing of it is being written just now.
 */

const sweep = async (
  files: Files,
  folder: string,
  isLeft: (name: string) => boolean,
): Promise<void> => {
  for (const name of await files.list(folder))
    if (name.endsWith(freshSuffix) && isLeft(name.slice(0, -freshSuffix.length)))
      await files.remove(join(folder, name));
};

/** Backups of ours, and the list of erasures beside them, that never got their name. Others' files are left alone. */
export function sweepBackups(files: Files, folder: string): Promise<void> {
  return sweep(files, folder, (name) => name === erasureListName || readBackupName(name) !== null);
}

/** Registers that never got their name. */
export function sweepExports(files: Files, folder: string): Promise<void> {
  return sweep(files, folder, (name) => /^register-\d{4}-\d\d\.[a-z]+$/.test(name));
}

/** @param isBeingMade is this visit's slip being made now, or about to be? */
export async function sweepSlips(
  files: Files,
  dataFolder: string,
  isBeingMade: (visit: string) => boolean,
): Promise<void> {
  const slips = join(dataFolder, 'slips');
  for (const month of await files.list(slips))
    await sweep(files, join(slips, month), (name) => !isBeingMade(basename(name, '.pdf')));
}

/** Destruction records that never got their name. */
export function sweepErasures(files: Files, dataFolder: string): Promise<void> {
  return sweep(files, join(dataFolder, 'erasures'), () => true);
}

const restoredFolders = new Set(['journal', 'people', 'slips']);

/**
 * What a restore into this data folder had laid out beside it when it was killed. The data folder must hold records and be in
 * use by this program: a restore goes into an empty folder only, so one that is still under way can no longer end there.
 */
export async function sweepRestoring(files: Files, dataFolder: string): Promise<void> {
  const beside = `${resolve(dataFolder)}.restoring`;
  if (
    !(await files.isFolder(beside)) ||
    !(await files.list(beside)).every((name) => restoredFolders.has(name))
  )
    return;
  await files.removeFolder(beside);
}
