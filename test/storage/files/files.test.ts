import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Files } from '../../../main/ports.ts';
import { readBytes } from '../../../main/storage/files/read-bytes.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { checkIn, openReadyOffice, signIn } from '../../office.ts';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

const adapters: readonly (readonly [
  string,
  () => Promise<{ readonly files: Files; readonly folder: string }>,
])[] = [
  [
    'the machine’s own',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'pendamping-files-'));
      made.push(folder);
      return { files: nodeFiles, folder };
    },
  ],
  ['in memory', async () => ({ files: makeMemoryFiles(), folder: '/data' })],
];

describe.each(adapters)('Files: %s', (_, open) => {
  test('a missing folder is empty and a missing file is null', async () => {
    const { files, folder } = await open();
    expect(await files.list(join(folder, 'none'))).toEqual([]);
    expect(await files.read(join(folder, 'none'))).toBeNull();
    expect(await readBytes(files, join(folder, 'none'))).toEqual(Buffer.alloc(0));
  });

  test('what is written is read back, from any byte on', async () => {
    const { files, folder } = await open();
    const file = await files.create(join(folder, 'a'));
    expect(await file.write(Buffer.from('satu '))).toBe(5);
    await file.sync();
    expect(await file.write(Buffer.from('dua'))).toBe(3);
    await file.close();
    expect((await files.read(join(folder, 'a')))?.toString()).toBe('satu dua');
    expect((await files.read(join(folder, 'a'), 5))?.toString()).toBe('dua');
  });

  test('making a file that is there is refused', async () => {
    const { files, folder } = await open();
    await (await files.create(join(folder, 'a'))).close();
    await expect(files.create(join(folder, 'a'))).rejects.toThrow('EEXIST');
  });

  test('appending goes behind what is there, and needs the file', async () => {
    const { files, folder } = await open();
    const first = await files.create(join(folder, 'a'));
    await first.write(Buffer.from('satu'));
    await first.close();
    const second = await files.openToAppend(join(folder, 'a'));
    await second.write(Buffer.from('dua'));
    await second.close();
    expect((await files.read(join(folder, 'a')))?.toString()).toBe('satudua');
    await expect(files.openToAppend(join(folder, 'b'))).rejects.toThrow('ENOENT');
  });

  test('renaming takes the place of what was there, and removing what is not there is done already', async () => {
    const { files, folder } = await open();
    for (const name of ['a', 'b']) {
      const file = await files.create(join(folder, name));
      await file.write(Buffer.from(name));
      await file.close();
    }
    await files.rename(join(folder, 'b'), join(folder, 'a'));
    await files.remove(join(folder, 'b'));
    await files.syncFolder(folder);
    expect(await files.list(folder)).toEqual(['a']);
    expect((await files.read(join(folder, 'a')))?.toString()).toBe('b');
  });
});

describe('in memory: what a call costs does not grow with what is there', () => {
  test('bytes written one after the other are moved a few times each, not once a write', async () => {
    const files = makeMemoryFiles();
    const file = await files.create('/data/a');
    for (let at = 0; at < 2_000; at += 1) await file.write(Buffer.alloc(100, at % 256));
    expect((await files.read('/data/a'))?.length).toBe(200_000);
    expect((await files.read('/data/a'))?.at(-1)).toBe(1_999 % 256);
    expect(files.effort().bytes).toBeLessThan(4 * 200_000);
  });

  test('a folder’s flush looks at the names that changed in it, and at no other', async () => {
    const files = makeMemoryFiles();
    for (let at = 0; at < 500; at += 1) await files.create(`/data/${at}`);
    await files.syncFolder('/data');
    const before = files.effort().names;
    await files.create('/data/new');
    await files.rename('/data/new', '/data/last');
    await files.syncFolder('/data');
    expect(files.effort().names - before).toBe(2);
    files.cutPower();
    expect(await files.list('/data')).toHaveLength(501);
  });

  test('what was read stays as it was read, though the power goes and something else is written there', async () => {
    const files = makeMemoryFiles();
    const file = await files.create('/data/a');
    await file.write(Buffer.from('satu '));
    await file.sync();
    await files.syncFolder('/data');
    await file.write(Buffer.from('dua'));
    const read = await files.read('/data/a');
    files.cutPower();
    await (await files.openToAppend('/data/a')).write(Buffer.from('tiga'));
    expect(read?.toString()).toBe('satu dua');
    expect(files.textOf('/data/a')).toBe('satu tiga');
  });

  test('a check-in into an office that holds many costs what the first did', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files, isWatched: false });
    await signIn(office, 'Meja layanan 1');
    const published = office.published();
    const costOf = async (
      count: number,
    ): Promise<{ readonly calls: number; readonly names: number }> => {
      const [calls, { names }] = [files.calls.length, files.effort()];
      for (let at = 0; at < count; at += 1) {
        await checkIn(office);
        await office.slipsDone();
      }
      await office.recorder.settled();
      return { calls: files.calls.length - calls, names: files.effort().names - names };
    };
    const first = await costOf(10);
    await costOf(150);
    expect(await costOf(10)).toEqual(first);
    const written = files.calls.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(files.effort().bytes).toBeLessThan(4 * written);
    expect(office.published()).toBe(published);
  });
});
