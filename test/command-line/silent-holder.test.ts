import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runRecords } from '../../main/command-line/run-records.ts';
import { composeRecords } from '../../main/records/compose-records.ts';
import { lastingTrouble } from '../../main/shell/lasting-trouble.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { NewerFormat } from '../../main/storage/journal/journal-format.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { UnsafeSocketFolder } from '../../main/storage/lock/socket-folder.ts';
import { monday, openReadyOffice } from '../office.ts';

let root = '';
let holder: ChildProcess | null = null;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pendamping-silent-'));
});
afterEach(async () => {
  holder?.kill('SIGKILL');
  holder = null;
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

const patienceMs = 200;
const makeOffice = async (data: string): Promise<string> => {
  await (await openReadyOffice({ files: nodeFiles, folder: data })).close();
  return data;
};
/** Another program takes the folder, and then stands still. */
const hang = async (data: string): Promise<void> => {
  const child = fork(
    fileURLToPath(new URL('../storage/lock/lock-contender.ts', import.meta.url)),
    [data],
    { stdio: 'ignore' },
  );
  holder = child;
  expect(await new Promise((resolve) => child.once('message', resolve))).toBe(true);
  child.kill('SIGSTOP');
};
const records = async (...words: readonly string[]) => {
  const out: string[] = [];
  const exit = await runRecords(words, {
    files: nodeFiles,
    clock: makeSimulatedClock(monday),
    version: 'test',
    workingFolder: root,
    beside: null,
    patienceMs,
    print: (text) => void out.push(text),
    tell: () => undefined,
    isCancelled: () => false,
    isOnNetwork: async () => true,
  });
  return { exit, out: out.join('\n') };
};
/** Typed as what it stands for. */
const says = (text: string): string => expect.stringContaining(text) as string;

test('the command line gives up on a program that has the folder and does not answer, with a sentence', async () => {
  const data = await makeOffice(join(root, 'data'));
  await hang(data);
  expect(await records('backup', '--data', data, '--to', 'b.tar.gz')).toMatchObject({
    exit: 1,
    out: says('dipegang program lain yang tidak menjawab'),
  });
  expect(
    await records('erase', '--data', data, '--visit', 'ZZ32-EZAW', '--yes', '--lang', 'en'),
  ).toMatchObject({ exit: 1, out: says('does not answer') });
  expect(await readdir(root)).toEqual(['data']);
  // Only looked at, the records need nobody's leave.
  expect(await records('verify', '--data', data)).toMatchObject({ exit: 0 });
});

test('a second start gives up too, and says in its own words what to do', async () => {
  const data = await makeOffice(join(root, 'data'));
  await hang(data);
  const second = composeRecords({
    dataFolder: data,
    version: 'test',
    clock: makeSimulatedClock(monday),
    files: nodeFiles,
    exportsFolder: null,
    patienceMs,
    make: () => Promise.reject(new Error('not asked')),
    find: () => Promise.reject(new Error('not asked')),
    bringToFront: () => undefined,
    changed: () => undefined,
    report: () => undefined,
  });
  const error = await second.catch((why: unknown) => why);
  expect(lastingTrouble(error, { NewerFormat })).toContain('tidak menjawab');
  expect(lastingTrouble(new Error('EIO'), { NewerFormat })).toBeNull();
});

test('where the folder for short names is a trap, the command line and a start say so and change nothing', async () => {
  const data = await makeOffice(join(root, 'd'.repeat(100)));
  const trap = join(root, 'trap');
  const own = join(root, 'tmp', `pendamping-${process.getuid?.()}`);
  await mkdir(trap);
  await mkdir(join(root, 'tmp'));
  await symlink(trap, own);
  vi.stubEnv('TMPDIR', join(root, 'tmp'));
  vi.stubEnv('XDG_RUNTIME_DIR', '');
  const found = await records('backup', '--data', data, '--to', 'b.tar.gz');
  expect(found).toMatchObject({ exit: 1, out: says('atau sebuah tautan') });
  expect(found.out).toContain(own);
  expect(lastingTrouble(new UnsafeSocketFolder(own), { NewerFormat })).toContain(own);
  expect(await readdir(trap)).toEqual([]);
});

test('verify warns of a data folder on a network share', async () => {
  const data = await makeOffice(join(root, 'data'));
  expect((await records('verify', '--data', data)).out).toMatch(
    /^Utuh.*\nPERINGATAN: folder data ini ada di folder jaringan/,
  );
  expect(JSON.parse((await records('verify', '--data', data, '--json')).out)).toMatchObject({
    exit: 0,
    onNetwork: true,
  });
});
