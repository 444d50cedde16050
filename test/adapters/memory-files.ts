import { dirname } from 'node:path';
import type { Files, OpenFile } from '../../main/ports.ts';

/** A call on the file system, as the storage made it. */
export type FileCall = { readonly call: 'create' | 'open' | 'write' | 'sync' | 'rename' | 'remove' | 'sync-folder'; readonly path: string; readonly bytes: number };

type Inode = { content: Buffer; synced: Buffer };

export type MemoryFiles = Files & {
  /** Every call that changes something, in order. */
  readonly calls: readonly FileCall[];
  /** Lose all that was not flushed, as a power cut does: contents and names. */
  readonly cutPower: () => void;
  /** Called before each of those calls; a throw fails the call. For writes it may return how many bytes to take. */
  onCall: (call: FileCall) => number | void;
  readonly textOf: (path: string) => string;
};

/** Puts other content into a file, as somebody or something may do behind the program's back. */
export const putContent = async (files: Files, path: string, content: string | Buffer): Promise<void> => {
  await files.remove(path);
  await (await files.create(path)).write(Buffer.from(content));
};

const missing = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

/**
 * A file system in memory that keeps a disk's promises and no more: what is not flushed is lost at a power cut, a new name
 * too until its folder is flushed.
 */
export const makeMemoryFiles = (): MemoryFiles => {
  let names = new Map<string, Inode>();
  let syncedNames = new Map<string, Inode>();
  const calls: FileCall[] = [];

  const record = (call: FileCall['call'], path: string, bytes = 0): number => {
    const entry = { call, path, bytes };
    const taken = files.onCall(entry);
    calls.push(entry);
    return taken ?? bytes;
  };

  const opened = (path: string, inode: Inode): OpenFile => ({
    write: async (bytes) => {
      const taken = record('write', path, bytes.length);
      inode.content = Buffer.concat([inode.content, bytes.subarray(0, taken)]);
      return taken;
    },
    sync: async () => {
      record('sync', path);
      inode.synced = inode.content;
    },
    close: async () => undefined,
  });

  const files: MemoryFiles = {
    calls,
    onCall: () => undefined,
    list: async (folder) => {
      const below = [...names.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
      return [...new Set(below.map((path) => path.split('/')[0] ?? ''))].sort();
    },
    read: async (path, from = 0, to = Infinity) => names.get(path)?.content.subarray(from, to) ?? null,
    makeFolder: async () => undefined,
    look: async (path) => {
      if (names.has(path)) return { kind: 'file', mode: 0o600, isOwn: true };
      return (await files.isFolder(path)) ? { kind: 'folder', mode: 0o700, isOwn: true } : null;
    },
    setMode: async () => undefined,
    isFolder: async (path) => [...names.keys()].some((name) => name.startsWith(`${path}/`)),
    create: async (path) => {
      record('create', path);
      if (names.has(path)) throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' });
      const inode = { content: Buffer.alloc(0), synced: Buffer.alloc(0) };
      names.set(path, inode);
      return opened(path, inode);
    },
    openToAppend: async (path) => {
      record('open', path);
      const inode = names.get(path);
      if (inode === undefined) throw missing(path);
      return opened(path, inode);
    },
    rename: async (from, to) => {
      record('rename', from);
      const moved = [...names].filter(([path]) => path === from || path.startsWith(`${from}/`));
      if (moved.length === 0) throw missing(from);
      for (const [path, inode] of moved) {
        names.delete(path);
        names.set(to + path.slice(from.length), inode);
      }
    },
    remove: async (path) => {
      record('remove', path);
      names.delete(path);
    },
    removeFolder: async (folder) => {
      record('remove', folder);
      for (const path of names.keys()) if (path.startsWith(`${folder}/`)) names.delete(path);
    },
    removeEmptyFolder: async (folder) => {
      record('remove', folder);
      if ([...names.keys()].some((path) => path.startsWith(`${folder}/`))) throw Object.assign(new Error(`ENOTEMPTY: ${folder}`), { code: 'ENOTEMPTY' });
    },
    syncFolder: async (folder) => {
      record('sync-folder', folder);
      for (const path of new Set([...names.keys(), ...syncedNames.keys()])) {
        if (dirname(path) !== folder) continue;
        const inode = names.get(path);
        if (inode === undefined) syncedNames.delete(path);
        else syncedNames.set(path, inode);
      }
    },
    cutPower: () => {
      for (const inode of syncedNames.values()) inode.content = inode.synced;
      names = new Map(syncedNames);
      syncedNames = new Map(names);
    },
    textOf: (path) => names.get(path)?.content.toString('utf8') ?? '',
  };
  return files;
};
