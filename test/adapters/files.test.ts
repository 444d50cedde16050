import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Files } from '../../main/ports.ts';
import { readBytes } from '../../main/storage/read-bytes.ts';
import { nodeFiles } from '../../main/storage/node-files.ts';
import { makeMemoryFiles } from './memory-files.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

const adapters: readonly (readonly [string, () => Promise<{ readonly files: Files; readonly folder: string }>])[] = [
  ['the machine’s own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pendamping-files-'));
    made.push(folder);
    return { files: nodeFiles, folder };
  }],
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
