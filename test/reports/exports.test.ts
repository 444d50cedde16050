import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeExports } from '../../main/reports/exports.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../adapters/memory-files.ts';
import { checkIn, must, openReadyOffice, signIn, type TestOffice } from '../office.ts';

const asked = { month: '2026-11', language: 'id' } as const;
const file = '/exports/register-2026-11.csv';
/** An office with one visit, its coordinator signed in. */
const officeOn = async (
  files: MemoryFiles,
  exportsFolder: string | (() => string) = '/exports',
): Promise<TestOffice> => {
  const office = await openReadyOffice({ files, exportsFolder });
  await checkIn(office);
  await signIn(office, 'Koordinator');
  return office;
};
const fail = (files: MemoryFiles, call: string, code: string): void => {
  files.onCall = (made) => {
    if (made.call === call && made.path.startsWith('/exports'))
      throw Object.assign(new Error(code), { code });
  };
};

describe('a register that cannot be saved', () => {
  test.each(['EBUSY', 'EPERM', 'EACCES'])(
    'because it is open in a spreadsheet (%s) is told so, and no half of it stays',
    async (code) => {
      const files = makeMemoryFiles();
      const office = await officeOn(files);
      await must(office.console('reports.export-register', asked));
      const before = files.textOf(file);
      fail(files, 'rename', code);
      expect(await office.console('reports.export-register', asked)).toEqual({
        ok: false,
        code: 'export-file-open',
        details: { file },
      });
      expect(await files.list('/exports')).toEqual(['register-2026-11.csv']);
      expect(files.textOf(file)).toBe(before);
      files.onCall = () => undefined;
      expect(await office.console('reports.export-register', asked)).toMatchObject({
        ok: true,
        value: { file },
      });
    },
  );

  test.each([
    ['create', 'EACCES'],
    ['create', 'EPERM'],
    ['create', 'EROFS'],
    ['create', 'UNKNOWN'],
    ['write', 'ENOSPC'],
    ['sync', 'EIO'],
    ['sync', 'EDQUOT'],
    ['rename', 'EISDIR'],
    ['sync-folder', 'EIO'],
  ])(
    'because its disk does not take it (%s, %s) is told with its place; the records are in service',
    async (call, code) => {
      const files = makeMemoryFiles();
      const office = await officeOn(files);
      fail(files, call, code);
      expect(await office.console('reports.export-register', asked)).toEqual({
        ok: false,
        code: 'export-unwritable',
        details: { file },
      });
      expect((await files.list('/exports')).filter((name) => name.endsWith('.new'))).toEqual([]);
      expect(office.reported).toEqual([]);
      expect(office.view().service).toBe('open');
    },
  );

  test('because its disk is full, and says so by writing less, is told the same', async () => {
    const files = makeMemoryFiles();
    const office = await officeOn(files);
    files.onCall = ({ call, path, bytes }) =>
      call === 'write' && path.startsWith('/exports') ? bytes - 1 : undefined;
    expect(await office.console('reports.export-register', asked)).toMatchObject({
      code: 'export-unwritable',
    });
    expect(await files.list('/exports')).toEqual([]);
  });

  test('because of a bug is no fault of the disk', async () => {
    const files = makeMemoryFiles();
    const office = await officeOn(files);
    files.onCall = ({ path }) => {
      if (path.startsWith('/exports')) throw new TypeError('bug');
    };
    expect(await office.console('reports.export-register', asked)).toEqual({
      ok: false,
      code: 'out-of-service',
    });
    expect(office.reported).toHaveLength(1);
  });

  test.each(['id', 'en'] as const)('is told with its file and what to do (%s)', (language) => {
    for (const code of ['export-file-open', 'export-unwritable'] as const)
      expect(refusalSentence(language, { ok: false, code, details: { file } })).toMatch(
        /register-2026-11\.csv .*(coba lagi|try again)/,
      );
  });
});

describe('where exports go', () => {
  test('is asked for when something is exported, and not before', async () => {
    let times = 0;
    const office = await officeOn(makeMemoryFiles(), () => {
      times += 1;
      return '/lain';
    });
    expect(times).toBe(0);
    expect(await must(office.console('reports.export-register', asked))).toEqual({
      file: '/lain/register-2026-11.csv',
      rows: 1,
    });
    expect(times).toBe(1);
  });

  test('what a program left that died while exporting is swept, and nothing else', async () => {
    const files = makeMemoryFiles();
    const office = await officeOn(files);
    for (const name of ['register-2026-10.csv.new', 'register-2026-09.csv', 'catatan.new'])
      await putContent(files, `/exports/${name}`, 'x');
    await must(office.console('reports.export-register', asked));
    expect(await files.list('/exports')).toEqual([
      'catatan.new',
      'register-2026-09.csv',
      'register-2026-11.csv',
    ]);
  });

  test('two at once both come to be', async () => {
    const exports = makeExports(makeMemoryFiles(), '/exports');
    expect(
      await Promise.all([
        exports.write('a.csv', Buffer.from('1')),
        exports.write('a.csv', Buffer.from('2')),
      ]),
    ).toEqual([
      { ok: true, value: '/exports/a.csv' },
      { ok: true, value: '/exports/a.csv' },
    ]);
  });
});

describe('on this machine’s own files', () => {
  let folder = '';
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'pendamping-exports-'))));
  afterEach(async () => {
    await chmod(folder, 0o700);
    await rm(folder, { recursive: true });
  });

  test('a folder that is a file, and a file that is a folder, are told', async () => {
    await writeFile(join(folder, 'berkas'), '');
    expect(
      await makeExports(nodeFiles, join(folder, 'berkas')).write('a.csv', Buffer.from('1')),
    ).toMatchObject({
      code: 'export-unwritable',
      details: { file: join(folder, 'berkas', 'a.csv') },
    });
    await mkdir(join(folder, 'a.csv', 'isi'), { recursive: true });
    expect(await makeExports(nodeFiles, folder).write('a.csv', Buffer.from('1'))).toMatchObject({
      code: 'export-unwritable',
    });
    expect(await readdir(folder)).toEqual(['a.csv', 'berkas']);
  });
});
