import { fork } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runRecords } from '../../../main/command-line/run-records.ts';
import { encodeLine } from '../../../main/storage/journal/hashed-line.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import { archiveOf, bombOf, manifestOf, type Crafted } from './crafted-backup.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-crafted-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const restore = async (archive: Buffer, language = 'id') => {
  await writeFile(join(folder, 'b.tar.gz'), archive);
  let out = '';
  await runRecords(
    ['restore', 'b.tar.gz', '--data', 'new', '--without-erasures', '--json', '--lang', language],
    {
      files: nodeFiles,
      clock: makeSimulatedClock(0),
      version: 'test',
      workingFolder: folder,
      beside: null,
      print: (text) => {
        out += text;
      },
      tell: () => undefined,
      isCancelled: () => false,
    },
  );
  return JSON.parse(out) as {
    readonly exit: number;
    readonly why?: string;
    readonly sentence?: string;
  };
};
/** Nothing is restored, nothing is left beside, and nothing was written anywhere else. */
const nothingCame = async (): Promise<void> => expect(await readdir(folder)).toEqual(['b.tar.gz']);

const says = (text: string): string => expect.stringContaining(text) as string;
const people: Crafted = { name: 'people/2026-11.jsonl', content: 'x\n' };

describe('an archive from elsewhere', () => {
  const odd: readonly (readonly [what: string, entries: readonly Crafted[], named: string])[] = [
    [
      'a link',
      [{ name: 'people/2026-11.jsonl', content: '', type: 'symlink', linkname: '/etc/passwd' }],
      'people/2026-11.jsonl',
    ],
    [
      'a hard link',
      [
        {
          name: 'people/2026-11.jsonl',
          content: '',
          type: 'link',
          linkname: 'journal/000001.jsonl',
        },
      ],
      'people/2026-11.jsonl',
    ],
    [
      'a device',
      [{ name: 'people/null', content: '', type: 'character-device', devmajor: 1, devminor: 3 }],
      'people/null',
    ],
    ['a folder', [{ name: 'people', content: '', type: 'directory' }, people], 'people'],
    ['an absolute path', [{ name: '/etc/cron.d/x', content: 'x' }], '/etc/cron.d/x'],
    ['a way out of the folder', [{ name: 'people/../../x', content: 'x' }], 'people/../../x'],
    [
      'a way out by other slashes',
      [{ name: 'people\\..\\..\\x', content: 'x' }],
      'people\\..\\..\\x',
    ],
    ['a file of no backup', [{ name: 'lock-1', content: 'x' }], 'lock-1'],
    [
      'a name with signs that are not seen',
      [{ name: 'people/\u202Elnosj\u001B[2J', content: 'x' }],
      'people/\\u{202e}lnosj\\u{1b}[2J',
    ],
    ['a very long name', [{ name: `people/${'x'.repeat(200)}`, content: 'x' }], 'people/xxx'],
    [
      'a name of the longest header',
      [{ name: `people/${'x'.repeat(50_000)}`, content: 'x' }],
      'people/xxx',
    ],
    ['a file that stands in it twice', [people, people], 'people/2026-11.jsonl'],
  ];
  for (const [what, entries, named] of odd) {
    test(`with ${what} is refused by that entry’s name`, async () => {
      const found = await restore(await archiveOf([...entries, manifestOf(entries)]));
      expect(found).toMatchObject({ exit: 1, why: 'damaged-backup', sentence: says(`“${named}`) });
      expect(found.sentence?.length).toBeLessThan(1_000);
      await nothingCame();
    });
  }

  test('that is not what its manifest tells is refused by the name of what differs', async () => {
    const other = { ...people, content: 'y\n' };
    expect(await restore(await archiveOf([other, manifestOf([people])]))).toMatchObject({
      exit: 1,
      sentence: says('“people/2026-11.jsonl”: isinya tidak seperti saat ditulis'),
    });
    expect(await restore(await archiveOf([manifestOf([people])]))).toMatchObject({
      exit: 1,
      sentence: says('“people/2026-11.jsonl”: berkas ini tidak ada'),
    });
    expect(await restore(await archiveOf([people, manifestOf([])]))).toMatchObject({
      exit: 1,
      sentence: says('“people/2026-11.jsonl”: bukan berkas'),
    });
    expect(await restore(await archiveOf([manifestOf([]), people]))).toMatchObject({
      exit: 1,
      sentence: says('di belakang daftar isi'),
    });
    expect(await restore(await archiveOf([people]), 'en')).toMatchObject({
      exit: 1,
      sentence: says('b.tar.gz is damaged, or no backup of Pendamping: its list of contents'),
    });
    const crowded = manifestOf([], { files: ','.repeat(5_000_000) });
    expect(await restore(await archiveOf([crowded]))).toMatchObject({
      exit: 1,
      sentence: says('manifest.json'),
    });
    expect(
      await restore(
        await archiveOf([{ name: 'manifest.json', content: 'x'.repeat(65 * 1024 * 1024) }]),
      ),
    ).toMatchObject({ exit: 1, sentence: says('daftar isinya terlalu besar') });
    expect(await restore(Buffer.from('no archive'))).toMatchObject({
      exit: 1,
      sentence: says('tidak dapat dibuka'),
    });
    await nothingCame();
  });

  test('that a later version wrote is called newer, not damaged, and nothing is restored', async () => {
    const newer = {
      exit: 2,
      why: 'newer-backup',
      sentence: says('b.tar.gz ditulis oleh versi program yang lebih baru'),
    };
    expect(
      await restore(
        await archiveOf([people, manifestOf([people], { format: 3, office: 'Batang' })]),
      ),
    ).toMatchObject(newer);
    // What is in it is that version’s affair.
    const photo = { name: 'photos/1.png', content: 'x' };
    expect(
      await restore(
        await archiveOf([
          photo,
          { name: 'more', content: '', type: 'directory' },
          manifestOf([photo], { format: 9 }),
        ]),
      ),
    ).toMatchObject(newer);
    const segment = {
      name: 'journal/000001.jsonl',
      content: encodeLine({ journal: 'pendamping', format: 99, facts: 1 }).line,
    };
    expect(await restore(await archiveOf([segment, manifestOf([segment])]))).toMatchObject(newer);
    await nothingCame();
    // One whose hash is not right is damaged all the same.
    const forged = manifestOf([people], { format: 3 });
    expect(
      await restore(
        await archiveOf([
          people,
          { ...forged, content: forged.content.replace('"made":0', '"made":1') },
        ]),
      ),
    ).toMatchObject({ exit: 1, why: 'damaged-backup' });
  });
});

