import { describe, expect, test } from 'vitest';
import type { VisitCode } from '../../shared/base/ids.ts';
import { registerCsv } from '../../main/reports/register/register.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { makeMemoryFiles, type MemoryFiles } from '../adapters/memory-files.ts';
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

const name = 'Wakil Unik Sekali';
const guest = {
  ...guestBookA,
  name,
  company: 'CV Tanpa Jejak',
  phone: '0812 7777 6666',
  userId: 'JEJAK2026',
  tenderName: 'Paket Tanpa Jejak',
};
const words = [
  name,
  'CV Tanpa Jejak',
  '081277776666',
  'JEJAK2026',
  'Paket Tanpa Jejak',
  'Catatan tentang orang ini',
];
/** A slip on which the name can be read. */
const printer = {
  slipToPdf: async ({ name: of, company }: { readonly name: string; readonly company: string }) =>
    Buffer.from(`${of} ${company}`),
};

/** A visit that left notes and a slip, ended; another one stays. */
const visited = async (
  files: MemoryFiles = makeMemoryFiles(),
): Promise<{ readonly office: TestOffice; readonly code: VisitCode }> => {
  const office = await openReadyOffice({ files, printer });
  await checkIn(office, guestBookB);
  const code = await checkIn(office, guest);
  await office.slipsDone();
  await signIn(office, 'Meja layanan 1');
  await must(office.console('visit.note', { visit: code, text: 'Catatan tentang orang ini' }));
  await must(
    office.console('visit.close', {
      visit: code,
      outcome: 'left-early',
      reason: 'Pulang: Catatan tentang orang ini',
      cause: null,
    }),
  );
  return { office, code: code as VisitCode };
};
const tracesLeft = async (files: MemoryFiles): Promise<readonly string[]> =>
  (await Promise.all(words.map((word) => tracesOf(files, '/data', word)))).flat();
const request = (code: VisitCode) => ({
  visits: [code],
  samePerson: false,
  because: 'request' as const,
});

