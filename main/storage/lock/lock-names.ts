import { createHash, randomBytes } from 'node:crypto';
import { lstat, readdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { leaveSocketFolder, openSocketFolder } from './socket-folder.ts';

/** On Windows the lock is a named pipe, which no file system holds and nobody can remove. */
export const isPipe = process.platform === 'win32';

/** Unix socket paths hold some 100 bytes. */
const longestPath = 96;
const socketName = /^lock-(\d+)$/;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const pipeOf = async (folder: string): Promise<string> =>
  `\\\\.\\pipe\\pendamping-${hashOf((await realpath(folder)).toLowerCase()).slice(0, 32)}`;

/** Where a socket of the lock stands in its data folder. */
export function socketOf(folder: string, generation: number): string {
  return join(folder, `lock-${generation}`);
}

/** The numbers of all sockets of a data folder, living or dead, the highest first. */
export async function generations(folder: string): Promise<readonly number[]> {
  return isPipe
    ? [0]
    : (await readdir(folder))
        .flatMap((name) => socketName.exec(name)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => b - a);
}

const hasCode = (error: unknown, code: string): boolean =>
  (error as NodeJS.ErrnoException).code === code;

/** A link of our own to a deep folder. Another program that leaves the folder of links may take it away under our hands. */
const link = async (
  real: string,
  name: string,
): Promise<{ readonly parent: string; readonly alias: string }> => {
  for (let attempt = 1; ; attempt += 1) {
    const parent = await openSocketFolder(
      longestPath - name.length - '/'.length - '/lock-000000'.length,
    );
    const alias = join(parent, name);
    try {
      await symlink(real, alias);
      return { parent, alias };
    } catch (error) {
      if (attempt === 5 || !hasCode(error, 'ENOENT')) throw error;
    }
  }
};

/** Is a data folder too deep for the path of a socket in it? */
export async function isDeep(folder: string): Promise<boolean> {
  return !isPipe && Buffer.byteLength(join(await realpath(folder), 'lock-000000')) > longestPath;
}

/**
 * Does something by a path to a socket of the lock that is short enough. Sockets always stand in the data folder itself, so
 * that whoever finds the folder finds them; a deep one is reached by a link in a folder of our own, for as long as it takes.
 * @throws UnsafeSocketFolder
 */
export async function bySocketPath<Value>(
  folder: string,
  generation: number,
  doing: (path: string) => Promise<Value>,
): Promise<Value> {
  if (isPipe) return doing(await pipeOf(folder));
  const real = await realpath(folder);
  if (!(await isDeep(folder))) return doing(socketOf(real, generation));
  const { parent, alias } = await link(
    real,
    `${hashOf(real).slice(0, 12)}-${randomBytes(4).toString('hex')}`,
  );
  try {
    return await doing(socketOf(alias, generation));
  } finally {
    await rm(alias, { force: true });
    await leaveSocketFolder(parent);
  }
}

/** What tells a file or folder from every other: renamed it keeps it, made anew under the same name it has another. */
export type Identity = { readonly dev: bigint; readonly ino: bigint };
const isSame = (one: Identity, other: Identity): boolean =>
  one.dev === other.dev && one.ino === other.ino;

/** @throws where there is none */
export function folderIdentity(path: string): Promise<Identity> {
  return stat(path, { bigint: true });
}
/** @throws where there is none */
export function socketIdentity(path: string): Promise<Identity> {
  return lstat(path, { bigint: true });
}

/** Does what was there still stand under its name? False also for what cannot be looked at any more. */
export async function stillStands(
  identity: (path: string) => Promise<Identity>,
  path: string,
  known: Identity,
): Promise<boolean> {
  return identity(path).then(
    (found) => isSame(found, known),
    () => false,
  );
}