type Told = {
  readonly exit: number;
  readonly report: { readonly why?: string; readonly sentence?: string };
  readonly grown: number;
};
const restoreInChild = (file: string): Promise<Told> =>
  new Promise((resolve, reject) => {
    const child = fork(
      fileURLToPath(new URL('./restore-in-child.ts', import.meta.url)),
      [file, join(folder, 'new')],
      { stdio: 'ignore' },
    );
    child.once('message', (told) => resolve(told as Told));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('It ended without a word')));
  });

describe('a small archive that unpacks to more than memory should hold', () => {
  /** Mebibytes; each of these archives unpacks to more. */
  const mostGrown = 300;
  /** Ms: a gibibyte is made and read, on a machine that may be busy. */
  const patience = 180_000;
  test.each([
    [
      'a gibibyte of zero bytes as people',
      'people/2026-11.jsonl',
      '\0',
      1024,
      '“people/2026-11.jsonl”: lebih besar',
    ],
    [
      'lines as a journal',
      'journal/000001.jsonl',
      `{"seq":1,"x":"${'x'.repeat(200)}"}\n`,
      400,
      '“journal/000001.jsonl”: lebih besar',
    ],
    ['a file of no backup', 'huge', '\0', 400, '“huge”: bukan berkas'],
    ['its manifest', 'manifest.json', '\0', 400, '“manifest.json”: daftar isinya terlalu besar'],
  ])(
    'with %s is refused in little of it',
    async (_, name, line, mebibytes, said) => {
      const archive = await bombOf(name, line, mebibytes);
      expect(archive.length).toBeLessThan(10_000_000);
      await writeFile(join(folder, 'b.tar.gz'), archive);
      const { exit, report, grown } = await restoreInChild(join(folder, 'b.tar.gz'));
      expect({ exit, report }).toMatchObject({
        exit: 1,
        report: { why: 'damaged-backup', sentence: says(said) },
      });
      expect(grown).toBeLessThan(mostGrown);
      await nothingCame();
    },
    patience,
  );

  test(
    'with a slip, which nothing reads whole, comes back in little of it',
    async () => {
      await writeFile(
        join(folder, 'b.tar.gz'),
        await bombOf('slips/2026-11/7K3M-9QXA.pdf', '\0', 400),
      );
      const { exit, grown } = await restoreInChild(join(folder, 'b.tar.gz'));
      expect(exit).toBe(0);
      expect(grown).toBeLessThan(mostGrown);
    },
    patience,
  );
});
