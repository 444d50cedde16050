import { describe, expect, test } from 'vitest';
import type { VisitCode } from '../../shared/base/ids.ts';
import {
  destructionRecordText,
  notReachedIn,
  type NotReached,
} from '../../shared/text/destruction-record.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../adapters/memory-files.ts';
import {
  checkIn,
  guestBookA,
  guestBookB,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../office.ts';
import { tracesOf } from './traces.ts';

/** Typed as what it stands for. */
const says = (text: string): string => expect.stringContaining(text) as string;

const day = 86_400_000;
const request = (code: VisitCode) => ({
  visits: [code],
  samePerson: false,
  because: 'request' as const,
});
const endedVisit = async (office: TestOffice, guest = guestBookB): Promise<VisitCode> => {
  const code = (await checkIn(office, guest)) as VisitCode;
  await office.slipsDone();
  await signIn(office, 'Meja layanan 1');
  await must(
    office.console('visit.close', {
      visit: code,
      outcome: 'left-early',
      reason: 'Sudah selesai.',
      cause: null,
    }),
  );
  return code;
};
/** An office that backs up daily to /backups, backed up by hand to /usb and /gone, and saved a register. */
const busyOffice = async (
  files: MemoryFiles = makeMemoryFiles(),
): Promise<{ readonly office: TestOffice; readonly code: VisitCode }> => {
  const office = await openReadyOffice({ files });
  for (const folder of ['backups', 'usb', 'gone'])
    await putContent(files, `/${folder}/other.txt`, '');
  const code = await endedVisit(office);
  await signIn(office, 'Koordinator');
  await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 30 }));
  await must(office.console('reports.export-register', { month: '2026-11', language: 'id' }));
  await must(office.keeping.backUpNow());
  for (const file of [
    '/backups/akhir-tahun.tar.gz',
    '/usb/pendamping-2026-11-23-1.tar.gz',
    '/usb/b.tar.gz',
    '/gone/b.tar.gz',
  ])
    await must(office.keeping.backUp(file, () => undefined));
  return { office, code };
};
const textOf = async (office: TestOffice, erasure: string): Promise<string> => {
  await signIn(office, 'Koordinator');
  return (await must(office.console('records.read-erasure', { erasure }))).text;
};

