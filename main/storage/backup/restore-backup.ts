import { dirname, join } from 'node:path';
import type { Files } from '../../ports.ts';
import { entriesOf, makeMeasure } from './backup-entries.ts';
import { checkBackup, manifestName, type Manifest } from './backup-format.ts';
import { DamagedBackup } from './damaged-backup.ts';
import { writeWhole } from '../files/durable-write.ts';
import type { ListedErasure } from './erasure-list.ts';
import { withoutRecords } from './leave-out.ts';
import { chunksOf, type BackupProgress } from './make-backup.ts';

export type RestoreWork = {
  /** The `.tar.gz`. */
  readonly file: string;
  /** Where the data folder is to be; nothing is there, or an empty folder. */
  readonly dataFolder: string;
  /** Erasures since the backup: these people do not come back. */
  readonly erasures: readonly ListedErasure[];
};

/** Writes a new file piece by piece, flushed. */
const layOut = async (files: Files, path: string, chunks: AsyncIterable<Buffer>): Promise<void> => {
  const file = await files.create(path);
  try {
    for await (const chunk of chunks) await writeWhole(file, chunk);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Whoever was erased since: the ids of their records, and their visits. */
type Gone = { readonly ids: ReadonlySet<string>; readonly visits: ReadonlySet<string> };

/** A file of a backup without the records and slips that were erased since; null: nothing is left of it. */
const without = (
  name: string,
  chunks: AsyncIterable<Buffer>,
  { ids, visits }: Gone,
): AsyncIterable<Buffer> | null => {
  const slip = /^slips\/[^/]+\/(.+)\.pdf$/.exec(name)?.[1];
  if (slip !== undefined) return visits.has(slip) ? null : chunks;
  return name.startsWith('people/') && ids.size > 0 ? withoutRecords(name, chunks, ids) : chunks;
};

/** Lays a checked backup out in a folder of its own; it is checked once more, since the file may have changed meanwhile. */
const layOutAll = async (
  files: Files,
  { file, folder }: { readonly file: string; readonly folder: string },
  manifest: Manifest,
  gone: Gone,
  progress: BackupProgress,
): Promise<void> => {
  const expected = new Map(manifest.files.map((each) => [each.name, each]));
  const folders = new Set([folder]);
  await files.makeFolder(folder);
  for await (const { name, chunks } of entriesOf(chunksOf(files, file))) {
    if (name === manifestName) continue;
    const told = expected.get(name);
    if (told === undefined) throw new DamagedBackup('foreign', name);
    expected.delete(name);
    const path = join(folder, name);
    for (let each = dirname(path); each.length > folder.length; each = dirname(each))
      folders.add(each);
    await files.makeFolder(dirname(path));
    const measure = makeMeasure();
    const read = measure.through(chunks);
    const left = without(name, read, gone);
    if (left !== null) await layOut(files, path, left);
    for await (const _ of read);
    const { bytes, sha256 } = measure.end();
    if (bytes !== told.bytes || sha256 !== told.sha256)
      throw new DamagedBackup('not-as-written', name);
    progress(manifest.files.length - expected.size, manifest.files.length);
  }
  for (const name of expected.keys()) throw new DamagedBackup('missing', name);
  for (const each of folders) await files.syncFolder(each);
};

/**
 * Unpacks a backup, whole or not at all: it is checked to its end first, laid out beside, and takes its place last. A piece of
 * it is in memory at a time.
 * @param laidOut done with the folder before it takes its place
 * @throws DamagedBackup, NewerFormat, or whatever a call on the files or `laidOut` throws; then nothing has taken the data
 *   folder's place, and nothing is left beside it
 */
export async function restoreBackup(
  files: Files,
  { file, dataFolder, erasures }: RestoreWork,
  progress: BackupProgress,
  laidOut: (folder: string) => Promise<void> = async () => undefined,
): Promise<Manifest> {
  const manifest = await checkBackup(chunksOf(files, file), (seen) => progress(seen, 0));
  const gone = {
    ids: new Set(erasures.flatMap(({ records }) => records.map(({ id }): string => id))),
    visits: new Set(erasures.flatMap((erasure) => erasure.visits)),
  };
  let folder = `${dataFolder}.restoring`;
  await files.removeFolder(folder);
  try {
    await layOutAll(files, { file, folder }, manifest, gone, progress);
    await laidOut(folder);
    await files.removeEmptyFolder(dataFolder);
    await files.rename(folder, dataFolder);
    folder = dataFolder;
    await files.syncFolder(dirname(dataFolder));
    return manifest;
  } catch (error) {
    await files.removeFolder(folder).catch(() => undefined);
    throw error;
  }
}
