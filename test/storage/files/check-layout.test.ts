import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLayout, OddFile } from '../../../main/storage/files/check-layout.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { openReadyOffice, checkIn } from '../../office.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-layout-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const office = async (): Promise<void> => {
  const opened = await openReadyOffice({ files: nodeFiles, folder });
  await checkIn(opened);
  await opened.close();
};
const modeOf = async (...names: readonly string[]): Promise<string> =>
  ((await stat(join(folder, ...names))).mode & 0o777).toString(8);

describe('what others on this machine may do with the records', () => {
  test('is nothing: files are made 600, folders 700', async () => {
    await office();
    for (const place of [['journal'], ['people'], ['slips'], ['slips', '2026-11']])
      expect(await modeOf(...place)).toBe('700');
    for (const place of [
      ['journal', '000001.jsonl'],
      ['people', '2026-11.jsonl'],
      ['checkpoint.json'],
    ])
      expect(await modeOf(...place)).toBe('600');
    expect(await checkLayout(nodeFiles, folder, false)).toEqual([]);
  });

  test('is named by who only looks, and mended by who starts', async () => {
    await office();
    await chmod(folder, 0o755);
    await chmod(join(folder, 'people'), 0o750);
    await chmod(join(folder, 'journal', '000001.jsonl'), 0o644);
    expect((await checkLayout(nodeFiles, folder, false)).toSorted()).toEqual([
      '.',
      'journal/000001.jsonl',
      'people',
    ]);
    expect(await modeOf('people')).toBe('750');
    expect(await checkLayout(nodeFiles, folder, true)).toEqual([]);
    expect([
      await modeOf(),
      await modeOf('people'),
      await modeOf('journal', '000001.jsonl'),
    ]).toEqual(['700', '700', '600']);
  });
});

describe('something else under a name of ours', () => {
  test('is not the data folder itself, which may lie behind a link', async () => {
    await office();
    const link = `${folder}-link`;
    await symlink(folder, link);
    try {
      expect(await checkLayout(nodeFiles, link, false)).toEqual([]);
    } finally {
      await rm(link);
    }
  });

  test.each([
    ['people/2026-12.jsonl', 'link'],
    ['journal/000009.jsonl', 'folder'],
    ['checkpoint.json', 'folder'],
    ['greeting.json', 'link'],
    ['people', 'file'],
    ['slips', 'link'],
  ] as const)('%s that is a %s is refused by its name', async (place, found) => {
    await mkdir(join(folder, 'journal'));
    if (place.startsWith('people/')) await mkdir(join(folder, 'people'));
    const path = join(folder, place);
    if (found === 'folder') await mkdir(path);
    else if (found === 'file') await writeFile(path, '');
    else await symlink(tmpdir(), path);
    const refused = await checkLayout(nodeFiles, folder, true).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OddFile);
    expect(refused).toMatchObject({ place, found });
  });
});
