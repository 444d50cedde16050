import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demandSum, fileSum } from '../../scripts/electron/second-runtime/file-sum.ts';
import {
  carrier,
  programSum,
  secondRuntimeFolder,
} from '../../scripts/electron/second-runtime/second-runtime.ts';
import { standIn } from '../../scripts/electron/places.ts';
import { root } from '../../scripts/root.ts';

const lockFolder = join(root, 'scripts', 'electron', 'second-runtime', 'carrier');
const readLock = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'pendamping-sums-'))));
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('The second runtime', () => {
  test('is pinned by an integrity sum, with no registry named', async () => {
    const { packages } = await readLock(lockFolder);
    const { '': own, ...pinned } = packages;
    expect(Object.keys(pinned)).toEqual([`node_modules/${carrier}`]);
    expect(own?.['dependencies']).toEqual({
      [carrier]: pinned[`node_modules/${carrier}`]?.['version'],
    });
    for (const one of Object.values(pinned)) {
      expect(one['integrity']).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      expect(one).not.toHaveProperty('resolved');
    }
  });

  test('is no dependency of the product, and lies where nothing else looks for an Electron', async () => {
    expect(Object.keys((await readLock(root)).packages)).not.toContain(`node_modules/${carrier}`);
    expect(secondRuntimeFolder.startsWith(join(standIn().cleanFolder, '..'))).toBe(false);
  });

  test('passes with the sum it must have, and with no other', async () => {
    const program = join(folder, 'electron');
    await writeFile(program, 'an Electron');
    const sum = '152df869e2ff1471a02f9cb2af1cfa49c2fa21736561a870ab56783e94c77b4c';
    expect(await fileSum(program)).toBe(sum);
    await expect(demandSum(program, sum, 'The program')).resolves.toBeUndefined();
    await expect(demandSum(program, programSum, 'The program')).rejects.toThrow(
      `The program is refused: its SHA-256 is ${sum}, and must be ${programSum}.`,
    );

    await writeFile(program, 'an Electrom');
    await expect(demandSum(program, sum, 'The program')).rejects.toThrow('The program is refused');
  });

  test('is refused, not taken for another, when it is not there', async () => {
    const missing = join(folder, 'missing');
    expect(await fileSum(missing)).toBeUndefined();
    await expect(demandSum(missing, programSum, 'The program')).rejects.toThrow(
      'The program is not there.',
    );
  });
});
