import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { runRecords } from '../../main/command-line/run-records.ts';
import { checkBackup } from '../../main/storage/backup/backup-format.ts';
import { chunksOf } from '../../main/storage/backup/make-backup.ts';
import { encodeLine } from '../../main/storage/journal/hashed-line.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { checkIn, guestBookB, monday, must, openOffice, openReadyOffice } from '../office.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-branch-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);

const records = async (...words: readonly string[]) => {
  let out = '';
  await runRecords([...words, '--json'], {
    files: nodeFiles,
    clock: makeSimulatedClock(monday + 3_600_000),
    version: 'test',
    workingFolder: folder,
    beside: null,
    print: (text) => {
      out += text;
    },
    tell: () => undefined,
    isCancelled: () => false,
  });
  return JSON.parse(out) as Readonly<Record<string, unknown>>;
};
const restoreTo = (name: string) =>
  records('restore', 'b.tar.gz', '--data', name, '--without-erasures');
const openAt = (name: string, hours: number) =>
  openOffice({
    files: nodeFiles,
    folder: at(name),
    clock: makeSimulatedClock(monday + hours * 3_600_000),
  });
/** An office with a visit and a backup, closed. @returns its journal's name */
const backedUpOffice = async () => {
  const office = await openReadyOffice({ files: nodeFiles, folder: at('original') });
  await checkIn(office, guestBookB);
  await office.slipsDone();
  await must(office.keeping.backUp(at('b.tar.gz'), () => undefined));
  const { journal } = office.state();
  await office.close();
  return journal;
};
/** A day goes on in a folder: two visits, the second in the next month. */
const goOn = async (name: string, hours: number) => {
  const office = await openAt(name, hours);
  await checkIn(office, guestBookB);
  await office.slipsDone();
  await office.close();
  const later = await openAt(name, hours + 24 * 10);
  await checkIn(later, guestBookB);
  await later.slipsDone();
  await later.close();
};
const headersOf = async (name: string) =>
  Promise.all(
    (await readdir(at(`${name}/journal`))).sort().map(async (segment) => {
      const text = await readFile(at(`${name}/journal/${segment}`), 'utf8');
      const { id, branch, reason } = JSON.parse(text.split('\n')[0] ?? '') as Readonly<
        Record<string, unknown>
      >;
      return { id, branch, reason };
    }),
  );

test('a backup tells in its manifest of which journal and branch it is', async () => {
  const journal = await backedUpOffice();
  expect(await checkBackup(chunksOf(nodeFiles, at('b.tar.gz')))).toMatchObject({
    format: 2,
    journal,
  });
});

test('a restore keeps the journal’s id and begins a branch; original and copy both go on, and are told apart', async () => {
  const original = await backedUpOffice();
  const restored = await restoreTo('copy');
  expect(restored).toMatchObject({ exit: 0, state: 'done', journal: { id: original?.id } });
  const { journal } = restored as { readonly journal: NonNullable<typeof original> };
  expect(journal.branch).toMatch(/^[0-9a-f]{32}$/);
  expect(journal.branch).not.toBe(original?.branch);
  // It is there before anybody has used the folder, and is begun once.
  expect(await headersOf('copy')).toEqual([
    { ...original, reason: 'first' },
    { ...journal, reason: 'restored' },
  ]);
  await goOn('original', 2);
  await goOn('copy', 3);
  for (const [name, own] of [
    ['original', original],
    ['copy', journal],
  ] as const) {
    expect(await records('verify', '--data', name)).toMatchObject({
      exit: 0,
      state: 'whole',
      journal: own,
      findings: [],
    });
    expect((await headersOf(name)).at(-1)).toEqual({ ...own, reason: 'month' });
    const again = await openAt(name, 24 * 11);
    expect(again.state().journal).toEqual(own);
    await again.close();
  }
  // Another restore of the same backup is another branch again.
  const third = await restoreTo('third');
  expect(third['journal']).toMatchObject({ id: original?.id });
  expect(third['journal']).not.toMatchObject({ branch: journal.branch });
});

test('a segment of the original among those of its copy is found', async () => {
  await backedUpOffice();
  await restoreTo('copy');
  await goOn('original', 2);
  await goOn('copy', 3);
  const last = (await readdir(at('copy/journal'))).sort().at(-1) ?? '';
  const theirs = (await readdir(at('original/journal'))).sort().at(-1) ?? '';
  const text = await readFile(at(`original/journal/${theirs}`), 'utf8');
  await cp(at('copy'), at('mixed'), { recursive: true });
  // The original’s, whose number is another, and one whose number fits.
  await cp(at(`original/journal/${theirs}`), at(`mixed/journal/${last}`));
  const found = await verify(nodeFiles, at('mixed'));
  expect(found.findings.length).toBeGreaterThan(0);
  const [header = '', ...lines] = text.split('\n');
  const { hash: _, ...fields } = JSON.parse(header) as Readonly<Record<string, unknown>>;
  await writeFile(
    at(`mixed/journal/${last}`),
    encodeLine({ ...fields, segment: Number(last.slice(0, 6)) }).line + lines.join('\n'),
  );
  expect((await verify(nodeFiles, at('mixed'))).findings).toContainEqual({
    kind: 'foreign',
    place: `journal/${last}:1`,
    visit: null,
  });
});

test('a restore that is cut short leaves no branch begun, and none of its folder', async () => {
  await backedUpOffice();
  const stopped = {
    ...nodeFiles,
    rename: async (from: string, to: string) => {
      if (to === at('copy')) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      await nodeFiles.rename(from, to);
    },
  };
  await runRecords(['restore', 'b.tar.gz', '--data', 'copy', '--without-erasures', '--json'], {
    files: stopped,
    clock: makeSimulatedClock(monday),
    version: 'test',
    workingFolder: folder,
    beside: null,
    print: () => undefined,
    tell: () => undefined,
    isCancelled: () => false,
  });
  expect((await readdir(folder)).filter((name) => name.startsWith('copy'))).toEqual([]);
});
