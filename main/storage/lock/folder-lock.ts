import { renameSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  bySocketPath,
  folderIdentity,
  generations,
  isDeep,
  isPipe,
  socketIdentity,
  socketOf,
  stillStands,
} from './lock-names.ts';
import {
  areYouThere,
  ask,
  holderPatienceMs,
  listen,
  makeLockServer,
  type Answering,
  type Presence,
} from './lock-socket.ts';

export type { Answering, Presence } from './lock-socket.ts';
/** What a second start asks of the first. */
export const comeToFront = 'come-to-front';

/** Another program has the folder and does not answer: it hangs, or is another user's. Its lock is never taken. */
export class SilentHolder extends Error {}

export type FolderLock = {
  /**
   * Is the data folder still the one that was locked, under its path, with our socket in it? False once it was renamed,
   * removed or replaced, or its lock was taken away: another program may write there then. Never throws.
   */
  readonly isOurs: () => Promise<boolean>;
  readonly release: () => Promise<void>;
};

/** Asks every socket but ours until one is not dead. */
const askOthers = async (
  folder: string,
  mine: number,
  question: string,
  answer: (line: string) => void,
  patienceMs: number,
): Promise<Presence> => {
  for (const generation of await generations(folder)) {
    if (generation === mine) continue;
    const presence = await bySocketPath(folder, generation, (path) =>
      ask(path, question, answer, patienceMs),
    );
    if (presence !== 'nobody') return presence;
  }
  return 'nobody';
};

/**
 * Asks the program that has a data folder.
 * @param answer gets its lines, as they come
 * @param patienceMs how long it may be silent before its first sign of life
 * @returns `nobody` has it; somebody `answered`; or is `silent`, and will not do what was asked unless it had begun
 * @throws UnsafeSocketFolder
 */
export function askHolder(
  folder: string,
  question: string,
  answer: (line: string) => void,
  patienceMs = holderPatienceMs,
): Promise<Presence> {
  return askOthers(folder, -1, question, answer, patienceMs);
}

const isTaken = async (folder: string, mine: number, patienceMs: number): Promise<boolean> => {
  const presence = await askOthers(folder, mine, areYouThere, () => undefined, patienceMs);
  if (presence === 'silent')
    throw new SilentHolder(`Another program has ${folder} and does not answer`);
  return presence === 'answered';
};

/** Closing a socket removes its name, whoever stands under it by now: another's is put aside for that moment. */
const stopBeside = (path: string, stop: () => Promise<void>): Promise<void> => {
  const aside = `${path}.aside`;
  try {
    renameSync(path, aside);
  } catch {
    return stop();
  }
  const stopped = stop();
  renameSync(aside, path);
  return stopped;
};

/**
 * Holds what was locked. The open folder keeps its number in the file system from being given to another, as the open socket
 * does with its own.
 * @throws where folder or socket are gone already
 */
const hold = async (
  folder: string,
  generation: number,
  stop: () => Promise<void>,
): Promise<FolderLock> => {
  const path = socketOf(folder, generation);
  const known = await folderIdentity(folder);
  const socket = isPipe ? null : await socketIdentity(path);
  const isLinked = await isDeep(folder);
  const held = isPipe ? null : await open(folder, 'r');
  const standsOurs = async (): Promise<boolean> =>
    socket === null || stillStands(socketIdentity, path, socket);
  return {
    isOurs: async () => (await stillStands(folderIdentity, folder, known)) && standsOurs(),
    release: async () => {
      const isMine = await standsOurs();
      // A socket that was bound by a link does not find its name any more. Removed before it is closed: behind that, a
      // newcomer's may have the same name and number.
      if (isMine && isLinked) await rm(path, { force: true }).catch(() => undefined);
      await (isMine ? stop() : stopBeside(path, stop));
      await held?.close();
    },
  };
};

/** Takes the next number. @returns null when another came first */
const take = async (
  folder: string,
  answering: Answering,
): Promise<{ readonly mine: number; readonly lock: FolderLock } | null> => {
  const mine = isPipe ? 0 : ((await generations(folder))[0] ?? 0) + 1;
  const { server, stop } = makeLockServer(answering);
  if (!(await bySocketPath(folder, mine, (path) => listen(server, path)))) return null;
  server.unref();
  try {
    return { mine, lock: await hold(folder, mine, stop) };
  } catch (error) {
    await stop();
    // The one that holds the folder took it for dead, while it was just being made.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Is what was taken ours alone? What is dead below it is cleared away then. */
const isAlone = async (
  folder: string,
  mine: number,
  lock: FolderLock,
  patienceMs: number,
): Promise<boolean> => {
  const isHighest = (await generations(folder))[0] === mine;
  if (!isHighest || (await isTaken(folder, mine, patienceMs)) || !(await lock.isOurs()))
    return false;
  for (const dead of await generations(folder))
    if (dead < mine) await rm(socketOf(folder, dead), { force: true }).catch(() => undefined);
  return true;
};

/**
 * Takes a data folder for one program: the application or the command line. The lock is a local socket, so it ends with
 * its program, however that dies, and no clock can steal it. Sockets are numbered: a dead one is never removed by two at
 * once, a newcomer takes the next number, then makes sure that nobody else lives; two who see each other both step back.
 * @param dataFolder it exists
 * @param answering what others ask of us
 * @param patienceMs how long another may be silent that seems to have it
 * @returns null when another program has the folder; nothing was written then
 * @throws SilentHolder when that one hangs; UnsafeSocketFolder
 */
export async function lockFolder(
  dataFolder: string,
  answering: Answering,
  patienceMs = holderPatienceMs,
): Promise<FolderLock | null> {
  const folder = resolve(dataFolder);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await isTaken(folder, -1, patienceMs)) return null;
    const taken = await take(folder, answering);
    if (taken === null && isPipe) return null;
    if (taken !== null) {
      const { mine, lock } = taken;
      let isKept = false;
      try {
        isKept = await isAlone(folder, mine, lock, patienceMs);
        if (isKept) return lock;
      } finally {
        if (!isKept) await lock.release();
      }
    }
    // Two starts at once have seen each other: each steps back for a while of its own.
    await new Promise((again) => setTimeout(again, 5 + (process.pid % 37) + attempt * 7));
  }
  return null;
}
