import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Answers, line by line, what another program asks of the one that has the folder. */
export type Answering = (question: string, reply: (line: string) => void) => Promise<void> | void;

/** Who stands behind a socket. `silent`: somebody who does not answer in time, or may not be asked: alive for all we know. */
export type Presence = 'nobody' | 'answered' | 'silent';

/** So long a holder may be silent before its first sign of life. */
export const holderPatienceMs = 5_000;
/** So many times longer afterwards: it is at work, and says so every second. */
const workPatience = 12;
const signEveryMs = 1_000;
/** Bytes of a question; more is not taken. */
const longestQuestion = 64 * 1024;

/*
 * The asker sends its question, a line. The holder gives a sign of life at once, an empty line. Only then the asker says that
 * it is meant, and ends: a holder that hung until its asker had given up finds a question that nobody means any more.
 */
const meant = 'meant';
/** Asks for the sign of life and nothing else. */
export const areYouThere = 'are-you-there';

/** What a socket says that has no program behind it any more. */
const isDead = (code: string | undefined): boolean =>
  code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ENOTSOCK';

const askOnce = (
  path: string,
  question: string,
  answer: (line: string) => void,
  patienceMs: number,
): Promise<Presence | 'broken'> =>
  new Promise((resolve) => {
    let isConnected = false;
    let isAlive = false;
    const socket = connect(path, () => {
      isConnected = true;
      socket.write(`${question}\n`);
    });
    const settle = (presence: Presence | 'broken'): void => {
      resolve(presence);
      socket.destroy();
    };
    socket.setTimeout(patienceMs, () => {
      // Where this program itself stood still for a while, the sign may lie there unread.
      const heard = socket.bytesRead;
      setImmediate(() => (socket.bytesRead === heard ? settle('silent') : undefined));
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      settle(isAlive ? 'answered' : isConnected ? 'broken' : isDead(code) ? 'nobody' : 'silent'),
    );
    socket.once('close', () => settle(isAlive ? 'answered' : 'broken'));
    socket.once('data', () => {
      isAlive = true;
      if (question === areYouThere) return settle('answered');
      socket.setTimeout(workPatience * patienceMs);
      socket.end(`${meant}\n`);
    });
    createInterface({ input: socket })
      .on('line', (line) => (line === '' ? undefined : answer(line)))
      .on('error', () => undefined);
  });

/**
 * Asks whoever listens at a path.
 * @param answer gets the lines of the answer, as they come
 * @param patienceMs how long it may be silent
 */
export async function ask(
  path: string,
  question: string,
  answer: (line: string) => void,
  patienceMs: number,
): Promise<Presence> {
  const first = await askOnce(path, question, answer, patienceMs);
  if (first !== 'broken') return first;
  // It ended while it was asked, or did not take the question. In doubt it lives.
  const second = await askOnce(path, question, answer, patienceMs);
  return second === 'broken' ? 'answered' : second;
}

const serve = (socket: Socket, answering: Answering): void => {
  let text = '';
  let isGreeted = false;
  const sign = (): void => void socket.write('\n');
  socket
    .on('error', () => undefined)
    .setEncoding('utf8')
    .on('data', (part: string) => {
      if (socket.bytesRead > longestQuestion) return void socket.destroy();
      text += part;
      if (isGreeted || !text.includes('\n')) return;
      isGreeted = true;
      sign();
    })
    .on('end', () => {
      const [question = '', word] = text.split('\n');
      if (word !== meant) return void socket.end();
      const signs = setInterval(sign, signEveryMs);
      const answer = async (): Promise<void> =>
        answering(question, (line) => void socket.write(`${line}\n`));
      void answer()
        .catch(() => undefined)
        .then(() => {
          clearInterval(signs);
          socket.end();
        });
    });
};

/** A server for the one that holds a lock. Its `stop` waits for no asker: one that hangs must not hold the program. */
export function makeLockServer(answering: Answering): {
  readonly server: Server;
  readonly stop: () => Promise<void>;
} {
  const asking = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    asking.add(socket);
    socket.once('close', () => asking.delete(socket));
    serve(socket, answering);
  });
  // Somebody who could not be let in asks again.
  server.on('error', () => undefined);
  return {
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of asking) socket.destroy();
      }),
  };
}

/** Binding is atomic: it fails when the name is there, whoever made it. @returns false then */
export function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(path, () => resolve(true));
  });
}
