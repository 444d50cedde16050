import { dirname } from 'node:path';
import type { Files, OpenFile } from '../../main/ports.ts';

/** A call on the file system, as the storage made it. */
export type FileCall = {
  readonly call: 'create' | 'open' | 'write' | 'sync' | 'rename' | 'remove' | 'sync-folder';
  readonly path: string;
  readonly bytes: number;
};

/** A file's bytes are the first `length` of its room; those below `synced` are flushed. Files only ever grow. */
type Inode = { room: Buffer; length: number; synced: number };

export type MemoryFiles = Files & {
  /** Every call that changes something, in order. */
  readonly calls: readonly FileCall[];
  /** Lose all that was not flushed, as a power cut does: contents and names. */
  readonly cutPower: () => void;
  /** Called before each of those calls; a throw fails the call. For writes it may return how many bytes to take. */
  onCall: (call: FileCall) => number | void;
  readonly textOf: (path: string) => string;
  /** All files as the program sees them, flushed or not. */
  readonly image: () => ReadonlyMap<string, Buffer>;
  /** What the file system itself had to do so far: bytes moved in memory, and names looked at to find others. */
  readonly effort: () => { readonly bytes: number; readonly names: number };
};

/** Puts other content into a file, as somebody or something may do behind the program's back. */
export async function putContent(
  files: Files,
  path: string,
  content: string | Buffer,
): Promise<void> {
  await files.remove(path);
  await (await files.create(path)).write(Buffer.from(content));
}

const missing = (path: string): Error =>
  Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

const contentOf = ({ room, length }: Inode): Buffer => room.subarray(0, length);
const emptyFile = (): Inode => ({ room: Buffer.alloc(0), length: 0, synced: 0 });

/**
 * A file system in memory that keeps a disk's promises and no more: what is not flushed is lost at a power cut, a new name
 * too until its folder is flushed. What a call costs does not grow with what is in it: a file's room is doubled when it is
 * full, and a folder's flush looks at the names that changed in it since its last.
 * @param before what lies there already, flushed
 */
export function makeMemoryFiles(before: ReadonlyMap<string, Buffer> = new Map()): MemoryFiles {
  let names = new Map(
    [...before].map(([path, room]): [string, Inode] => [
      path,
      { room, length: room.length, synced: room.length },
    ]),
  );
  let syncedNames = new Map(names);
  /** Names made, moved or removed since their folder was flushed. */
  const unsynced = new Map<string, Set<string>>();
  const calls: FileCall[] = [];
  const effort = { bytes: 0, names: 0 };

  const record = (call: FileCall['call'], path: string, bytes = 0): number => {
    const entry = { call, path, bytes };
    const taken = files.onCall(entry);
    calls.push(entry);
    return taken ?? bytes;
  };

  const append = (inode: Inode, bytes: Uint8Array): void => {
    if (inode.length + bytes.length > inode.room.length) {
      const room = Buffer.alloc(Math.max(2 * inode.room.length, inode.length + bytes.length));
      effort.bytes += inode.room.copy(room, 0, 0, inode.length);
      inode.room = room;
    }
    inode.room.set(bytes, inode.length);
    inode.length += bytes.length;
    effort.bytes += bytes.length;
  };

  const opened = (path: string, inode: Inode): OpenFile => ({
    write: async (bytes) => {
      const taken = record('write', path, bytes.length);
      append(inode, bytes.subarray(0, taken));
      return taken;
    },
    sync: async () => {
      record('sync', path);
      inode.synced = inode.length;
    },
    close: async () => undefined,
  });

  const put = (path: string, inode: Inode | null): void => {
    if (inode === null) names.delete(path);
    else names.set(path, inode);
    const folder = dirname(path);
    unsynced.set(folder, (unsynced.get(folder) ?? new Set()).add(path));
  };
  const below = (folder: string): readonly (readonly [string, Inode])[] => {
    effort.names += names.size;
    return [...names].filter(([path]) => path.startsWith(`${folder}/`));
  };

  const files: MemoryFiles = {
    calls,
    image: () => new Map([...names].map(([path, inode]) => [path, contentOf(inode)])),
    effort: () => ({ ...effort }),
    onCall: () => undefined,
    list: async (folder) =>
      [
        ...new Set(
          below(folder).map(([path]) => path.slice(folder.length + 1).split('/')[0] ?? ''),
        ),
      ].sort(),
    read: async (path, from = 0, to = Infinity) => {
      const inode = names.get(path);
      return inode === undefined ? null : contentOf(inode).subarray(from, to);
    },
    makeFolder: async () => undefined,
    look: async (path) => {
      const file = names.get(path);
      if (file !== undefined) return { kind: 'file', mode: 0o600, isOwn: true, bytes: file.length };
      return (await files.isFolder(path))
        ? { kind: 'folder', mode: 0o700, isOwn: true, bytes: 0 }
        : null;
    },
    setMode: async () => undefined,
    isFolder: async (path) => below(path).length > 0,
    create: async (path) => {
      record('create', path);
      if (names.has(path)) throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' });
      const inode = emptyFile();
      put(path, inode);
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
      const file = names.get(from);
      const moved = file === undefined ? below(from) : [[from, file] as const];
      if (moved.length === 0) throw missing(from);
      for (const [path, inode] of moved) {
        put(path, null);
        put(to + path.slice(from.length), inode);
      }
    },
    remove: async (path) => {
      record('remove', path);
      put(path, null);
    },
    removeFolder: async (folder) => {
      record('remove', folder);
      for (const [path] of below(folder)) put(path, null);
    },
    removeEmptyFolder: async (folder) => {
      record('remove', folder);
      if (below(folder).length > 0)
        throw Object.assign(new Error(`ENOTEMPTY: ${folder}`), { code: 'ENOTEMPTY' });
    },
    syncFolder: async (folder) => {
      record('sync-folder', folder);
      for (const path of unsynced.get(folder) ?? []) {
        effort.names += 1;
        const inode = names.get(path);
        if (inode === undefined) syncedNames.delete(path);
        else syncedNames.set(path, inode);
      }
      unsynced.delete(folder);
    },
    cutPower: () => {
      // In a room of its own: what was read before stays as it was read.
      for (const inode of syncedNames.values())
        Object.assign(inode, {
          room: Buffer.from(inode.room.subarray(0, inode.synced)),
          length: inode.synced,
        });
      names = new Map(syncedNames);
      syncedNames = new Map(names);
      unsynced.clear();
    },
    textOf: (path) => names.get(path)?.room.toString('utf8', 0, names.get(path)?.length) ?? '',
  };
  return files;
}
