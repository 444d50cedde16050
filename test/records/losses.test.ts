import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../adapters/memory-files.ts';
import {
  checkIn,
  guestBookB,
  monday,
  openOffice,
  openReadyOffice,
  pins,
  type TestOffice,
} from '../office.ts';

const first = '/data/journal/000001.jsonl';
const later = (minutes: number) => makeSimulatedClock(monday + minutes * 60_000);
const start = (files: MemoryFiles, minutes: number): Promise<TestOffice> =>
  openOffice({ files, clock: later(minutes) });
const kindsOf = (findings: readonly { readonly kind: string }[]): readonly string[] => [
  ...new Set(findings.map(({ kind }) => kind)),
];
const damageIn = async (files: MemoryFiles) =>
  kindsOf((await verify(files, '/data')).findings).filter((kind) => kind !== 'torn');
const numberOf = (office: TestOffice, code: string) =>
  office.view().visits.find((visit) => visit.code === code)?.number ??
  office.state().visits[code as never]?.number;

/** A day of three visitors that ended well, or did not. */
const threeVisitors = async (
  isClean: boolean,
): Promise<{ readonly files: MemoryFiles; readonly codes: readonly string[] }> => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const codes: string[] = [];
  for (let count = 0; count < 3; count += 1) codes.push(await checkIn(office, guestBookB));
  await office.slipsDone();
  await office.recorder.settled();
  if (isClean) await office.close();
  return { files, codes };
};

/** Everybody who comes after a loss is kept: by each later start, and with a number and code that nobody had before. */
const goesOn = async (
  files: MemoryFiles,
  codes: readonly string[],
  numbers: readonly string[],
): Promise<void> => {
  const known = new Set([...codes, ...numbers]);
  const kept: string[] = [];
  for (let day = 1; day <= 3; day += 1) {
    const office = await start(files, 10 * day);
    for (const code of kept) expect(office.state().visits[code as never], code).toBeDefined();
    for (let count = 0; count < 2; count += 1) {
      const code = await checkIn(office, guestBookB);
      const number = numberOf(office, code) ?? '';
      expect(known.has(code) || known.has(number), `${code} ${number}`).toBe(false);
      known.add(code).add(number);
      kept.push(code);
    }
    await office.slipsDone();
    if (day === 1) await office.close();
  }
};

describe.each([
  [true, 'a clean end'],
  [false, 'a kill'],
] as const)('%s: behind %s', (isClean, _name) => {
  test('twenty lines of garbage use up twenty numbers, and nobody who comes then is lost', async () => {
    const { files, codes } = await threeVisitors(isClean);
    await putContent(
      files,
      first,
      files.textOf(first) + Array.from({ length: 20 }, (_, at) => `garbage ${at}\n`).join(''),
    );
    const office = await start(files, 5);
    expect(office.restored.findings.filter(({ kind }) => kind === 'damaged')).toHaveLength(20);
    expect(office.state().losses).toMatchObject([{ lost: 20, kinds: ['damaged'] }]);
    await goesOn(files, codes, ['A001', 'A002', 'A003']);
    expect(await damageIn(files)).toEqual(['damaged']);
  });

  test('the last lines cut off are told at once, and for good; their numbers are not given out again', async () => {
    const { files, codes } = await threeVisitors(isClean);
    const lines = files.textOf(first).split('\n');
    const cut = lines.findIndex((line) => line.includes('"number":"A002"'));
    await putContent(files, first, `${lines.slice(0, cut).join('\n')}\n`);
    expect(await damageIn(files)).toContain('cut-off');
    const office = await start(files, 5);
    expect(kindsOf(office.restored.findings)).toContain('cut-off');
    expect(office.view().records.state).toBe('damaged');
    expect(office.state().losses).toMatchObject([{ kinds: ['cut-off'] }]);
    expect(office.state().losses[0]?.lost).toBeGreaterThanOrEqual(2);
    await goesOn(files, codes, ['A001', 'A002', 'A003']);
    expect(await damageIn(files)).toContain('missing');
    expect((await start(files, 60)).state().losses).toHaveLength(1);
  });

  test.each(['empty', 'zeroed', 'deleted'] as const)(
    'a last segment that is %s is told at once, and for good',
    async (how) => {
      // The second start goes on in a segment of its own.
      const { files, codes } = await threeVisitors(false);
      const office = await start(files, 5);
      const code = await checkIn(office, guestBookB);
      await office.slipsDone();
      if (isClean) await office.close();
      const last = (await files.list('/data/journal')).at(-1) ?? '';
      const path = `/data/journal/${last}`;
      if (how === 'deleted') await files.remove(path);
      else
        await putContent(
          files,
          path,
          how === 'empty' ? '' : Buffer.alloc(files.textOf(path).length),
        );
      expect(await damageIn(files)).toContain('cut-off');
      const again = await start(files, 10);
      expect(kindsOf(again.restored.findings)).toContain('cut-off');
      await goesOn(files, [...codes, code], ['A001', 'A002', 'A003', 'A004']);
      expect(await damageIn(files)).toContain('missing');
    },
  );

  test('a journal that is gone is no first start: nobody sets the office up anew over its records', async () => {
    const { files } = await threeVisitors(isClean);
    await files.remove(first);
    for (const minutes of [5, 10]) {
      const office = await start(files, minutes);
      expect(office.view()).toMatchObject({
        isSetUp: true,
        service: 'out-of-service',
        records: { state: 'damaged' },
      });
      expect(office.kioskView().service).toBe('out-of-service');
      const staff = [
        { name: 'Koordinator', functions: ['coordinator'] as const, pin: pins.coordinator },
      ];
      expect(
        await office.console('office.set-up', { settings: defaultSettings, staff }),
      ).toMatchObject({ ok: false, code: 'office-lost' });
      expect(
        (
          await office.kiosk('visit.check-in', {
            guestBook: guestBookB,
            language: 'id',
            notice: 1,
            fillingMs: 0,
          })
        ).ok,
      ).toBe(false);
    }
    expect(await damageIn(files)).toContain('missing');
  });
});

