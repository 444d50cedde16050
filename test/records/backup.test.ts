import { describe, expect, test } from 'vitest';
import { checkBackup } from '../../main/storage/backup/backup-format.ts';
import { backUpNow } from '../../main/records/backup.ts';
import { DamagedBackup } from '../../main/storage/backup/damaged-backup.ts';
import { chunksOf, makeBackup } from '../../main/storage/backup/make-backup.ts';
import { restoreBackup } from '../../main/storage/backup/restore-backup.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import type { PersonId } from '../../shared/base/ids.ts';
import { visitCodeOf } from '../../shared/base/visit-code.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../adapters/memory-files.ts';
import {
  checkIn,
  guestBookA,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../office.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';

const day = 86_400_000;
const codeIn = (office: TestOffice, ordinal: number) =>
  visitCodeOf(ordinal, office.state().journal?.id ?? null);
const signedIn = async (files: MemoryFiles = makeMemoryFiles()): Promise<TestOffice> => {
  const office = await openReadyOffice({ files });
  // A folder is there when something is in it.
  await (await files.create('/backups/other.txt')).close();
  await signIn(office, 'Koordinator');
  return office;
};
const backups = async (office: TestOffice): Promise<readonly string[]> =>
  (await office.files.list('/backups')).filter((name) => name.endsWith('.tar.gz'));
const nextDay = async (office: TestOffice): Promise<void> => {
  office.clock.advance(day);
  await office.keeping.backUpDaily();
};

describe('the daily backup', () => {
  test('is made once a day, whole, and kept as long as was arranged', async () => {
    const office = await signedIn();
    expect(office.view().backup).toEqual({
      folder: null,
      keepDays: 30,
      lastMade: null,
      lastFailed: null,
    });
    await office.keeping.backUpDaily();
    expect(await backups(office)).toEqual([]);
    await must(office.console('records.arrange-backup', { folder: ' /backups ', keepDays: 2 }));
    await office.keeping.backUpDaily();
    await office.keeping.backUpDaily();
    expect(await backups(office)).toEqual(['pendamping-2026-11-23.tar.gz']);
    const manifest = await checkBackup(
      chunksOf(office.files, '/backups/pendamping-2026-11-23.tar.gz'),
    );
    expect(manifest.files.map(({ name }) => name)).toEqual([
      'journal/000001.jsonl',
      'people/2026-11.jsonl',
    ]);
    await signIn(office, 'Koordinator');
    expect(office.view().backup).toMatchObject({
      folder: '/backups',
      keepDays: 2,
      lastFailed: null,
    });
    expect(office.view().backup?.lastMade).toBe(office.clock.now().at);
    for (let days = 0; days < 4; days += 1) await nextDay(office);
    expect(await backups(office)).toEqual([
      'pendamping-2026-11-25.tar.gz',
      'pendamping-2026-11-26.tar.gz',
      'pendamping-2026-11-27.tar.gz',
    ]);
    expect(await office.files.list('/backups')).toContain('other.txt');
  });

  test('that fails is shown, tried again in an hour, and shown no longer when it is made', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 30 }));
    files.onCall = ({ path }) => {
      if (path.startsWith('/backups')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    await office.keeping.backUpDaily();
    expect(office.view().backup?.lastFailed).toBe(office.clock.now().at);
    expect(office.kioskView().service).toBe('open');
    files.onCall = () => undefined;
    await office.keeping.backUpDaily();
    expect(await backups(office)).toEqual([]);
    office.minutes(61);
    await office.keeping.backUpDaily();
    expect(await backups(office)).toHaveLength(1);
    await signIn(office, 'Koordinator');
    expect(office.view().backup?.lastFailed).toBeNull();
    expect((await files.list('/backups')).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('that failed is forgotten once it is arranged anew, and tried at once', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 30 }));
    files.onCall = ({ path }) => {
      if (path.startsWith('/backups')) throw new Error('EIO');
    };
    await office.keeping.backUpDaily();
    expect(office.view().backup?.lastFailed).not.toBeNull();
    files.onCall = () => undefined;
    await (await files.create('/elsewhere/other.txt')).close();
    await must(office.console('records.arrange-backup', { folder: '/elsewhere', keepDays: 30 }));
    expect(office.view().backup?.lastFailed).toBeNull();
    await office.keeping.backUpDaily();
    expect(await files.list('/elsewhere')).toContain('pendamping-2026-11-23.tar.gz');
  });

  test('whose folder can no longer be read is a failure like any other, told once an hour', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 30 }));
    await office.close();
    const people = '/data/people/2026-11.jsonl';
    const text = files.textOf(people).replace('"/backups"', '"/backupz"');
    await putContent(files, people, text);
    const later = await openOffice({
      files,
      clock: makeSimulatedClock(Date.parse('2026-11-24T02:00:00Z')),
    });
    await later.keeping.backUpDaily();
    expect(later.state().backup.lastFailed).toBe(later.clock.now().at);
    const { seq } = later.state();
    await later.keeping.backUpDaily();
    expect(later.state().seq).toBe(seq);
  });

  test('asked for now is made beside the day’s; without a folder it is refused', async () => {
    const office = await signedIn();
    expect(await office.console('records.make-backup', {})).toMatchObject({
      code: 'folder-not-found',
    });
    await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 30 }));
    await must(office.console('records.make-backup', {}));
    await checkIn(office, guestBookA);
    const { file } = await must(office.console('records.make-backup', {}));
    expect(file).toMatch(/^\/backups\/pendamping-2026-11-23-\d+\.tar\.gz$/);
    expect(await backups(office)).toHaveLength(2);
    await must(office.console('records.arrange-backup', { folder: null, keepDays: 30 }));
    expect(office.view().backup?.folder).toBeNull();
  });

  test('made in the middle of check-ins holds nothing that came behind its last line, and comes back whole', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    await checkIn(office, guestBookA);
    const { lastOrdinal, journal } = office.state();
    const until = office.core.head();
    // Behind the line up to which it is made, before it is made.
    await Promise.all(Array.from({ length: 5 }, () => checkIn(office, guestBookA)));
    await office.slipsDone();
    await makeBackup(
      files,
      { dataFolder: '/data', until, lastOrdinal, journal, file: '/backups/b.tar.gz', at: 0 },
      () => undefined,
    );
    await restoreBackup(
      files,
      { file: '/backups/b.tar.gz', dataFolder: '/restored', erasures: [] },
      () => undefined,
    );
    expect(await verify(files, '/restored', { head: until })).toMatchObject({
      findings: [],
      head: { seq: until.seq },
    });
    expect(await files.list('/restored/slips/2026-11')).toHaveLength(1);
    const later = await openOffice({ files, folder: '/restored' });
    expect(later.state().lastOrdinal).toBe(1);
    expect(await checkIn(later, guestBookA)).toBe(visitCodeOf(2, journal?.id ?? null));
  });

  test('asked for while visitors check in all the time comes back whole each time', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    for (let round = 0; round < 5; round += 1) {
      const visitors = Promise.all(Array.from({ length: 10 }, () => checkIn(office, guestBookA)));
      const made = await must(office.keeping.backUp(`/backups/${round}.tar.gz`, () => undefined));
      await visitors;
      await restoreBackup(
        files,
        { file: made.file, dataFolder: `/restored-${round}`, erasures: [] },
        () => undefined,
      );
      expect(
        await verify(files, `/restored-${round}`, { head: made.head }),
        `round ${round}`,
      ).toMatchObject({ findings: [] });
    }
  });

  test('leaves out what somebody else put into the folder', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    await checkIn(office, guestBookA);
    await office.slipsDone();
    for (const name of [
      'people/2026-11 - Copy.jsonl',
      'slips/desktop.ini',
      'slips/lama/x.pdf',
      'slips/2026-11/foto kunjungan.pdf',
    ])
      await putContent(files, `/data/${name}`, 'x');
    const made = await must(office.keeping.backUp('/backups/b.tar.gz', () => undefined));
    const { files: names } = await checkBackup(chunksOf(files, made.file));
    expect(names.map(({ name }) => name)).toEqual([
      'journal/000001.jsonl',
      'people/2026-11.jsonl',
      `slips/2026-11/${codeIn(office, 1)}.pdf`,
    ]);
  });

  test('is laid out again byte for byte, in pieces of any size, and not at all when it changes meanwhile', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    for (let visits = 0; visits < 60; visits += 1) await checkIn(office, guestBookA);
    await office.slipsDone();
    const [journal, people] = ['journal/000001.jsonl', 'people/2026-11.jsonl'].map(
      (name) => [`/restored/${name}`, files.textOf(`/data/${name}`)] as const,
    );
    const lines = (people?.[1] ?? '').split('\n');
    const gone = /"id":"([^"]+)"/.exec(lines[3] ?? '')?.[1] as PersonId;
    const { file } = await must(office.keeping.backUp('/backups/b.tar.gz', () => undefined));
    const erasures = [
      {
        erasure: 'e',
        at: 0,
        because: 'request' as const,
        visits: [codeIn(office, 7)],
        records: [{ id: gone, file: '2026-11' }],
      },
    ];
    await restoreBackup(files, { file, dataFolder: '/restored', erasures }, () => undefined);
    expect(files.textOf(journal?.[0] ?? '')).toBe(journal?.[1]);
    expect(files.textOf(people?.[0] ?? '')).toBe(
      lines.filter((line) => !line.includes(gone)).join('\n'),
    );
    expect(await files.list('/restored/slips/2026-11')).not.toContain(`${codeIn(office, 7)}.pdf`);
    // Another backup takes its place between being checked and being laid out.
    await must(office.keeping.backUp('/backups/c.tar.gz', () => undefined));
    const other = (await files.read('/backups/c.tar.gz')) ?? Buffer.alloc(0);
    const changing = {
      ...files,
      removeFolder: async (path: string) => {
        await putContent(files, file, other);
        await files.removeFolder(path);
      },
    };
    await expect(
      restoreBackup(changing, { file, dataFolder: '/again', erasures: [] }, () => undefined),
    ).rejects.toThrow(DamagedBackup);
    for (const folder of ['/again', '/again.restoring'])
      expect(await files.list(folder)).toEqual([]);
  });

  test('removes what was made by hand with a name of ours too, never the one just made, and nothing while the clock is in doubt', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 2 }));
    const old = [
      'pendamping-2026-11-20.tar.gz',
      'pendamping-2026-11-20-1763600000000.tar.gz',
      'pendamping-2026-11-19-1763500000000.tar.gz',
      'pendamping-2026-11-01.tar.gz',
    ];
    for (const name of [...old, 'pendamping-2026-11-23.tar.gz', 'akhir-tahun.tar.gz'])
      await putContent(files, `/backups/${name}`, 'a backup');
    const parts = {
      core: office.core,
      files,
      dataFolder: '/data',
      make: (
        ...work: Parameters<typeof makeBackup> extends [unknown, ...infer Rest] ? Rest : never
      ) => makeBackup(files, ...work),
    };
    const first = await must(backUpNow(parts, () => false));
    expect(await backups(office)).toHaveLength(7);
    expect(first.file).toMatch(/-2026-11-23-\d+\.tar\.gz$/);
    office.clock.advance(1_000);
    const { file } = await must(backUpNow(parts));
    expect((await backups(office)).map((name) => `/backups/${name}`)).toEqual(
      [
        '/backups/akhir-tahun.tar.gz',
        first.file,
        file,
        '/backups/pendamping-2026-11-23.tar.gz',
      ].sort(),
    );
  });

  test('asks whoever knows about the clock before it removes anything', async () => {
    const office = await signedIn();
    await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 2 }));
    const asked: number[] = [];
    await must(
      backUpNow(
        {
          core: office.core,
          files: office.files,
          dataFolder: '/data',
          make: (work, progress) => makeBackup(office.files, work, progress),
        },
        ({ seq }) => asked.push(seq) > 0,
      ),
    );
    expect(asked).toEqual([office.state().seq]);
  });

  test('is told of before by its days where the program will remove it by itself, and nowhere else', async () => {
    const office = await signedIn();
    const ours = '/backups/pendamping-2026-11-23-1.tar.gz';
    expect(office.keeping.keptDaysOf(ours)).toBeNull();
    await must(office.console('records.arrange-backup', { folder: '/backups/', keepDays: 9 }));
    expect(office.keeping.keptDaysOf(ours)).toBe(9);
    for (const other of [
      '/backups/b.tar.gz',
      '/backups/x/pendamping-2026-11-23-1.tar.gz',
      '/usb/pendamping-2026-11-23-1.tar.gz',
    ])
      expect(office.keeping.keptDaysOf(other), other).toBeNull();
    expect(await must(office.keeping.backUp(ours, () => undefined))).toMatchObject({ keptDays: 9 });
    expect(await must(office.keeping.backUp('/backups/b.tar.gz', () => undefined))).toMatchObject({
      keptDays: null,
    });
  });

  test('goes to a folder that can be written to only, for a number of days that makes sense, by whoever may', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    for (const keepDays of [0, 3_651, 1.5])
      expect(await office.keeping.arrange({ kind: 'system' }, '/backups', keepDays)).toMatchObject({
        code: 'keep-days-malformed',
      });
    expect(
      await office.console('records.arrange-backup', { folder: 'backups', keepDays: 3 }),
    ).toMatchObject({ code: 'folder-not-found' });
    for (const folder of ['/data', '/data/people', '/data/../data/x'])
      expect(await office.console('records.arrange-backup', { folder, keepDays: 3 })).toMatchObject(
        { code: 'backup-inside-data' },
      );
    expect(await office.keeping.backUp('/data/b.tar.gz', () => undefined)).toMatchObject({
      code: 'backup-inside-data',
    });
    files.onCall = ({ path }) => {
      if (path.startsWith('/backups')) throw new Error('EROFS');
    };
    expect(
      await office.console('records.arrange-backup', { folder: '/backups', keepDays: 3 }),
    ).toMatchObject({ code: 'folder-not-found' });
    files.onCall = () => undefined;
    await must(office.console('staff.sign-out', {}));
    expect(await office.console('records.make-backup', {})).toMatchObject({
      code: 'not-signed-in',
    });
    await signIn(office, 'Meja layanan 1');
    for (const message of ['records.make-backup', 'records.choose-folder'] as const)
      expect(await office.console(message, {})).toMatchObject({ code: 'not-your-role' });
    expect(
      await office.console('records.arrange-backup', { folder: '/backups', keepDays: 3 }),
    ).toMatchObject({ code: 'not-your-role' });
    expect(office.view().backup).toBeNull();
  });

  test('is arranged still after a restart, in whichever month', async () => {
    const files = makeMemoryFiles();
    const office = await signedIn(files);
    await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 5 }));
    await office.close();
    const later = await openOffice({
      files,
      clock: makeSimulatedClock(Date.parse('2027-02-01T02:00:00Z')),
    });
    await later.keeping.backUpDaily();
    expect(await backups(later)).toEqual(['pendamping-2027-02-01.tar.gz']);
  });
});
