import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Files, OpenFile } from '../ports.ts';
import { backupFormat, checkBackup, manifestName, sha256Of, type Manifest } from './backup-format.ts';
import { ShortWrite } from './durable-write.ts';
import { encodeLine } from './hashed-line.ts';
import { segmentName, segmentNumber } from './journal-format.ts';
import type { ReadingPoint } from './findings.ts';

export type BackupWork = {
  readonly dataFolder: string;
  /** The journal goes into the backup up to here; all before it is flushed. */
  readonly until: ReadingPoint;
  /** Where the `.tar.gz` is to lie; its folder exists, and no such file. */
  readonly file: string;
  /** Ms since 1970 UTC. */
  readonly at: number;
};
export type MadeBackup = { readonly bytes: number; readonly files: number; readonly sha256: string };
/** @param done and @param total in files. @throws to stop the work */
export type BackupProgress = (done: number, total: number) => void;

const chunkBytes = 1024 * 1024;

/** A file's bytes, piece by piece. */
export async function* chunksOf(files: Files, path: string): AsyncGenerator<Buffer, undefined> {
  for (let at = 0; ; at += chunkBytes) {
    const chunk = await files.read(path, at, at + chunkBytes);
    if (chunk === null || chunk.length === 0) return;
    yield chunk;
  }
}

/** What goes into a backup: the truth and what names people, and slips as they were handed out. Nothing that can be made again. */
const namesFor = async (files: Files, { dataFolder, until }: BackupWork): Promise<readonly string[]> => {
  const journal = (await files.list(join(dataFolder, 'journal'))).filter((name) => (segmentNumber(name) ?? Infinity) <= until.segment).map((name) => `journal/${name}`);
  const people = (await files.list(join(dataFolder, 'people'))).filter((name) => name.endsWith('.jsonl')).map((name) => `people/${name}`);
  const slips: string[] = [];
  for (const month of await files.list(join(dataFolder, 'slips'))) {
    slips.push(...(await files.list(join(dataFolder, 'slips', month))).filter((name) => name.endsWith('.pdf')).map((name) => `slips/${month}/${name}`));
  }
  return [...journal, ...people, ...slips];
};

const write = async (file: OpenFile, bytes: Uint8Array): Promise<void> => {
  const written = await file.write(bytes);
  if (written !== bytes.length) throw new ShortWrite(`${written} of ${bytes.length} bytes were written`);
};

const packAll = async (files: Files, work: BackupWork, out: OpenFile, progress: BackupProgress): Promise<number> => {
  const names = await namesFor(files, work);
  const last = `journal/${segmentName(work.until.segment)}`;
  const archive = pack();
  const zipped = archive.pipe(createGzip({ level: 6 }));
  const add = (name: string, bytes: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      archive.entry({ name, size: bytes.length, mode: 0o600, mtime: new Date(work.at) }, bytes, (error) => (error == null ? resolve() : reject(error)));
    });
  const fill = async (): Promise<void> => {
    const entries: Manifest['files'] = [];
    for (const name of names) {
      // People come behind the journal: whatever a fact refers to was flushed before it.
      const bytes = await files.read(join(work.dataFolder, name), 0, name === last ? work.until.offset : undefined);
      if (bytes === null) continue;
      await add(name, bytes);
      entries.push({ name, bytes: bytes.length, sha256: sha256Of(bytes) });
      progress(entries.length, names.length);
    }
    const { seq, hash } = work.until;
    const manifest: Manifest = { backup: 'pendamping', format: backupFormat, made: work.at, head: { seq, hash }, files: entries };
    await add(manifestName, Buffer.from(encodeLine(manifest).line));
    archive.finalize();
  };
  const filling = fill().catch((error: unknown) => void zipped.destroy(error as Error));
  try {
    for await (const chunk of zipped) await write(out, chunk as Buffer);
  } finally {
    archive.destroy();
  }
  await filling;
  return names.length;
};

/** Counts and hashes what goes through. */
const makeMeasure = () => {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async *through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    },
    end: () => ({ bytes, sha256: hash.digest('hex') }),
  };
};

/**
 * Makes a backup of a data folder: one file, flushed, read back and checked before it gets its name.
 * @throws whatever a call on the files throws; then no file of that name is there
 */
export const makeBackup = async (files: Files, work: BackupWork, progress: BackupProgress): Promise<MadeBackup> => {
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
};
