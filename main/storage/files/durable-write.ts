import { dirname, join } from 'node:path';
import type { Files, OpenFile } from '../../ports.ts';

/** A write that wrote less than asked. A full disk does that without an error. */
export class ShortWrite extends Error {}

/** Writes every byte, or throws. */
export async function writeWhole(file: OpenFile, bytes: Uint8Array): Promise<void> {
  const written = await file.write(bytes);
  if (written !== bytes.length)
    throw new ShortWrite(`${written} of ${bytes.length} bytes were written`);
}

/** Appends and flushes; throws when not every byte was written and flushed. */
export async function appendDurably(file: OpenFile, bytes: Uint8Array): Promise<void> {
  await writeWhole(file, bytes);
  await file.sync();
}

/** Makes a new file with content, flushed, with its name flushed in its folder. Leaves it open for appending. */
export async function createDurably(
  files: Files,
  path: string,
  bytes: Uint8Array,
): Promise<OpenFile> {
  const file = await files.create(path);
  try {
    await appendDurably(file, bytes);
    await files.syncFolder(dirname(path));
    return file;
  } catch (error) {
    await file.close().catch(() => undefined);
    // While a disk is full this is tried again and again: what is left of each would pile up.
    await files.remove(path).catch(() => undefined);
    throw error;
  }
}

/** Makes a folder, or finds it, and makes its name durable: who died in between left a name that a power cut may take. */
export async function makeFolderDurably(files: Files, folder: string): Promise<void> {
  await files.makeFolder(folder);
  await files.syncFolder(dirname(folder));
}

/** What a file is called while it is being written anew. */
export const freshSuffix = '.new';

/**
 * Replaces a file's content whole or not at all: a new file, flushed, then renamed over the old one. When that fails the new
 * file is taken away again, as far as that can be done: it may hold words about people.
 */
export async function replaceDurably(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const fresh = path + freshSuffix;
  const folder = dirname(path);
  await files.remove(fresh);
  const file = await createDurably(files, fresh, bytes);
  try {
    await file.close();
    await files.rename(fresh, path);
  } catch (error) {
    await files
      .remove(fresh)
      .then(() => files.syncFolder(folder))
      .catch(() => undefined);
    throw error;
  }
  await files.syncFolder(folder);
}

/**
 * Takes away what a replacement left behind that the power or a failure cut short; it may hold words about people. Only where
 * somebody writes from now on; the rest (`leftovers.ts`) has time until the windows are open.
 */
export async function sweepLeftovers(files: Files, dataFolder: string): Promise<void> {
  const slips = join(dataFolder, 'slips');
  // A slip is written in the month of its visit, or soon after.
  const months = (await files.list(slips)).slice(-2).map((month) => join(slips, month));
  for (const folder of [dataFolder, join(dataFolder, 'people'), ...months]) {
    for (const name of await files.list(folder))
      if (name.endsWith(freshSuffix)) await files.remove(join(folder, name));
  }
}

/**
 * Bytes of acknowledged lines that a writer remembers, to write them again into a new file after a failed flush. More than
 * any file system's block: what a failed flush may have spoiled of earlier, acknowledged lines lies within one.
 */
export const keptBytes = 128 * 1024;

/** The last lines of a list, as many as fill `keptBytes`. */
export function keepLast<T>(lines: readonly T[], sizeOf: (line: T) => number): T[] {
  let bytes = 0;
  let from = lines.length;
  for (; from > 0 && bytes < keptBytes; from -= 1) bytes += sizeOf(lines[from - 1] as T);
  return lines.slice(from);
}
