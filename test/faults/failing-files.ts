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
  /** Was anything hit so far? */
  readonly hasFailed: () => boolean;
  /** From now on all goes well. */
  readonly lift: () => void;
};

const takenOf = (kind: Fault['kind'], bytes: number): number | null => {
  switch (kind) {
    case 'half': return Math.floor(bytes / 2);
    case 'all but one byte': return bytes - 1;
    case 'no byte': return 0;
    default: return null;
  }
};

/** A file system on which one call fails, or every call from one on, until the fault is lifted. */
export const makeFailingFiles = (inner: CrashFiles, { kind, call, forGood }: Fault): FailingFiles => {
  const isShort = takenOf(kind, 1) !== null;
  let calls = 0;
  let failed = false;
  let lifted = false;

  /** @returns true when this call is to be hit */
  const hit = (): boolean => {
    calls += 1;
    const isHit = !lifted && (forGood ? calls >= call : calls === call);
    failed ||= isHit;
    return isHit;
  };
  const error = (path: string): Error => Object.assign(new Error(`${kind}: ${path}`), { code: kind });
  const doing = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
    if (!isShort && hit()) throw error(path);
    return act();
  };
  /** The disk is told that it failed, so that it may lose what was to be flushed. */
  const flushing = async (path: string, act: () => Promise<void>): Promise<void> => {
    if (isShort || !hit()) return act();
    inner.onCall = () => {
      inner.onCall = () => undefined;
      throw error(path);
    };
    return act();
  };
  const opened = (path: string, file: OpenFile): OpenFile => ({
    write: async (bytes) => {
      if (!hit()) return file.write(bytes);
      const taken = takenOf(kind, bytes.length);
      if (taken === null) throw error(path);
      inner.onCall = () => {
        inner.onCall = () => undefined;
        return taken;
      };
      return file.write(bytes);
    },
    sync: () => flushing(path, file.sync),
    close: () => doing(path, file.close),
  });

  return {
    calls: () => calls,
    hasFailed: () => failed,
    lift: () => {
      lifted = true;
    },
    list: (folder) => doing(folder, () => inner.list(folder)),
    read: (path, from) => doing(path, () => inner.read(path, from)),
    makeFolder: (folder) => doing(folder, () => inner.makeFolder(folder)),
    create: (path) => doing(path, async () => opened(path, await inner.create(path))),
    openToAppend: (path) => doing(path, async () => opened(path, await inner.openToAppend(path))),
    rename: (from, to) => doing(from, () => inner.rename(from, to)),
    remove: (path) => doing(path, () => inner.remove(path)),
    syncFolder: (folder) => flushing(folder, () => inner.syncFolder(folder)),
  };
};
