import { connect } from 'node:net';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  askHolder,
  comeToFront,
  lockFolder,
  SilentHolder,
} from '../../../main/storage/lock/folder-lock.ts';

const made: string[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});
const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'pendamping-lock-'));
  made.push(folder);
  return folder;
};

/** Starts another program that tries for the lock and says whether it got it. */
const contend = (
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly got: boolean }> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./lock-contender.ts', import.meta.url)), [folder], {
      stdio: 'ignore',
    });
    children.push(child);
    child.once('message', (got) => resolve({ child, got: got === true }));
  });

describe('one program for each data folder', () => {
  test('a second start is refused, and the first is asked to come to the front', async () => {
    const folder = await makeFolder();
    const asked: string[] = [];
    const lock = await lockFolder(folder, (question) => void asked.push(question));
    expect(lock).not.toBeNull();
    expect(await lockFolder(folder, () => undefined)).toBeNull();
    expect(asked).toEqual([]);
    expect(await askHolder(folder, comeToFront, () => undefined)).toBe('answered');
    expect(asked).toEqual(['come-to-front']);
    await lock?.release();
    const next = await lockFolder(folder, () => undefined);
    expect(next).not.toBeNull();
    await next?.release();
  });

  test('a killed program’s lock is no lock', async () => {
    const folder = await makeFolder();
    const { child, got } = await contend(folder);
    expect(got).toBe(true);
    expect(await lockFolder(folder, () => undefined)).toBeNull();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const lock = await lockFolder(folder, () => undefined);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  test('of several that start at once over a dead lock, at most one gets the folder', async () => {
    const folder = await makeFolder();
    for (let round = 0; round < 5; round += 1) {
      const contenders = await Promise.all([1, 2, 3, 4].map(() => contend(folder)));
      expect(contenders.filter(({ got }) => got).length).toBe(1);
      await Promise.all(
        contenders.map(
          ({ child }) =>
            new Promise((resolve) => {
              child.once('exit', resolve);
              child.kill('SIGKILL');
            }),
        ),
      );
    }
  });

  test('a deep folder works as well, and leaves nothing behind', async () => {
    const folder = join(await makeFolder(), 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(folder, { recursive: true });
    const asked: string[] = [];
    const lock = await lockFolder(folder, (question) => void asked.push(question));
    expect(lock).not.toBeNull();
    expect(await readdir(folder)).toEqual(['lock-1']);
    expect(await lockFolder(folder, () => undefined)).toBeNull();
    expect(await askHolder(folder, comeToFront, () => undefined)).toBe('answered');
    expect(asked).toEqual([comeToFront]);
    const { child, got } = await contend(folder);
    expect(got).toBe(false);
    child.kill('SIGKILL');
    await lock?.release();
    expect(await readdir(folder)).toEqual([]);
    expect(await askHolder(folder, comeToFront, () => undefined)).toBe('nobody');
  });

  test('whatever else is named like a socket of the lock is nobody', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'lock-3', 'inside'), { recursive: true });
    const lock = await lockFolder(folder, () => undefined);
    expect(await lock?.isOurs()).toBe(true);
    expect(await readdir(folder)).toEqual(['lock-3', 'lock-4']);
    await lock?.release();
  });
});