describe('a destruction record', () => {
  test('names every folder with backups that may hold the person, until when, and what was saved of registers', async () => {
    const { office, code } = await busyOffice();
    const files = office.files as MemoryFiles;
    files.onCall = ({ path }) => {
      if (path.startsWith('/gone')) throw new Error('EIO');
    };
    office.clock.advance(2 * day);
    const { erasure, untold } = await must(office.keeping.erase(request(code)));
    expect(untold).toEqual(['/gone']);
    const text = await textOf(office, erasure);
    // The last one of 23 November is gone with the backup of the day after its thirtieth.
    expect(notReachedIn(text, 'id')).toEqual([
      says(
        '/backups mungkin masih memuat data ini: paling lambat sampai 2026-12-24, selama program berjalan dan folder itu terjangkau',
      ),
      says(
        '/backups yang mungkin masih memuat data ini, sampai dihapus orang: akhir-tahun.tar.gz.',
      ),
      says(
        '/usb yang mungkin masih memuat data ini, sampai dihapus orang: b.tar.gz, pendamping-2026-11-23-1.tar.gz.',
      ),
      says('/gone: folder itu belum dapat diberi tahu'),
      says('/exports, sampai dihapus orang: register-2026-11.csv.'),
      says('tidak dikenal program'),
      says('perangkat penyimpanan'),
    ]);
    expect(notReachedIn(text, 'en')?.[0]).toContain('until 2026-12-24 at the latest');
    expect(notReachedIn(text, 'en')).toHaveLength(7);
  });

  test('of a folder no longer arranged says that people remove what is there', async () => {
    const { office, code } = await busyOffice();
    await must(office.console('records.arrange-backup', { folder: null, keepDays: 30 }));
    const { erasure } = await must(office.keeping.erase(request(code)));
    const lines = notReachedIn(await textOf(office, erasure), 'id') ?? [];
    expect(lines.filter((line) => line.includes('/backups'))).toEqual([
      says('sampai dihapus orang: akhir-tahun.tar.gz, pendamping-2026-11-23.tar.gz'),
    ]);
  });

  test('names a folder once that is written in two ways, and one whose path is damaged without it', async () => {
    const { office, code } = await busyOffice();
    const files = office.files as MemoryFiles;
    await must(office.console('records.arrange-backup', { folder: '/backups/', keepDays: 30 }));
    await must(office.keeping.backUp('/backups/../backups/c.tar.gz', () => undefined));
    await office.close();
    await putContent(
      files,
      '/data/people/2026-11.jsonl',
      files.textOf('/data/people/2026-11.jsonl').replace('"/usb"', '"/usc"'),
    );
    const later = await openOffice({ files });
    const { erasure, untold } = await must(later.keeping.erase(request(code)));
    expect(untold).toEqual(['?']);
    const lines = notReachedIn(await textOf(later, erasure), 'en') ?? [];
    expect(lines.filter((line) => line.includes('made by the program in /backups'))).toHaveLength(
      1,
    );
    expect(
      lines.filter((line) => line.includes('a folder whose path can no longer be read')),
    ).toHaveLength(1);
    // Nothing was written where no folder was named.
    expect(await files.list('')).not.toContain('pendamping-erasures.jsonl');
    expect(files.calls.filter(({ path }) => path.startsWith('pendamping'))).toEqual([]);
  });

  test('of an office without backups and registers says that none can be seen', async () => {
    const office = await openReadyOffice();
    const { erasure } = await must(office.keeping.erase(request(await endedVisit(office))));
    expect(notReachedIn(await textOf(office, erasure), 'en')).toEqual([
      says('Registers in /exports: none'),
      says('not known to the program'),
      says('beyond the program'),
    ]);
  });

  test('tells nothing about anyone, and reads back whatever folders are called', () => {
    const notReached: NotReached = {
      backups: [
        {
          folder: '/a\n  - b',
          isTold: true,
          until: '2026-12-24',
          byHand: Array.from({ length: 8 }, (_, at) => `${at}.tar.gz`),
        },
        { folder: '/leer', isTold: true, until: null, byHand: [] },
        { folder: '', isTold: false, until: null, byHand: [] },
      ],
      exports: null,
    };
    const text = destructionRecordText({
      id: 'a1',
      office: 'LPSE',
      date: '2026-11-23',
      because: 'retention',
      visits: ['7K3M-9QXA'],
      records: 3,
      notReached,
    });
    expect(notReachedIn(text, 'id')).toEqual([
      says('/a   - b mungkin'),
      says('0.tar.gz, 1.tar.gz, 2.tar.gz, 3.tar.gz, 4.tar.gz, dan 3 lagi'),
      says('tidak ada cadangan yang terlihat'),
      says('alamatnya tidak terbaca lagi'),
      says('tempatnya tidak diketahui'),
      says('tidak dikenal program'),
      says('perangkat penyimpanan'),
    ]);
    expect(notReachedIn(text, 'en')).toHaveLength(7);
    expect(notReachedIn('BERITA ACARA', 'id')).toBeNull();
    expect(notReachedIn(text.slice(0, text.indexOf('/leer')), 'id')).toHaveLength(3);
  });
});

