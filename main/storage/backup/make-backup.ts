import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { JournalIdentity } from '../../../shared/base/ids.ts';
import { isIssued, parseVisitCode } from '../../../shared/base/visit-code.ts';
import type { Files, OpenFile } from '../../ports.ts';
import { makeMeasure } from './backup-entries.ts';
import {
  backupFormat,
  checkBackup,
  isBackedUpName,
  manifestName,
  sha256Of,
  type Manifest,
} from './backup-format.ts';
import { writeWhole } from '../files/durable-write.ts';
import { encodeLine } from '../journal/hashed-line.ts';
import { segmentName, segmentNumber } from '../journal/journal-format.ts';
import type { ReadingPoint } from '../journal/findings.ts';
import { withoutLater } from './leave-out.ts';

export type BackupWork = {
  readonly dataFolder: string;
  /** The journal goes into the backup up to here; all before it is flushed. */
  readonly until: ReadingPoint;
  /**
   * The office's last visit that stands in the journal before that point: slips of later ones, and records written behind it,
   * are left out, since a restored folder would take them for the traces of a longer journal. Null: nobody writes meanwhile,
   * and everything goes in as it stands, also what tells of lines that are lost.
   */
  readonly lastOrdinal: number | null;
  /** The journal's own name; null: it has none yet. */
  readonly journal: JournalIdentity | null;
  /** Where the `.tar.gz` is to lie; its folder exists, and no such file. */
  readonly file: string;
  /** Ms since 1970 UTC. */
  readonly at: number;
};
export type MadeBackup = {
  readonly bytes: number;
  readonly files: number;
  readonly sha256: string;
};
/** @param done and @param total in files. @throws to stop the work */
export type BackupProgress = (done: number, total: number) => void;

const chunkBytes = 1024 * 1024;

/** A file's bytes, piece by piece. */
export async function* chunksOf(files: Files, path: string): AsyncGenerator<Buffer, undefined> {
  for (let at = 0; ; at += chunkBytes) {
    // A read that fails does not always say of what.
    const chunk = await files
      .read(path, at, at + chunkBytes)
      .catch((error: object) => Promise.reject(Object.assign(error, { path })));
    if (chunk === null || chunk.length === 0) return;
    yield chunk;
  }
}

/** Was this slip handed out for a visit behind the backup's last line? */
const isLater = (name: string, { lastOrdinal, journal }: BackupWork): boolean => {
  const code = parseVisitCode(name.slice(0, -slipSuffix.length));
  return lastOrdinal !== null && code !== null && !isIssued(code, journal?.id ?? null, lastOrdinal);
};
const slipSuffix = '.pdf';

/**
 * What goes into a backup: the truth and what names people, and slips as they were handed out. Nothing that can be made again,
 * nor what somebody else put there.
 */
const namesFor = async (files: Files, work: BackupWork): Promise<readonly string[]> => {
  const { dataFolder, until } = work;
  const journal = (await files.list(join(dataFolder, 'journal')))
    .filter((name) => (segmentNumber(name) ?? Infinity) <= until.segment)
    .map((name) => `journal/${name}`);
  const people = (await files.list(join(dataFolder, 'people')))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => `people/${name}`);
  const slips: string[] = [];
  for (const month of await files.list(join(dataFolder, 'slips'))) {
    if (!/^\d{4}-\d\d$/.test(month)) continue;
    const names = (await files.list(join(dataFolder, 'slips', month))).filter(
      (name) => name.endsWith(slipSuffix) && !isLater(name, work),
    );
    slips.push(...names.map((name) => `slips/${month}/${name}`));
  }
  return [...journal, ...people, ...slips].filter(isBackedUpName);
};

const packAll = async (
  files: Files,
  work: BackupWork,
  out: OpenFile,
  progress: BackupProgress,
): Promise<number> => {
  const names = await namesFor(files, work);
  const last = `journal/${segmentName(work.until.segment)}`;
  const archive = pack();
  const zipped = archive.pipe(createGzip({ level: 6 }));
  const add = (name: string, bytes: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      archive.entry(
        { name, size: bytes.length, mode: 0o600, mtime: new Date(work.at) },
        bytes,
        (error) => (error == null ? resolve() : reject(error)),
      );
    });
  let packed = 0;
  const fill = async (): Promise<void> => {
    const entries: Manifest['files'] = [];
    for (const name of names) {
      // People come behind the journal: whatever a fact refers to was flushed before it.
      const read = await files.read(
        join(work.dataFolder, name),
        0,
        name === last ? work.until.offset : undefined,
      );
      if (read === null) continue;
      const bytes =
        name.startsWith('people/') && work.lastOrdinal !== null
          ? withoutLater(read, work.until.seq)
          : read;
      // A file that was begun behind the last line.
      if (bytes.length === 0 && read.length > 0) continue;
      await add(name, bytes);
      entries.push({ name, bytes: bytes.length, sha256: sha256Of(bytes) });
      packed += 1;
      progress(packed, names.length);
    }
    const { seq, hash } = work.until;
    const manifest: Manifest = {
      backup: 'pendamping',
      format: backupFormat,
      made: work.at,
      journal: work.journal,
      head: { seq, hash },
      files: entries,
    };
    await add(manifestName, Buffer.from(encodeLine(manifest).line));
    archive.finalize();
  };
  const filling = fill().catch((error: unknown) => void zipped.destroy(error as Error));
  try {
    for await (const chunk of zipped) await writeWhole(out, chunk as Buffer);
  } finally {
    archive.destroy();
  }
  await filling;
  return packed;
};

/**
 * Makes a backup of a data folder: one file, flushed, read back and checked before it gets its name.
 * @throws whatever a call on the files throws; then no file of that name is there
 */
export async function makeBackup(
  files: Files,
  work: BackupWork,
  progress: BackupProgress,
): Promise<MadeBackup> {
  const fresh = `${work.file}.new`;
  await files.remove(fresh);
  const out = await files.create(fresh);
  try {
    const count = await packAll(files, work, out, progress);
    await out.sync();
    await out.close();
    const measure = makeMeasure();
    await checkBackup(measure.through(chunksOf(files, fresh)));
    await files.rename(fresh, work.file);
    await files.syncFolder(dirname(work.file));
    return { files: count, ...measure.end() };
  } catch (error) {
    await out.close().catch(() => undefined);
    await files.remove(fresh).catch(() => undefined);
    throw error;
  }
}