describe('a lock knows whether it is still its own', () => {
  const locked = async () => {
    const folder = join(await makeFolder(), 'data');
    await mkdir(folder);
    const lock = await lockFolder(folder, () => undefined);
    if (lock === null) throw new Error('Not locked');
    expect(await lock.isOurs()).toBe(true);
    return { folder, lock };
  };

  test('not without its socket, nor beside another’s of the same name', async () => {
    const { folder, lock } = await locked();
    await rm(join(folder, 'lock-1'));
    expect(await lock.isOurs()).toBe(false);
    const next = await lockFolder(folder, () => undefined);
    expect(await readdir(folder)).toEqual(['lock-1']);
    expect([await lock.isOurs(), await next?.isOurs()]).toEqual([false, true]);
    await lock.release();
    expect(await next?.isOurs()).toBe(true);
    expect(await lockFolder(folder, () => undefined)).toBeNull();
    await next?.release();
  });

  test('not in a folder that was renamed, until it is back; nor in one made anew', async () => {
    const { folder, lock } = await locked();
    await rename(folder, `${folder}-elsewhere`);
    expect(await lock.isOurs()).toBe(false);
    await mkdir(folder);
    expect(await lock.isOurs()).toBe(false);
    await rm(folder, { recursive: true });
    await rename(`${folder}-elsewhere`, folder);
    expect(await lock.isOurs()).toBe(true);
    await rm(folder, { recursive: true });
    await mkdir(folder);
    expect(await lock.isOurs()).toBe(false);
    await lock.release();
  });
});

describe('a holder that hangs', () => {
  const hung = async () => {
    const folder = await makeFolder();
    const { child, got } = await contend(folder);
    expect(got).toBe(true);
    child.kill('SIGSTOP');
    return { folder, child };
  };

  test('is waited for a while, and keeps its lock', async () => {
    const { folder, child } = await hung();
    await expect(lockFolder(folder, () => undefined, 200)).rejects.toBeInstanceOf(SilentHolder);
    expect(await readdir(folder)).toEqual(['lock-1']);
    child.kill('SIGCONT');
    expect(await lockFolder(folder, () => undefined)).toBeNull();
  });

  test('does not do later what nobody waits for any more', async () => {
    const { folder, child } = await hung();
    const asked: unknown[] = [];
    child.on('message', (question) => void asked.push(question));
    expect(await askHolder(folder, 'erase', () => undefined, 200)).toBe('silent');
    child.kill('SIGCONT');
    const second = new Promise((resolve) =>
      child.on('message', (question) => (question === 'second' ? resolve(question) : undefined)),
    );
    expect(await askHolder(folder, 'second', () => undefined)).toBe('answered');
    await second;
    expect(asked).toEqual(['second']);
  });

  test('is not taken for one that works for long', async () => {
    const { folder: elsewhere } = await hung();
    const folder = await makeFolder();
    // As long as the patience of another, which is longer than that of whoever asks.
    const lock = await lockFolder(folder, async (_, reply) =>
      reply(await askHolder(elsewhere, 'anybody?', () => undefined, 1_500)),
    );
    const lines: string[] = [];
    expect(await askHolder(folder, 'backup', (line) => void lines.push(line), 500)).toBe(
      'answered',
    );
    expect(lines).toEqual(['silent']);
    await lock?.release();
  });
});

test('a question of more than 64 KiB is not taken, whether it ends or not', async () => {
  const folder = await makeFolder();
  const asked: string[] = [];
  const lock = await lockFolder(folder, (question) => void asked.push(question));
  expect(await askHolder(folder, 'x'.repeat(70_000), (line) => void asked.push(line))).toBe(
    'answered',
  );
  const ended = await new Promise((resolve) => {
    const socket = connect(join(folder, 'lock-1'), () => void socket.write('x'.repeat(70_000)));
    socket.on('error', () => undefined).once('close', () => resolve('ended'));
  });
  expect(ended).toBe('ended');
  expect(asked).toEqual([]);
  expect(await askHolder(folder, 'x'.repeat(60_000), () => undefined)).toBe('answered');
  expect(asked).toHaveLength(1);
  await lock?.release();
});

test('whoever hangs while asking does not hold the program that ends', async () => {
  const folder = await makeFolder();
  const lock = await lockFolder(folder, () => undefined);
  const socket = connect(join(folder, 'lock-1')).on('error', () => undefined);
  const gone = new Promise((resolve) => socket.once('close', resolve));
  // Its first words arrived: it is greeted, says no more, and does not end.
  const greeted = new Promise((resolve) => socket.once('data', resolve));
  socket.write('question\n');
  await greeted;
  await lock?.release();
  await gone;
  expect(await readdir(folder)).toEqual([]);
});
