import { describe, expect, test } from 'vitest';
import type { VisitCode } from '../../../shared/base/ids.ts';
import { sweepExports } from '../../../main/storage/backup/leftovers.ts';
import { restoreBackup } from '../../../main/storage/backup/restore-backup.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../../adapters/memory-files.ts';
import {
  checkIn,
  guestBookB,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../../office.ts';
import { everyFile } from '../../records/traces.ts';

const put = async (files: MemoryFiles, ...paths: readonly string[]): Promise<void> => {
  for (const path of paths) await putContent(files, path, 'half a name');
};
const halves = async (files: MemoryFiles): Promise<readonly string[]> => {
  const folders = (await files.list('')).map((name) => `/${name}`);
  const all = await Promise.all(folders.map((folder) => everyFile(files, folder)));
  return all
    .flatMap((found) => [...found])
    .flatMap(([path, bytes]) => (bytes.includes('half a name') ? [path] : []))
    .sort();
};
/** An office that backs up to /backups, opened again after its program was killed. */
const killedOffice = async (files: MemoryFiles): Promise<TestOffice> => {
  const office = await openReadyOffice({ files });
  await put(files, '/backups/other.txt');
  await signIn(office, 'Koordinator');
  await must(office.console('records.arrange-backup', { folder: '/backups', keepDays: 30 }));
  return office;
};

describe('what a killed program left half done', () => {
  test('is taken away where somebody writes at once, everywhere else after the start', async () => {
    const files = makeMemoryFiles();
    await killedOffice(files);
    const recent = [
      '/data/checkpoint.json.new',
      '/data/people/2026-11.jsonl.new',
      '/data/slips/2026-10/AAAA-AAAA.pdf.new',
      '/data/slips/2026-11/AAAB-AAAA.pdf.new',
    ];
    const old = [
      '/data/slips/2016-01/AAAA-AAAA.pdf.new',
      '/data/slips/2019-07/AAAC-AAAA.pdf.new',
      '/data/erasures/a1.txt.new',
      '/data.restoring/journal/000001.jsonl',
      '/data.restoring/people/2026-11.jsonl',
      '/backups/pendamping-2026-11-22.tar.gz.new',
      '/backups/pendamping-2026-11-22-5.tar.gz.new',
      '/backups/pendamping-erasures.jsonl.new',
    ];
    const others = [
      '/backups/other.txt',
      '/backups/other.tar.gz.new',
      '/data/slips/2016-01/AAAA-AAAA.pdf',
      '/data.restored/journal/000001.jsonl',
    ];
    await put(files, ...recent, ...old, ...others);
    const office = await openOffice({ files });
    expect(await halves(files)).toEqual([...old, ...others].sort());
    await office.keeping.sweep();
    expect(await halves(files)).toEqual([...others].sort());
  });

  test('stays where it is not ours: beside the data folder only a restore’s own folders go', async () => {
    const files = makeMemoryFiles();
    const office = await killedOffice(files);
    const theirs = ['/data.restoring/journal/000001.jsonl', '/data.restoring/surat.docx'];
    await put(files, ...theirs);
    await office.keeping.sweep();
    expect(await halves(files)).toEqual(['/backups/other.txt', ...theirs].sort());
  });

  test('is no slip that is being made meanwhile', async () => {
    const files = makeMemoryFiles();
    const never = new Promise<never>(() => undefined);
    const office = await openReadyOffice({ files, printer: { slipToPdf: () => never } });
    const code = await checkIn(office);
    // Whatever month its folder has, and whatever other months there are.
    const own = `/data/slips/2026-11/${code}.pdf.new`;
    await put(
      files,
      own,
      '/data/slips/2066-01/AAAA-AAAA.pdf.new',
      '/data/slips/2066-02/AAAA-AAAA.pdf.new',
    );
    await office.keeping.sweep();
    expect(await halves(files)).toEqual([own]);
  });

  test('is taken away in the other places when one cannot be swept, and that is reported', async () => {
    const files = makeMemoryFiles();
    const office = await killedOffice(files);
    await put(
      files,
      '/data/slips/2016-01/AAAA-AAAA.pdf.new',
      '/data/erasures/a1.txt.new',
      '/data.restoring/slips/x.pdf',
    );
    files.onCall = ({ call, path }) => {
      if (call === 'remove' && path.includes('erasures')) throw new Error('EACCES');
    };
    await expect(office.keeping.sweep()).rejects.toThrow('EACCES');
    expect(await halves(files)).toEqual(['/backups/other.txt', '/data/erasures/a1.txt.new']);
  });

  test('waits until a backup that is being made has its name', async () => {
    const files = makeMemoryFiles();
    const office = await killedOffice(files);
    const making = office.keeping.backUpNow();
    await office.keeping.sweep();
    const made = await must(making);
    expect(await files.list('/backups')).toEqual([
      'other.txt',
      made.file.slice('/backups/'.length),
    ]);
  });

  test('beside backups goes when another is made there by hand', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    await put(files, '/usb/pendamping-2026-11-22-5.tar.gz.new', '/usb/other.new');
    await must(office.keeping.backUp('/usb/b.tar.gz', () => undefined));
    expect(await files.list('/usb')).toEqual(['b.tar.gz', 'other.new']);
  });

  test('of registers goes from where they are saved, and nothing else does', async () => {
    const files = makeMemoryFiles();
    await put(
      files,
      '/exports/register-2026-11.csv.new',
      '/exports/register-2026-11.csv',
      '/exports/register.new',
      '/exports/catatan.new',
    );
    await sweepExports(files, '/exports');
    expect(await files.list('/exports')).toEqual([
      'catatan.new',
      'register-2026-11.csv',
      'register.new',
    ]);
    await sweepExports(files, '/none');
  });

  test('beside a backup does not stop the next one when it cannot be taken away', async () => {
    const files = makeMemoryFiles();
    const office = await killedOffice(files);
    await put(files, '/backups/pendamping-2026-11-22.tar.gz.new');
    files.onCall = ({ call, path }) => {
      if (call === 'remove' && path.includes('2026-11-22')) throw new Error('EACCES');
    };
    expect(await office.keeping.backUpNow()).toMatchObject({ ok: true });
  });
});

describe('an erasure', () => {
  test('takes half-made slips of its visits away in every month', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const code = (await checkIn(office, guestBookB)) as VisitCode;
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
    await put(
      files,
      `/data/slips/2016-01/${code}.pdf.new`,
      `/data/slips/2026-11/${code}.pdf.new`,
      '/data/slips/2016-01/AAAA-AAAA.pdf.new',
    );
    await must(office.keeping.erase({ visits: [code], samePerson: false, because: 'request' }));
    expect(await halves(files)).toEqual(['/data/slips/2016-01/AAAA-AAAA.pdf.new']);
  });
});

describe('a restore', () => {
  test('that is stopped or fails leaves nothing beside', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    await checkIn(office);
    await office.slipsDone();
    await must(office.keeping.backUp('/usb/b.tar.gz', () => undefined));
    const restoring = (stop: number) =>
      restoreBackup(
        files,
        { file: '/usb/b.tar.gz', dataFolder: '/new', erasures: [] },
        (done, total) => {
          if (total > 0 && done === stop) throw new Error('stopped');
        },
      );
    for (const stop of [1, 2, 3]) await expect(restoring(stop)).rejects.toThrow('stopped');
    expect(await files.list('/new.restoring')).toEqual([]);
    await restoring(-1);
    expect(await files.list('/new')).toEqual(['journal', 'people', 'slips']);
  });
});
