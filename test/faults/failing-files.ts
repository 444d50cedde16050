import type { Files, OpenFile } from '../../main/ports.ts';
import type { CrashFiles } from './crash-files.ts';

export const errorCodes = ['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EMFILE'] as const;

/** What goes wrong, from which call on. A short write reports no error. */
export type Fault = {
  readonly kind: (typeof errorCodes)[number] | 'half' | 'all but one byte' | 'no byte';
  /** Counted from 1 through every call that can be hit: for short writes the writes, else all. */
  readonly call: number;
  readonly forGood: boolean;
};

export type FailingFiles = Files & {
  /** Calls so far that the fault could have hit. */
  readonly calls: () => number;
  /** The first call that was hit: what it was to do, and with which file. */
  readonly failedAt: () => string | null;
  /** From now on all goes well. */
  readonly lift: () => void;
};

const takenOf = (kind: Fault['kind'], bytes: number): number | null => {
  switch (kind) {
    case 'half':
      return Math.floor(bytes / 2);
    case 'all but one byte':
      return bytes - 1;
    case 'no byte':
      return 0;
    default:
      return null;
  }
};

/** A file system on which one call fails, or every call from one on, until the fault is lifted. */
export function makeFailingFiles(inner: CrashFiles, { kind, call, forGood }: Fault): FailingFiles {
  const isShort = takenOf(kind, 1) !== null;
  let calls = 0;
  let failed: string | null = null;
  let lifted = false;

  /** @returns true when this call is to be hit */
  const hit = (doing: string): boolean => {
    calls += 1;
    const isHit = !lifted && (forGood ? calls >= call : calls === call);
    if (isHit) failed ??= doing;
    return isHit;
  };
  const error = (path: string): Error =>
    Object.assign(new Error(`${kind}: ${path}`), { code: kind });
  const doing = async <T>(what: string, path: string, act: () => Promise<T>): Promise<T> => {
    if (!isShort && hit(`${what} ${path}`)) throw error(path);
    return act();
  };
  /** The disk is told that it failed, so that it may lose what was to be flushed. */
  const flushing = async (what: string, path: string, act: () => Promise<void>): Promise<void> => {
    if (isShort || !hit(`${what} ${path}`)) return act();
    inner.onCall = () => {
      inner.onCall = () => undefined;
      throw error(path);
    };
    return act();
  };
  const opened = (path: string, file: OpenFile): OpenFile => ({
    write: async (bytes) => {
      if (!hit(`write ${path}`)) return file.write(bytes);
      const taken = takenOf(kind, bytes.length);
      if (taken === null) throw error(path);
      inner.onCall = () => {
        inner.onCall = () => undefined;
        return taken;
      };
      return file.write(bytes);
    },
    sync: () => flushing('sync', path, file.sync),
    close: () => doing('close', path, file.close),
  });

  return {
    calls: () => calls,
    failedAt: () => failed,
    lift: () => {
      lifted = true;
    },
    list: (folder) => doing('list', folder, () => inner.list(folder)),
    read: (path, from, to) => doing('read', path, () => inner.read(path, from, to)),
    makeFolder: (folder) => doing('makeFolder', folder, () => inner.makeFolder(folder)),
    look: (path) => doing('look at', path, () => inner.look(path)),
    setMode: (path, mode) => doing('change', path, () => inner.setMode(path, mode)),
    isFolder: (path) => doing('look for', path, () => inner.isFolder(path)),
    create: (path) => doing('create', path, async () => opened(path, await inner.create(path))),
    openToAppend: (path) =>
      doing('openToAppend', path, async () => opened(path, await inner.openToAppend(path))),
    rename: (from, to) => doing('rename', from, () => inner.rename(from, to)),
    remove: (path) => doing('remove', path, () => inner.remove(path)),
    removeFolder: (folder) => doing('remove folder', folder, () => inner.removeFolder(folder)),
    removeEmptyFolder: (folder) =>
      doing('remove empty folder', folder, () => inner.removeEmptyFolder(folder)),
    syncFolder: (folder) => flushing('sync folder', folder, () => inner.syncFolder(folder)),
  };
}
