import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decided, note } from '../../main/engine/decision.ts';
import { findErasable } from '../../main/records/find-erasable.ts';
import { composeRecords, type Records } from '../../main/records/compose-records.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { makeBackup } from '../../main/storage/backup/make-backup.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { monday } from '../office.ts';

let root = '';
let data = '';
const opened: Records[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pendamping-owner-'));
  data = join(root, 'data');
});
afterEach(async () => {
  for (const records of opened.splice(0)) await records.close();
  await rm(root, { recursive: true, force: true });
});

/** Starts a program on the data folder, on real files and the real lock. */
const start = async (folder = data): Promise<Records> => {
  const records = await composeRecords({
    dataFolder: folder,
    version: 'test',
    clock: makeSimulatedClock(monday),
    files: nodeFiles,
    exportsFolder: null,
    make: (work, progress) => makeBackup(nodeFiles, work, progress),
    find: (question) => findErasable(nodeFiles, folder, question),
    bringToFront: () => undefined,
    changed: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  if (records === null) throw new Error('Another program has the folder');
  opened.push(records);
  await records.core.recorder.begin('start');
  return records;
};
/** A command with words of its own, so that both people file and journal are written. @returns what the person is told */
const tell = async ({ core }: Records, words: string): Promise<string> => {
  const told = await note(core, ({ keep }) =>
    decided([
      {
        type: 'backup.made',
        visit: null,
        data: {
          place: keep('backup-place', { folder: words }),
          by: 'command',
          sha256: '0'.repeat(64),
        },
      },
    ]),
  );
  return told.ok ? 'accepted' : told.code;
};
/** The words that a program knows, in order. */
const known = ({ core }: Records): readonly unknown[] =>
  core.recorder.state().backup.places.map((place) => core.people.get(place)?.['folder']);
const stop = async (records: Records): Promise<void> => {
  opened.splice(opened.indexOf(records), 1);
  await records.close();
};
const sockets = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('lock-'));

const deep = (): string => join(root, 'a'.repeat(60), 'b'.repeat(60), 'data');
describe.each([
  ['a folder', () => data],
  ['a folder with a long path', deep],
])('nothing is acknowledged into %s that is no longer ours', (_, place) => {
  test('the lock is removed and a second program writes: the first acknowledges nothing from then on', async () => {
    const folder = place();
    const first = await start(folder);
    expect(await tell(first, 'one')).toBe('accepted');
    for (const name of await sockets(folder)) await rm(join(folder, name));
    const second = await start(folder);
    expect(known(second)).toEqual(['one']);
    const told = [
      await tell(second, 'two'),
      await tell(first, 'lost'),
      await tell(second, 'three'),
      await tell(first, 'lost too'),
    ];
    expect(told).toEqual(['accepted', 'out-of-service', 'accepted', 'out-of-service']);
    expect(first.trouble()).toBe('not-ours');
    await first.look();
    expect(first.core.recorder.isInService()).toBe(false);
    expect(known(first)).toEqual(['one']);

    // The first ends: neither the second's lock nor its checkpoint goes with it.
    await stop(first);
    expect(await second.isOurs()).toBe(true);
    await expect(start(folder)).rejects.toThrow('Another program has the folder');
    expect(await tell(second, 'four')).toBe('accepted');
    await stop(second);
    expect(await sockets(folder)).toEqual([]);
    expect(known(await start(folder))).toEqual(['one', 'two', 'three', 'four']);
    const { findings } = await verify(nodeFiles, folder);
    expect(findings.filter(({ kind }) => kind !== 'torn')).toEqual([]);
  });

  test('the folder is renamed: the next command is refused; renamed back it is served again, and nothing is lost', async () => {
    const folder = place();
    const records = await start(folder);
    expect(await tell(records, 'one')).toBe('accepted');
    await rename(folder, join(root, 'elsewhere'));
    expect(await tell(records, 'refused')).toBe('out-of-service');
    await records.look();
    expect(records.core.recorder.isInService()).toBe(false);
    // Nothing is made anew under the old name, where it would stand in the way.
    await expect(records.files.makeFolder(join(folder, 'slips'))).rejects.toThrow('no longer');
    await expect(readdir(folder)).rejects.toThrow('ENOENT');

    await rename(join(root, 'elsewhere'), folder);
    await records.look();
    expect(records.trouble()).toBeNull();
    expect(await tell(records, 'two')).toBe('accepted');
    expect(known(records)).toEqual(['one', 'two']);
    await stop(records);
    expect(known(await start(folder))).toEqual(['one', 'two']);
    expect(
      (await verify(nodeFiles, folder)).findings.filter(({ kind }) => kind !== 'torn'),
    ).toEqual([]);
  });

  test('the folder is renamed while nobody does anything: out of service at the next look, and back by itself', async () => {
    const folder = place();
    const records = await start(folder);
    await rename(folder, join(root, 'elsewhere'));
    await records.look();
    expect([records.core.recorder.isInService(), records.trouble()]).toEqual([false, 'not-ours']);
    expect(await tell(records, 'refused')).toBe('out-of-service');
    await rename(join(root, 'elsewhere'), folder);
    await records.look();
    expect([records.core.recorder.isInService(), records.trouble()]).toEqual([true, null]);
    expect(await tell(records, 'one')).toBe('accepted');
  });

  test('the folder is deleted, or another is put in its place: refused, and nothing is written into that one', async () => {
    const folder = place();
    const records = await start(folder);
    expect(await tell(records, 'one')).toBe('accepted');
    await rm(folder, { recursive: true });
    expect(await tell(records, 'two')).toBe('out-of-service');
    await mkdir(folder);
    await records.look();
    expect(await tell(records, 'three')).toBe('out-of-service');
    expect(await readdir(folder)).toEqual([]);
    const other = await start(folder);
    expect(await tell(records, 'four')).toBe('out-of-service');
    await stop(records);
    expect(await tell(other, 'of another office')).toBe('accepted');
    await stop(other);
    expect(known(await start(folder))).toEqual(['of another office']);
  });
});
