import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import type { Files, Look, OpenFile } from '../../ports.ts';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const openFile = (handle: FileHandle): OpenFile => ({
  write: async (bytes) => (await handle.write(bytes)).bytesWritten,
  sync: () => handle.datasync(),
  close: () => handle.close(),
});

const readOpened = async (handle: FileHandle, from: number, to: number): Promise<Buffer> => {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(Math.max(0, Math.min(size, to) - from));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
};

const isWindows = process.platform === 'win32';
/** Nobody else on this machine reads what the program writes. */
const modes = { file: 0o600, folder: 0o700 } as const;

const kindOf = (stats: Stats): Look['kind'] =>
  stats.isSymbolicLink()
    ? 'link'
    : stats.isDirectory()
      ? 'folder'
      : stats.isFile()
        ? 'file'
        : 'other';

/** The file system of this machine. */
export const nodeFiles: Files = {
  list: async (folder) => {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  read: async (path, from = 0, to = Infinity) => {
    let handle: FileHandle;
    try {
      handle = await open(path, 'r');
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    try {
      return await readOpened(handle, from, to);
    } finally {
      await handle.close();
    }
  },
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: modes.folder });
  },
  look: async (path) => {
    try {
      const stats = await lstat(path);
      return {
        kind: kindOf(stats),
        mode: isWindows ? null : stats.mode & 0o777,
        isOwn: isWindows || stats.uid === process.getuid?.(),
        bytes: stats.size,
      };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  setMode: chmod,
  isFolder: async (path) => {
    try {
      return (await stat(path)).isDirectory();
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  },
  create: async (path) => openFile(await open(path, 'ax', modes.file)),
  openToAppend: async (path) => openFile(await open(path, constants.O_APPEND | constants.O_WRONLY)),
  rename,
  remove: (path) => rm(path, { force: true }),
  removeFolder: (folder) => rm(folder, { force: true, recursive: true }),
  removeEmptyFolder: async (folder) => {
    try {
      await rmdir(folder);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  syncFolder: async (folder) => {
    // Windows has no way to flush a folder; NTFS journals its names itself.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
