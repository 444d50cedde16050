import { expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { isDamage } from '../../main/storage/journal/findings.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { visitCodeOf, visitOrdinalOf } from '../../shared/base/visit-code.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../adapters/memory-files.ts';
import {
  checkIn,
  guestBookB,
  monday,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../office.ts';

const first = '/data/journal/000001.jsonl';
const start = (files: MemoryFiles, minutes: number): Promise<TestOffice> =>
  openOffice({ files, clock: makeSimulatedClock(monday + minutes * 60_000) });
const headersOf = async (files: MemoryFiles) =>
  (await files.list('/data/journal')).map((name) => {
    const [line = ''] = files.textOf(`/data/journal/${name}`).split('\n');
    const { id, branch, reason } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    return { id, branch, reason };
  });

test('a journal gets its name at the first start; every later header bears it, and it is told once', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const name = office.state().journal;
  expect(name).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    branch: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
  expect(name?.id).not.toBe(name?.branch);
  // Not closed: the next start begins a segment, and the one behind it goes on in that.
  await (await start(files, 5)).close();
  const last = await start(files, 10);
  expect(last.state().journal).toEqual(name);
  await last.close();
  expect(await headersOf(files)).toEqual([
    { ...name, reason: 'first' },
    { ...name, reason: 'unclean-end' },
  ]);
  expect(files.textOf(first).split('"type":"journal.named"')).toHaveLength(2);
  expect(await verify(files, '/data')).toMatchObject({ journal: name, findings: [] });
});

test.each(['header', 'fact'] as const)(
  'a journal keeps its name, and the order of its codes, when the %s that tells it is damaged',
  async (which) => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const name = office.state().journal;
    const visit = await checkIn(office, guestBookB);
    await office.slipsDone();
    const [header = '', ...lines] = files.textOf(first).split('\n');
    await putContent(
      files,
      first,
      which === 'header'
        ? [header.replace('"first"', '"frist"'), ...lines].join('\n')
        : [header, ...lines]
            .map((line) =>
              line.includes('journal.named') ? line.replace('"more"', '"mure"') : line,
            )
            .join('\n'),
    );
    const again = await start(files, 5);
    expect(again.restored.journal.identity()).toEqual(name);
    expect(again.state().journal).toEqual(name);
    expect(visit).toBe(visitCodeOf(1, name?.id ?? null));
    expect(await checkIn(again, guestBookB)).toBe(visitCodeOf(2, name?.id ?? null));
    expect((await verify(files, '/data')).findings.filter(isDamage)).toMatchObject([
      { kind: 'damaged' },
    ]);
  },
);

test('a segment of another kiosk’s journal is found, and the journal goes on under its own name', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const name = office.state().journal;
  await office.close();
  const elsewhere = makeMemoryFiles();
  const theirs = await openReadyOffice({
    files: elsewhere,
    clock: makeSimulatedClock(monday + 1_000),
  });
  expect(theirs.state().journal?.id).not.toBe(name?.id);
  await start(elsewhere, 5);
  await putContent(
    files,
    '/data/journal/000002.jsonl',
    elsewhere.textOf('/data/journal/000002.jsonl'),
  );
  const foreign = { kind: 'foreign', place: 'journal/000002.jsonl:1', visit: null };
  expect((await verify(files, '/data')).findings).toContainEqual(foreign);
  const again = await start(files, 10);
  expect(again.restored.findings).toContainEqual(foreign);
  expect(again.restored.journal.identity().id).toBe(name?.id);
  expect((await headersOf(files)).at(-1)).toMatchObject({ id: name?.id, reason: 'damaged' });
});

test('visits of two kiosks have different codes, from the first on', async () => {
  const offices = await Promise.all(
    [0, 1_000].map((later) =>
      openReadyOffice({ files: makeMemoryFiles(), clock: makeSimulatedClock(monday + later) }),
    ),
  );
  const codes: string[] = [];
  for (const office of offices)
    for (let visits = 0; visits < 3; visits += 1) codes.push(await checkIn(office, guestBookB));
  expect(new Set(codes).size).toBe(6);
});

test('a visit is linked to an earlier one by its code, and a code of another kiosk is not known', async () => {
  const office = await openReadyOffice();
  const key = office.state().journal?.id ?? null;
  const [earlier, later] = [await checkIn(office, guestBookB), await checkIn(office, guestBookB)];
  expect([earlier, later].map((code) => visitOrdinalOf(code as never, key))).toEqual([1, 2]);
  await signIn(office, 'Meja layanan 1');
  for (const strange of [visitCodeOf(1, '0'.repeat(32) as never), visitCodeOf(3, key)])
    expect(await office.console('visit.link', { visit: later, to: strange })).toMatchObject({
      ok: false,
      code: 'link-unknown',
    });
  await must(office.console('visit.link', { visit: later, to: earlier }));
});