test.each(['slips', 'people', 'checkpoint', 'erasures', 'summaries'])(
  'what is left of an office in %s alone is enough to know that it was one',
  async (left) => {
    const files = makeMemoryFiles();
    const { files: whole } = await threeVisitors(true);
    const put = async (path: string, bytes: Buffer | string) =>
      (await files.create(path)).write(Buffer.from(bytes));
    if (left === 'checkpoint')
      await put('/data/checkpoint.json', whole.textOf('/data/checkpoint.json'));
    else if (left === 'summaries') await put('/data/summaries.json', '{}\n');
    else if (left === 'erasures') await put('/data/erasures/1.txt', 'Berita acara');
    else
      for (const name of await whole.list(`/data/${left}`)) {
        const path = `/data/${left}/${name}`;
        for (const below of left === 'slips'
          ? (await whole.list(path)).map((each) => `${path}/${each}`)
          : [path])
          await put(below, whole.textOf(below));
      }
    const office = await start(files, 5);
    expect(
      await office.console('office.set-up', {
        settings: defaultSettings,
        staff: [{ name: 'Koordinator', functions: ['coordinator'], pin: pins.coordinator }],
      }),
    ).toMatchObject({ ok: false, code: 'office-lost' });
    expect(kindsOf(office.restored.findings)).toEqual(['cut-off']);
  },
);

test('a slip of another office that was put there says nothing of this one', async () => {
  const { files } = await threeVisitors(true);
  await (await files.create('/data/slips/2026-11/7K3M-9QXA.pdf')).write(Buffer.from('slip'));
  const office = await start(files, 5);
  expect(office.restored.findings).toEqual([]);
  expect(numberOf(office, await checkIn(office, guestBookB))).toBe('A004');
});

test('a note lost before it was accepted costs nothing that comes after it', async () => {
  const { files, codes } = await threeVisitors(false);
  const lines = files.textOf(first).split('\n');
  const at = lines.findIndex((line) => line.includes('slip.saved'));
  lines[at] = lines[at]?.replace('slip.saved', 'slip.saveD') ?? '';
  await putContent(files, first, lines.join('\n'));
  await goesOn(files, codes, ['A001', 'A002', 'A003']);
  expect(
    (await verify(files, '/data')).findings.filter(({ kind }) => kind !== 'torn'),
  ).toMatchObject([{ kind: 'damaged', place: `journal/000001.jsonl:${at + 1}` }]);
});

test('two programs that write at once: what each told is named, and nobody’s record is taken away', async () => {
  const files = makeMemoryFiles();
  const one = await openReadyOffice({ files });
  await checkIn(one, guestBookB);
  await one.slipsDone();
  // A second program that the lock did not keep out.
  const other = await start(files, 1);
  const told: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    told.push(await checkIn(one, guestBookB));
    await checkIn(other, guestBookB);
  }
  await Promise.all([one.slipsDone(), other.slipsDone()]);
  const before = files.textOf('/data/people/2026-11.jsonl');
  const again = await start(files, 5);
  expect(kindsOf(again.restored.findings)).toContain('forked');
  expect(
    again.restored.findings.filter(({ kind }) => kind === 'forked').length,
  ).toBeGreaterThanOrEqual(told.length);
  expect(await damageIn(files)).toContain('forked');
  expect(files.textOf('/data/people/2026-11.jsonl')).toBe(before);
});

test('a number that is not the one due is never appended', async () => {
  const office = await openReadyOffice();
  const { seq } = office.state();
  const fact = {
    type: 'sign-out',
    visit: null,
    data: { staff: 'x', reason: 'asked' },
    at: monday,
    run: 'r',
    mono: 1,
    actor: { kind: 'system' },
    command: null,
    more: 0,
  };
  for (const wrong of [seq, seq + 2])
    await expect(
      office.restored.journal.append([{ ...fact, seq: wrong } as never], '2026-11'),
    ).rejects.toThrow('is due');
});
