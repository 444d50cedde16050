import { createHash } from 'node:crypto';
import { readdirSync, realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Answers, line by line, what another program asks of the one that has the folder. */
export type Answering = (question: string, reply: (line: string) => void) => Promise<void> | void;
/** What a second start asks of the first. */
export const comeToFront = 'come-to-front';
const areYouThere = 'are-you-there';

export type FolderLock = { readonly release: () => Promise<void> };

/** Unix socket paths hold some 100 bytes; a deeper data folder has its socket in the system's temporary folder. */
const longestPath = 96;
const socketName = /^lock-(\d+)$/;

const socketFolder = (folder: string): string => {
  const real = realpathSync(folder);
  if (Buffer.byteLength(join(real, 'lock-000000')) <= longestPath) return real;
  return join(tmpdir(), `pendamping-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`);
};

const pathOf = (folder: string, generation: number): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\pendamping-${createHash('sha256').update(realpathSync(folder).toLowerCase()).digest('hex').slice(0, 32)}`
    : join(socketFolder(folder), `lock-${generation}`);

const generations = (folder: string): readonly number[] =>
  process.platform === 'win32' ? [] : readdirSync(socketFolder(folder)).flatMap((name) => socketName.exec(name)?.[1] ?? []).map(Number).sort((a, b) => b - a);

/** Binding is atomic: it fails when the name is there, whoever made it. */
const listen = (server: Server, path: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(path, () => resolve(true));
  });

/** @returns true when somebody who holds the lock took the question; a socket whose program died refuses */
const ask = (path: string, question: string, answer: (line: string) => void = () => undefined): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => socket.end(question));
    socket.once('error', () => resolve(false));
    socket.once('close', (failed) => resolve(!failed));
    createInterface({ input: socket }).on('line', answer).on('error', () => undefined);
  });

const livingOther = async (folder: string, mine: number, question: string, answer?: (line: string) => void): Promise<boolean> => {
  for (const generation of generations(folder)) {
    if (generation !== mine && (await ask(pathOf(folder, generation), question, answer))) return true;
  }
  return false;
};

/**
 * Asks the program that has a data folder.
 * @param answer gets its lines, as they come
 * @returns false when nobody has it
 */
export const askHolder = (folder: string, question: string, answer: (line: string) => void): Promise<boolean> =>
  livingOther(folder, -1, question, answer);

const close = (server: Server): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));

/**
 * Takes a data folder for one program: the application or the command line. The lock is a local socket, so it ends with
 * its program, however that dies, and no clock can steal it. Sockets are numbered: a dead one is never removed by two at
 * once, a newcomer takes the next number, then makes sure that nobody else lives; two who see each other both step back.
 * @param folder the data folder; it exists
 * @param answering what others ask of us
 * @returns null when another program has the folder; nothing was written then
 */
export const lockFolder = async (folder: string, answering: Answering): Promise<FolderLock | null> => {
  if (process.platform !== 'win32') await mkdir(socketFolder(folder), { recursive: true });
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await livingOther(folder, -1, areYouThere)) return null;
    const mine = (generations(folder)[0] ?? 0) + 1;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => {
        const answer = async (): Promise<void> => (text === areYouThere ? undefined : answering(text, (line) => void socket.write(`${line}\n`)));
        void answer().catch(() => undefined).then(() => socket.end());
      }).on('error', () => undefined);
    });
    if (await listen(server, pathOf(folder, mine))) {
      const isHighest = process.platform === 'win32' || generations(folder)[0] === mine;
      if (isHighest && !(await livingOther(folder, mine, areYouThere))) {
        for (const dead of generations(folder)) if (dead < mine) await rm(pathOf(folder, dead), { force: true });
        server.unref();
        return { release: () => close(server) };
      }
      await close(server);
    } else if (process.platform === 'win32') return null;
    // Two starts at once have seen each other: each steps back for a while of its own.
    await new Promise((resolve) => setTimeout(resolve, 5 + (process.pid % 37) + attempt * 7));
  }
  return null;
};
