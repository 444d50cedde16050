import { dirname, join } from 'node:path';
import type { Files } from '../ports.ts';
import { checkBackup, entriesOf, manifestName, type BackupEntry, type Manifest } from './backup-format.ts';
import { createDurably } from './durable-write.ts';
import type { ListedErasure } from './erasure-list.ts';
import { chunksOf, type BackupProgress } from './make-backup.ts';
import { guess, standingIn } from './people-format.ts';

export type RestoreWork = {
  /** The `.tar.gz`. */
  readonly file: string;
  /** Where the data folder is to be; nothing is there, or an empty folder. */
  readonly dataFolder: string;
  /** Erasures since the backup: these people do not come back. */
  readonly erasures: readonly ListedErasure[];
};

/** A file of a backup without the records and slips that were erased since; null: nothing is left of it. */
const without = ({ name, bytes }: BackupEntry, ids: ReadonlySet<string>, visits: ReadonlySet<string>): Buffer | null => {
  const slip = /^slips\/[^/]+\/(.+)\.pdf$/.exec(name)?.[1];
  if (slip !== undefined) return visits.has(slip) ? null : bytes;
  if (!name.startsWith('people/') || ids.size === 0) return bytes;
  const standing = standingIn(bytes);
  const left = standing.filter((line) => !ids.has(guess(line).id) && !(line.record === null && [...ids].some((id) => line.bytes.includes(id))));
  if (left.length === standing.length) return bytes;
  return Buffer.concat(left.filter(({ glue }) => !glue).flatMap((line) => [line.bytes, Buffer.from('\n')]));
};

/** Where a restore lays out what takes the data folder's place. */
const besideOf = (dataFolder: string): string => `${dataFolder}.restoring`;

/**
 * Unpacks a backup, whole or not at all: it is checked to its end first, laid out beside, and takes its place last.
 * @throws DamagedBackup, or whatever a call on the files throws; then nothing has taken the data folder's place, and nothing is left beside
 */
export const restoreBackup = async (files: Files, work: RestoreWork, progress: BackupProgress): Promise<Manifest> => {
  try {
    return await layOut(files, work, progress);
  } catch (error) {
    await files.removeFolder(besideOf(work.dataFolder)).catch(() => undefined);
    throw error;
  }
};

const layOut = async (files: Files, { file, dataFolder, erasures }: RestoreWork, progress: BackupProgress): Promise<Manifest> => {
  let seen = 0;
  const manifest = await checkBackup(chunksOf(files, file), () => progress((seen += 1), 0));
  const ids = new Set(erasures.flatMap(({ records }) => records.map(({ id }): string => id)));
  const visits = new Set(erasures.flatMap((erasure) => erasure.visits));
  const beside = besideOf(dataFolder);
  await files.removeFolder(beside);
  const folders = new Set([beside]);
  let done = 0;
  for await (const entry of entriesOf(chunksOf(files, file))) {
    if (entry.name === manifestName) continue;
    const bytes = without(entry, ids, visits);
    const path = join(beside, entry.name);
    for (let folder = dirname(path); folder.length > beside.length; folder = dirname(folder)) folders.add(folder);
    await files.makeFolder(dirname(path));
    if (bytes !== null) await (await createDurably(files, path, bytes)).close();
    progress((done += 1), manifest.files.length);
  }
  await files.makeFolder(beside);
  for (const folder of folders) await files.syncFolder(folder);
  await files.removeEmptyFolder(dataFolder);
  await files.rename(beside, dataFolder);
  await files.syncFolder(dirname(dataFolder));
  return manifest;
};
