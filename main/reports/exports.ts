import { join } from 'node:path';
import { folderOf, type ExportsFolder } from '../storage/files/exports-folder.ts';
import { accepted, refused, type Result } from '../../shared/base/result.ts';
import { makeOneByOne } from '../engine/one-by-one.ts';
import type { Files } from '../ports.ts';
import { replaceDurably, ShortWrite } from '../storage/files/durable-write.ts';

export type Exports = {
  /**
   * Writes a file whole or not at all, one after the other.
   * @returns where it lies; `export-file-open` when the one of that name is held by another program, `export-unwritable` when
   * its folder or disk does not take it
   */
  readonly write: (name: string, bytes: Uint8Array) => Promise<Result<string>>;
};

/** How systems say that a file is held by somebody: Windows all three, others EBUSY alone. */
const heldCodes: readonly string[] = ['EBUSY', 'EPERM', 'EACCES'];

/** What the system answered; null: this was none of its answers but a bug of ours (whose codes are `ERR_…`). */
const systemCode = (error: unknown): string | null => {
  if (error instanceof ShortWrite) return 'ENOSPC';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^[A-Z0-9]+$/.test(code) ? code : null;
};

/** A program that died while it exported left this behind, with people in it. */
const isLeftover = (name: string): boolean => /^register-[\d-]+\.\w+\.new$/.test(name);

export function makeExports(files: Files, folder: ExportsFolder): Exports {
  const { run } = makeOneByOne();

  const prepare = async (path: string): Promise<void> => {
    await files.makeFolder(path);
    for (const name of await files.list(path))
      if (isLeftover(name)) await files.remove(join(path, name)).catch(() => undefined);
  };

  /** Made anew the file could have been, so it is the one that is there which is held. */
  const isHeld = async (error: unknown, file: string): Promise<boolean> => {
    const code = systemCode(error) ?? '';
    const { syscall } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY') return true;
    return (
      heldCodes.includes(code) &&
      syscall !== 'open' &&
      syscall !== 'mkdir' &&
      (await files.read(file, 0, 1).catch(() => true)) !== null
    );
  };

  const write = async (name: string, bytes: Uint8Array): Promise<Result<string>> => {
    const path = folderOf(folder);
    const file = join(path, name);
    try {
      await prepare(path);
      await replaceDurably(files, file, bytes);
      return accepted(file);
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return refused((await isHeld(error, file)) ? 'export-file-open' : 'export-unwritable', {
        file,
      });
    }
  };
  return { write: (name, bytes) => run(() => write(name, bytes)) };
}
