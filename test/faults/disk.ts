import { dirname } from 'node:path';

/** What lies on a disk: the folders, and the files' bytes by path. */
export type Image = {
  readonly folders: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, Buffer>;
};

export const emptyImage: Image = { folders: new Set(['/']), files: new Map() };

/** A call that changed something, as the disk sees it. `inode` tells a file apart from the names it has. */
export type DiskEvent =
  | { readonly kind: 'make-folder'; readonly path: string }
  | { readonly kind: 'create'; readonly path: string; readonly inode: number }
  /** `asked`: all that the program wanted written; `taken`: how many bytes of it the disk took. */
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly inode: number;
      readonly asked: Buffer;
      readonly taken: number;
    }
  | { readonly kind: 'sync'; readonly path: string; readonly inode: number }
  /** A flush that reported an error: what it should have flushed counts as flushed for the system, and may be lost for ever. */
  | { readonly kind: 'failed-sync'; readonly path: string; readonly inode: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'sync-folder'; readonly path: string };

type Extent = {
  readonly from: number;
  readonly bytes: Buffer;
  standing: 'durable' | 'pending' | 'doomed';
};
/** What an entry of a folder may become: a file, a folder, or nothing. Entries of one call change together. */
type NameChange = readonly (readonly [path: string, value: number | 'folder' | null])[];
type Choice = { readonly alternatives: number };

/** All that a crash may leave: every combination of the choices is one state of the disk. */
export type Outcomes = {
  readonly choices: readonly Choice[];
  readonly imageOf: (chosen: readonly number[]) => Image;
};

export type DiskOptions = {
  /** Bytes that a disk writes whole or not at all. */
  readonly sector: 512 | 4096;
  /** False: a new folder is there after a crash only when its parent was flushed, as POSIX has it. */
  readonly foldersAreDurable: boolean;
};

const end = ({ from, bytes }: Extent): number => from + bytes.length;

/** A file's lengths and sectors that a crash may leave. */
const outcomesOf = (extents: readonly Extent[], sector: number) => {
  const flushed = Math.max(0, ...extents.filter(({ standing }) => standing === 'durable').map(end));
  const loose = extents.filter(({ standing }) => standing !== 'durable');
  const boundaries = loose.flatMap((extent) => {
    const inside: number[] = [end(extent)];
    for (let at = (Math.floor(extent.from / sector) + 1) * sector; at < end(extent); at += sector)
      inside.push(at);
    return inside;
  });
  const lengths = [...new Set([flushed, ...boundaries.filter((at) => at > flushed)])].sort(
    (a, b) => a - b,
  );
  const touched = [
    ...new Set(
      loose.flatMap((extent) => {
        const numbers: number[] = [];
        for (let at = Math.floor(extent.from / sector); at * sector < end(extent); at += 1)
          numbers.push(at);
        return numbers;
      }),
    ),
  ];
  // A sector holds the writes up to one of them: the system writes it out as it stands in memory. What a failed flush left
  // may be there or not, whatever came behind it.
  const versions = touched.map((number) => {
    const here = loose.filter(
      (extent) => extent.from < (number + 1) * sector && end(extent) > number * sector,
    );
    const pending = here.filter(({ standing }) => standing === 'pending');
    const doomed = here.filter(({ standing }) => standing === 'doomed');
    const sets: (readonly Extent[])[] = [];
    for (let count = 0; count <= pending.length; count += 1) {
      for (let mask = 0; mask < 2 ** doomed.length; mask += 1)
        sets.push([...doomed.filter((_, at) => (mask >> at) & 1), ...pending.slice(0, count)]);
    }
    return { number, sets };
  });
  const contentOf = (length: number, chosen: readonly number[]): Buffer => {
    const content = Buffer.alloc(length);
    const put = ({ from, bytes }: Extent, low: number, high: number): void => {
      const first = Math.max(from, low);
      const last = Math.min(from + bytes.length, high, length);
      if (last > first) bytes.copy(content, first, first - from, last - from);
    };
    for (const extent of extents) if (extent.standing === 'durable') put(extent, 0, length);
    for (const [at, { number, sets }] of versions.entries())
      for (const extent of sets[chosen[at] ?? 0] ?? [])
        put(extent, number * sector, (number + 1) * sector);
    return content;
  };
  return { lengths, versions, contentOf };
};

/**
 * A disk that follows what a program did to it and knows every state that a crash may leave: any part of the unflushed
 * sectors, lengths, names. Nothing that was flushed is ever lost.
 */