describe('the list of destruction records', () => {
  test('has the latest first, still after a restart, and each can be read in full', async () => {
    const files = makeMemoryFiles();
    const { office, code } = await busyOffice(files);
    const other = await endedVisit(office, guestBookA);
    const first = await must(office.keeping.erase(request(code)));
    office.clock.advance(day);
    const second = await must(office.keeping.erase({ ...request(other), because: 'retention' }));
    await office.close();
    const later = await openOffice({ files, clock: office.clock });
    await signIn(later, 'Koordinator');
    expect(later.view().erasures).toEqual({ done: 2, underWay: 0 });
    const { erasures, more } = await must(
      later.console('records.list-erasures', { language: 'en' }),
    );
    expect(more).toBe(0);
    expect(erasures).toMatchObject([
      {
        erasure: second.erasure,
        told: { because: 'retention', visits: 1, records: second.records },
        done: true,
        hasText: true,
      },
      {
        erasure: first.erasure,
        told: {
          at: office.clock.now().at - day,
          because: 'request',
          visits: 1,
          records: first.records,
        },
        done: true,
        hasText: true,
      },
    ]);
    expect(erasures[0]?.notReached?.[0]).toContain('/backups');
    expect(await must(later.console('records.read-erasure', { erasure: first.erasure }))).toEqual({
      text: files.textOf(`/data/${first.destructionRecord}`),
    });
    expect(await tracesOf(files, '/data/erasures', guestBookB.company)).toEqual([]);
  });

  test('marks what has lost its text, what the journal does not know, and what is not finished', async () => {
    const { office, code } = await busyOffice();
    const files = office.files as MemoryFiles;
    const { erasure, destructionRecord } = await must(office.keeping.erase(request(code)));
    await files.remove(`/data/${destructionRecord}`);
    await putContent(files, '/data/erasures/abc123.txt', 'BERITA ACARA PEMUSNAHAN DATA PRIBADI');
    await putContent(files, '/data/erasures/surat.docx', 'a letter');
    const other = await endedVisit(office, guestBookA);
    files.onCall = ({ path }) => {
      if (path.includes('/erasures/')) throw new Error('EIO');
    };
    expect(await office.keeping.erase(request(other))).toMatchObject({ code: 'erasure-failed' });
    files.onCall = () => undefined;
    await signIn(office, 'Koordinator');
    expect(office.view().erasures).toEqual({ done: 1, underWay: 1 });
    const { erasures } = await must(office.console('records.list-erasures', { language: 'id' }));
    expect(erasures).toMatchObject([
      { told: { visits: 1 }, done: false, hasText: false, notReached: null },
      { erasure: 'abc123', told: null, done: true, hasText: true, notReached: null },
      { erasure, told: { visits: 1 }, done: true, hasText: false, notReached: null },
    ]);
    expect(await office.console('records.read-erasure', { erasure })).toMatchObject({
      code: 'destruction-record-gone',
    });
    await office.keeping.resume();
    expect(office.view().erasures).toEqual({ done: 2, underWay: 0 });
  });

  test('shows a hundred and counts the rest', async () => {
    const office = await openReadyOffice();
    for (let at = 0; at < 103; at += 1)
      await putContent(office.files as MemoryFiles, `/data/erasures/${at}.txt`, '');
    await signIn(office, 'Koordinator');
    const { erasures, more } = await must(
      office.console('records.list-erasures', { language: 'id' }),
    );
    expect([erasures.length, more]).toEqual([100, 3]);
  });

  test('is for those who answer for the records, and no way into other files', async () => {
    const { office } = await busyOffice();
    for (const erasure of ['../people/2026-11', 'a/b', '', 'x.txt'])
      expect(await office.console('records.read-erasure', { erasure })).toMatchObject({
        code: 'malformed',
      });
    await signIn(office, 'Meja layanan 1');
    expect(await office.console('records.list-erasures', { language: 'id' })).toMatchObject({
      code: 'not-your-role',
    });
    expect(await office.console('records.read-erasure', { erasure: 'a1' })).toMatchObject({
      code: 'not-your-role',
    });
    expect(office.view().erasures).toBeNull();
    await must(office.console('staff.sign-out', {}));
    expect(await office.console('records.list-erasures', { language: 'id' })).toMatchObject({
      code: 'not-signed-in',
    });
    expect(office.view().erasures).toBeNull();
  });
});

test('a slip that was being printed while its visit was erased is not kept', async () => {
  const files = makeMemoryFiles();
  let print = (): void => undefined;
  const printed = new Promise<Uint8Array>((resolve) => {
    print = () => resolve(Buffer.from(guestBookB.company));
  });
  const office = await openReadyOffice({ files, printer: { slipToPdf: () => printed } });
  const code = (await checkIn(office, guestBookB)) as VisitCode;
  await signIn(office, 'Meja layanan 1');
  await must(
    office.console('visit.close', {
      visit: code,
      outcome: 'left-early',
      reason: 'Sudah selesai.',
      cause: null,
    }),
  );
  await must(office.keeping.erase(request(code)));
  print();
  await office.slipsDone();
  expect(await tracesOf(files, '/data', guestBookB.company)).toEqual([]);
});
