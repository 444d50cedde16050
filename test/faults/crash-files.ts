import { dirname } from 'node:path';
import type { Files, OpenFile } from '../../main/ports.ts';
import { emptyImage, makeDisk, type DiskEvent, type Image } from './disk.ts';
import { siteOf, type Handle } from './sync-sites.ts';

export type CrashFiles = Files & {
  /** All that was done to the disk, in order. */
  readonly events: readonly DiskEvent[];
  /** The flushes met so far, by purpose. */
  readonly sites: ReadonlySet<string>;
  /** Asked before each change: a throw fails the call, a number shortens a write, a promise holds the call up. */
  onCall: (event: DiskEvent) => number | void | Promise<number | void>;
  /** What the program sees now. */
  readonly image: () => Image;
  /** What is left when the power goes and nothing unflushed survives. */
  readonly afterPowerCut: () => Image;
};

const fails = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${path}`), { code });

/**
 * A file system in memory that records what was done to it, for a disk that knows every state a crash may leave.
 * @param silenced a flush with this purpose reports success and does nothing
 */
export function makeCrashFiles(
  before: Image = emptyImage,
  silenced: string | null = null,
): CrashFiles {
  const folders = new Set(before.folders);
  const names = new Map<string, { readonly inode: number; content: Buffer }>();
  for (const [at, [path, bytes]] of [...before.files].entries())
    names.set(path, { inode: -1 - at, content: bytes });
  const events: DiskEvent[] = [];
  const sites = new Set<string>();
  let inodes = 0;

  const record = async (event: DiskEvent): Promise<number | void> => {
    try {
      return await files.onCall(event);
    } catch (error) {
      if (event.kind === 'sync') events.push({ ...event, kind: 'failed-sync' });
      throw error;
    }
  };
  /** Flushes unless this is the flush that is to do nothing. */
  const flush = async (
    event: DiskEvent & { readonly kind: 'sync' | 'sync-folder' },
    handle: Handle | null,
  ): Promise<void> => {
    const site = siteOf(event, handle, events);
    sites.add(site);
    if (site === silenced) return;
    await record(event);
    events.push(event);
  };

  const opened = (
    path: string,
    inode: { readonly inode: number; content: Buffer },
    made: boolean,
  ): OpenFile => {
    const handle: Handle = { made, flushes: 0, writes: 0 };
    return {
      write: async (bytes) => {
        const asked = Buffer.from(bytes);
        const taken =
          (await record({ kind: 'write', path, inode: inode.inode, asked, taken: asked.length })) ??
          asked.length;
        inode.content = Buffer.concat([inode.content, asked.subarray(0, taken)]);
        events.push({ kind: 'write', path, inode: inode.inode, asked, taken });
        handle.writes += 1;
        return taken;
      },
      sync: async () => {
        await flush({ kind: 'sync', path, inode: inode.inode }, { ...handle });
        handle.flushes += 1;
      },
      close: async () => undefined,
    };
  };

  const files: CrashFiles = {
    events,
    sites,
    onCall: () => undefined,
    image: () => ({
      folders: new Set(folders),
      files: new Map([...names].map(([path, { content }]) => [path, content])),
    }),
    afterPowerCut: () => {
      const disk = makeDisk(before, { sector: 512, foldersAreDurable: true });
      for (const event of events) disk.follow(event);
      return disk.outcomes().imageOf([]);
    },
    list: async (folder) =>
      [...names.keys(), ...folders]
        .filter((path) => path !== '/' && dirname(path) === folder)
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    read: async (path, from = 0, to = Infinity) => {
      const content = names.get(path)?.content;
      return content === undefined ? null : Buffer.from(content.subarray(from, to));
    },
    makeFolder: async (folder) => {
      const missing: string[] = [];
      for (let path = folder; !folders.has(path); path = dirname(path)) missing.unshift(path);
      for (const path of missing) {
        await record({ kind: 'make-folder', path });
        events.push({ kind: 'make-folder', path });
        folders.add(path);
      }
    },
    look: async (path) => {
      const file = names.get(path);
      if (file !== undefined)
        return { kind: 'file', mode: 0o600, isOwn: true, bytes: file.content.length };
      return folders.has(path) ? { kind: 'folder', mode: 0o700, isOwn: true, bytes: 0 } : null;
    },
    setMode: async () => undefined,
    isFolder: async (path) => folders.has(path),
    create: async (path) => {
      if (names.has(path)) throw fails('EEXIST', path);
      if (!folders.has(dirname(path))) throw fails('ENOENT', path);
      const inode = { inode: (inodes += 1), content: Buffer.alloc(0) };
      await record({ kind: 'create', path, inode: inode.inode });
      events.push({ kind: 'create', path, inode: inode.inode });
      names.set(path, inode);
      return opened(path, inode, true);
    },
    openToAppend: async (path) => {
      const inode = names.get(path);
      if (inode === undefined) throw fails('ENOENT', path);
      return opened(path, inode, false);
    },
    rename: async (path, to) => {
      const inode = names.get(path);
      if (inode === undefined) throw fails('ENOENT', path);
      await record({ kind: 'rename', path, to });
      events.push({ kind: 'rename', path, to });
      names.delete(path);
      names.set(to, inode);
    },
    remove: async (path) => {
      if (!names.has(path)) return;
      await record({ kind: 'remove', path });
      events.push({ kind: 'remove', path });
      names.delete(path);
    },
    removeFolder: async (folder) => {
      const below = [...names.keys(), ...folders].filter(
        (path) => path === folder || path.startsWith(`${folder}/`),
      );
      for (const path of below.sort().reverse()) {
        await record({ kind: 'remove', path });
        events.push({ kind: 'remove', path });
        names.delete(path);
        folders.delete(path);
      }
    },
    removeEmptyFolder: async (folder) => {
      if ([...names.keys(), ...folders].some((path) => dirname(path) === folder))
        throw fails('ENOTEMPTY', folder);
      if (folders.has(folder)) await files.removeFolder(folder);
    },
    syncFolder: (path) => flush({ kind: 'sync-folder', path }, null),
  };
  return files;
}