export function makeDisk(before: Image, { sector, foldersAreDurable }: DiskOptions) {
  const inodes = new Map<number, Extent[]>();
  const names = new Map<string, number | 'folder'>();
  let pending: { readonly folder: string; readonly change: NameChange }[] = [];
  /** Names as the program sees them, to know what a rename moves. */
  const seen = new Map<string, number | 'folder'>();

  for (const folder of before.folders) names.set(folder, 'folder');
  for (const [at, [path, bytes]] of [...before.files].entries()) {
    inodes.set(-1 - at, [{ from: 0, bytes, standing: 'durable' }]);
    names.set(path, -1 - at);
  }
  for (const [path, value] of names) seen.set(path, value);

  const change = (folder: string, entries: NameChange): void => {
    for (const [path, value] of entries) {
      if (value === null) seen.delete(path);
      else seen.set(path, value);
    }
    pending.push({ folder, change: entries });
  };
  const put = (into: Map<string, number | 'folder'>, entries: NameChange): void => {
    for (const [path, value] of entries) {
      if (value === null) into.delete(path);
      else into.set(path, value);
    }
  };
  const extentsOf = (inode: number): Extent[] => inodes.get(inode) ?? [];

  return {
    follow: (event: DiskEvent): void => {
      switch (event.kind) {
        case 'make-folder':
          if (foldersAreDurable) put(names, [[event.path, 'folder']]);
          return foldersAreDurable
            ? void seen.set(event.path, 'folder')
            : change(dirname(event.path), [[event.path, 'folder']]);
        case 'create':
          inodes.set(event.inode, []);
          return change(dirname(event.path), [[event.path, event.inode]]);
        case 'write': {
          const extents = extentsOf(event.inode);
          return void extents.push({
            from: Math.max(0, ...extents.map(end)),
            bytes: event.asked.subarray(0, event.taken),
            standing: 'pending',
          });
        }
        case 'sync':
        case 'failed-sync':
          for (const extent of extentsOf(event.inode))
            if (extent.standing === 'pending')
              extent.standing = event.kind === 'sync' ? 'durable' : 'doomed';
          return;
        case 'rename':
          return change(dirname(event.path), [
            [event.path, null],
            [event.to, seen.get(event.path) ?? null],
          ]);
        case 'remove':
          return change(dirname(event.path), [[event.path, null]]);
        case 'sync-folder':
          for (const { folder, change: entries } of pending)
            if (folder === event.path) put(names, entries);
          pending = pending.filter(({ folder }) => folder !== event.path);
      }
    },
    outcomes: (): Outcomes => {
      const reachable = new Set([
        ...names.values(),
        ...pending.flatMap(({ change: entries }) => entries.map(([, value]) => value)),
      ]);
      const files = [...inodes]
        .filter(([inode]) => reachable.has(inode))
        .map(([inode, extents]) => ({ inode, ...outcomesOf(extents, sector) }));
      const choices: Choice[] = [
        ...pending.map(() => ({ alternatives: 2 })),
        ...files.flatMap(({ lengths, versions }) => [
          { alternatives: lengths.length },
          ...versions.map(({ sets }) => ({ alternatives: sets.length })),
        ]),
      ];
      return {
        choices,
        imageOf: (chosen) => {
          const kept = new Map(names);
          for (const [at, { change: entries }] of pending.entries())
            if (chosen[at] === 1) put(kept, entries);
          const contents = new Map<number, Buffer>();
          let at = pending.length;
          for (const { inode, lengths, versions, contentOf } of files) {
            contents.set(
              inode,
              contentOf(
                lengths[chosen[at] ?? 0] ?? 0,
                chosen.slice(at + 1, at + 1 + versions.length),
              ),
            );
            at += 1 + versions.length;
          }
          const isThere = (path: string): boolean =>
            path === '/' || (kept.get(path) === 'folder' && isThere(dirname(path)));
          const standing = [...kept].filter(([path]) => isThere(dirname(path)));
          return {
            folders: new Set([
              '/',
              ...standing.filter(([, value]) => value === 'folder').map(([path]) => path),
            ]),
            files: new Map(
              standing.flatMap(([path, value]): [string, Buffer][] =>
                value === 'folder' ? [] : [[path, contents.get(value) ?? Buffer.alloc(0)]],
              ),
            ),
          };
        },
      };
    },
  };
}