describe('an erasure', () => {
  test('leaves no trace in any file and any encoding; the journal verifies, counts stay, a destruction record is there', async () => {
    const { office, code } = await visited();
    const files = office.files as MemoryFiles;
    expect(await tracesLeft(files)).not.toEqual([]);
    const before = await must(
      office.console('reports.search-register', { month: '2026-11', text: '' }),
    );
    const erased = await must(office.keeping.erase(request(code)));
    expect(erased).toMatchObject({
      visits: [code],
      records: 3,
      untold: [],
      unknown: [],
      before: [],
    });
    expect(await tracesLeft(files)).toEqual([]);
    expect(await verify(files, '/data')).toMatchObject({ findings: [], erased: 3 });
    const after = await must(
      office.console('reports.search-register', { month: '2026-11', text: '' }),
    );
    expect(after).toHaveLength(before.length);
    expect(after.find((row) => row.code === code)).toMatchObject({
      erased: true,
      name: '',
      company: '',
      purpose: null,
      outcome: 'left-early',
    });
    expect(after.filter((row) => !row.erased)).toHaveLength(1);
    expect(files.textOf(`/data/${erased.destructionRecord}`)).toContain(`- ${code}`);
    expect(registerCsv(after, 'id').split('(data pribadi sudah dimusnahkan)')).toHaveLength(3);
    expect(registerCsv(after, 'en')).toContain('(personal data destroyed)');
    await office.close();
    expect(await tracesLeft(files)).toEqual([]);
    const later = await openOffice({ files });
    expect(later.state().erasures).toEqual({});
  });

  test('is done to its end when it was cut short at any call, and nothing else is lost', async () => {
    const rehearsal = await visited();
    const before = (rehearsal.office.files as MemoryFiles).calls.length;
    await must(rehearsal.office.keeping.erase(request(rehearsal.code)));
    const calls = (rehearsal.office.files as MemoryFiles).calls.length - before;
    expect(calls).toBeGreaterThan(10);
    for (let at = 0; at < calls; at += 1) {
      const files = makeMemoryFiles();
      const { office, code } = await visited(files);
      let left = at;
      files.onCall = () => {
        left -= 1;
        if (left < 0) throw new Error('the power is gone');
      };
      const result = await office.keeping.erase(request(code));
      files.onCall = () => undefined;
      files.cutPower();
      const later = await openOffice({ files, printer });
      const isDecided =
        Object.keys(later.state().erasures).length > 0 ||
        later.state().visits[code]?.erased === true;
      if (result.ok) expect(isDecided, `cut at call ${at}`).toBe(true);
      await later.keeping.resume();
      if (isDecided) expect(await tracesLeft(files), `cut at call ${at}`).toEqual([]);
      expect(later.state().erasures).toEqual({});
      expect(later.state().visits[code]?.number).toBe('A002');
      await later.close();
      expect(await verify(files, '/data'), `cut at call ${at}`).toMatchObject({ findings: [] });
      expect(await tracesOf(files, '/data', guestBookB.company)).not.toEqual([]);
    }
  });

  test('loses no check-in that comes meanwhile', async () => {
    const { office, code } = await visited();
    const erasing = office.keeping.erase(request(code));
    const codes = await Promise.all(Array.from({ length: 20 }, () => checkIn(office, guestBookB)));
    await must(erasing);
    await office.slipsDone();
    const later = await openOffice({ files: office.files });
    for (const each of codes) {
      const visit = later.state().visits[each as VisitCode];
      expect(visit && later.core.people.get(visit.guestBook)).toMatchObject({
        company: guestBookB.company,
      });
    }
    expect(await tracesLeft(office.files as MemoryFiles)).toEqual([]);
  });

  test('does not come back with the records that a failed flush writes again', async () => {
    const { office, code } = await visited();
    const files = office.files as MemoryFiles;
    await must(office.keeping.erase(request(code)));
    files.onCall = ({ call, path }) => {
      if (call === 'sync' && path.includes('people')) throw new Error('EIO');
    };
    expect(
      await office.kiosk('visit.check-in', {
        guestBook: guestBookB,
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    ).toMatchObject({ code: 'out-of-service' });
    files.onCall = () => undefined;
    expect(await office.recorder.recover()).toBe(true);
    await checkIn(office, guestBookB);
    expect(await files.list('/data/people')).toContain('2026-11.1.jsonl');
    expect(await tracesLeft(files)).toEqual([]);
  });

  test('of an open visit, of none and of an unknown one is refused', async () => {
    const { office, code } = await visited();
    const open = (await checkIn(office, guestBookB)) as VisitCode;
    expect(await office.keeping.erase(request(open))).toMatchObject({
      code: 'visit-open',
      details: { visit: open },
    });
    expect(await office.keeping.erase({ ...request(code), visits: [] })).toMatchObject({
      code: 'nothing-to-erase',
    });
    expect(await office.keeping.erase(request('ZZZZ-ZZZZ' as VisitCode))).toMatchObject({
      code: 'nothing-to-erase',
    });
    await must(office.keeping.erase(request(code)));
    expect(await office.keeping.erase(request(code))).toMatchObject({ code: 'nothing-to-erase' });
  });

  test('finds the other visits of the same person when asked', async () => {
    const { office, code } = await visited();
    await signIn(office, 'Meja layanan 1');
    const again = (await checkIn(office, {
      ...guest,
      company: 'CV Tanpa Jejak Baru',
    })) as VisitCode;
    await must(
      office.console('visit.close', {
        visit: again,
        outcome: 'left-early',
        reason: 'Sudah selesai.',
        cause: null,
      }),
    );
    const erased = await must(office.keeping.erase({ ...request(code), samePerson: true }));
    expect([...erased.visits].sort()).toEqual([code, again].sort());
    expect(await tracesLeft(office.files as MemoryFiles)).toEqual([]);
  });
});
