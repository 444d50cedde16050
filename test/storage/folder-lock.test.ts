import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { askHolder, comeToFront, lockFolder } from '../../main/storage/folder-lock.ts';

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
const contend = (folder: string): Promise<{ readonly child: ChildProcess; readonly got: boolean }> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./lock-contender.ts', import.meta.url)), [folder], { stdio: 'ignore' });
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
      await Promise.all(contenders.map(({ child }) => new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGKILL');
      })));
    }
  });

  test('a deep folder works as well', async () => {
    const folder = join(await makeFolder(), 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(folder, { recursive: true });
    const lock = await lockFolder(folder, () => undefined);
    expect(lock).not.toBeNull();
    expect(await lockFolder(folder, () => undefined)).toBeNull();
    await lock?.release();
  });
});
