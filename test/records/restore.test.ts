import { expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { encodeLine } from '../../main/storage/journal/hashed-line.ts';
import { openPeople } from '../../main/storage/people/people.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../adapters/memory-files.ts';
import {
  checkIn,
  guestBookA,
  guestBookB,
  monday,
  openOffice,
  openReadyOffice,
  signIn,
} from '../office.ts';

const checkpoint = '/data/checkpoint.json';
const later = (minutes: number) => makeSimulatedClock(monday + minutes * 60_000);

test('a checkpoint is kept only of a state that stands at the journal’s last line', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await office.restored.saveCheckpoint();
  const before = files.textOf(checkpoint);
  expect(before).toContain('"isCleanEnd":false');
  office.restored.follow({ ...office.state(), seq: office.state().seq - 1 });
  await office.restored.saveCheckpoint(true);
  expect(files.textOf(checkpoint)).toBe(before);
  office.restored.follow(office.state());
  await office.restored.saveCheckpoint(true);
  expect(files.textOf(checkpoint)).toContain('"isCleanEnd":true');
});

test('after a clean end the same files are gone on with; after any other new ones are begun', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.close();
  const clean = await openOffice({ files, clock: later(5) });
  expect(await files.list('/data/journal')).toEqual(['000001.jsonl']);
  expect(await files.list('/data/people')).toEqual(['2026-11.jsonl']);
  await checkIn(clean, guestBookB);
  await clean.slipsDone();
  const unclean = await openOffice({ files, clock: later(10) });
  expect(await files.list('/data/journal')).toEqual(['000001.jsonl', '000002.jsonl']);
  expect(await files.list('/data/people')).toEqual(['2026-11.1.jsonl', '2026-11.jsonl']);
  expect(Object.values(unclean.state().visits).map(({ number }) => number)).toEqual([
    'A001',
    'A002',
  ]);
});

test('a run in which a flush failed has no clean end, though it went on', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  files.onCall = ({ call, path }) => {
    if (call === 'sync' && path.includes('journal')) throw new Error('EIO');
  };
  await office.kiosk('visit.check-in', {
    guestBook: guestBookA,
    language: 'id',
    notice: 1,
    fillingMs: 0,
  });
  files.onCall = () => undefined;
  expect(await office.recorder.recover()).toBe(true);
  await office.close();
  expect(files.textOf(checkpoint)).toContain('"isCleanEnd":false');
});

test('leftovers of what a power cut interrupted are swept, for they may hold words about people', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.slipsDone();
  await office.close();
  const left = [
    '/data/checkpoint.json.new',
    '/data/people/2026-11.jsonl.new',
    '/data/slips/2026-11/CC2C-GPF8.pdf.new',
  ];
  for (const path of left) await (await files.create(path)).close();
  await openOffice({ files, clock: later(5) });
  for (const path of left) expect(await files.read(path), path).toBeNull();
});

const replaceText = (
  files: MemoryFiles,
  path: string,
  change: (text: string) => string,
): Promise<void> => putContent(files, path, change(files.textOf(path)));

test('a fact that fits to nothing is named, and what comes behind it counts', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const visit = await checkIn(office);
  await office.slipsDone();
  await office.recorder.settled();
  const path = '/data/journal/000001.jsonl';
  const prev = /"hash":"([0-9a-f]{64})"\}\n$/.exec(files.textOf(path))?.[1];
  const { seq } = office.state();
  // Chained and hashed as it should be, for a step that the visit was never at.
  const strange = encodeLine({
    seq: seq + 1,
    at: monday,
    run: 'run',
    mono: 1,
    type: 'step.undone',
    actor: { kind: 'system' },
    visit,
    command: null,
    data: { back: { step: 'upload-bid', returnTo: null, outcome: null }, cause: null },
    more: 0,
    durable: seq,
    prev,
  });
  await replaceText(files, path, (text) => text + strange.line);
  const again = await openOffice({ files, clock: later(5) });
  expect(again.restored.findings).toEqual([
    { kind: 'damaged', place: `journal/000001.jsonl:${seq + 2}`, visit },
  ]);
  await checkIn(again);
  expect(Object.keys(again.state().visits)).toHaveLength(2);
});

test('a month that is over is not loaded whole: of it only whom the open visits need', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.close();
  const december = await openOffice({
    files,
    clock: makeSimulatedClock(Date.parse('2026-12-01T02:00:00Z')),
  });
  await checkIn(december, { ...guestBookB, deadline: '' });
  await december.close();
  const again = await openOffice({
    files,
    clock: makeSimulatedClock(Date.parse('2026-12-01T03:00:00Z')),
  });
  const [old] = Object.values(again.state().visits);
  expect(old && again.restored.people.get(old.guestBook)).toMatchObject({
    company: guestBookA.company,
  });
  expect(again.restored.people.prepare({}, '2026-12').ref.file).toBe('2026-12');
});

/** Writes a record as one whose fact never was, after a number. */
const leaveOrphan = async (
  files: MemoryFiles,
  name: string,
  after: number,
  company: string,
): Promise<void> => {
  const people = await openPeople(
    files,
    '/data/people',
    () => company.replaceAll(' ', '').padStart(32, '0'),
    true,
  );
  await people.load(name);
  const record = people.prepare({ company }, name);
  await people.append([record], after);
  await people.close();
};

test('a record without a fact is dropped where this run may have left it, in whichever month; what an earlier run left is not judged again', async () => {
  for (const at of [monday + 60_000, Date.parse('2026-12-03T02:00:00Z')]) {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const began = office.state().seq;
    await checkIn(office);
    await office.slipsDone();
    await office.close();
    await files.remove(checkpoint);
    const second = await openOffice({ files, clock: later(0) });
    const since = second.state().seq;
    await second.recorder.settled();
    const names = (await files.list('/data/people'))
      .map((name) => name.slice(0, -'.jsonl'.length))
      .sort();
    expect(names).toEqual(['2026-11', '2026-11.1']);
    await leaveOrphan(files, '2026-11', since, 'CV Tanpa Fakta');
    await leaveOrphan(files, '2026-11', began, 'CV Dari Dulu');
    const text = async (): Promise<string> =>
      (await files.list('/data/people'))
        .map((name) => files.textOf(`/data/people/${name}`))
        .join('');
    expect(await text()).toContain('CV Tanpa Fakta');
    // A write that was never ended is no damage: it keeps nothing from being put in order.
    const segments = await files.list('/data/journal');
    const last = `/data/journal/${segments.at(-1)}`;
    await replaceText(files, last, (lines) => `${lines}{"seq":99`);
    const third = await openOffice({ files, clock: makeSimulatedClock(at) });
    expect(third.restored.findings.map(({ kind }) => kind)).toEqual(['torn']);
    expect(await text()).not.toContain('CV Tanpa Fakta');
    expect(await text()).toContain('CV Dari Dulu');
    expect(await text()).toContain(guestBookA.company);
  }
});

test('damaged lines behind the last check-in may each have been one: their numbers are passed over', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.slipsDone();
  await signIn(office, 'Meja layanan 1');
  await checkIn(office, guestBookB);
  await office.slipsDone();
  await office.recorder.settled();
  const path = '/data/journal/000001.jsonl';
  const lines = files.textOf(path).split('\n').slice(0, -1);
  const second = lines.findLastIndex((line) => line.includes('"visit.checked-in"'));
  // The second check-in is damaged, what comes behind it is not.
  await replaceText(files, path, (text) =>
    text.replace(lines[second] ?? '', (lines[second] ?? '').replace('"ordinal":2', '"ordinal":3')),
  );
  const again = await openOffice({ files, clock: later(5) });
  expect(again.state()).toMatchObject({
    unread: 0,
    passedOver: { count: 1 },
    losses: [{ lost: 1, kinds: ['damaged'] }],
  });
  expect(again.state().lastOrdinal).toBe(1);
  const code = await checkIn(again, guestBookB);
  expect(Object.values(again.state().visits).find((visit) => visit.code === code)).toMatchObject({
    number: 'A003',
    ordinal: 3,
  });
});

test('through a checkpoint nothing before it is read, and nothing is folded twice', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.close();
  await replaceText(files, '/data/journal/000001.jsonl', (text) =>
    text.replace('"type":"staff.added"', '"type":"staff.aDded"'),
  );
  const again = await openOffice({ files, clock: later(5) });
  expect(again.restored.findings).toEqual([]);
  expect(Object.keys(again.state().staff)).toHaveLength(4);
});

test('who is still there after a month’s end is known also where a flush failed in that month', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  files.onCall = ({ call, path }) => {
    if (call === 'sync' && path.includes('people')) throw new Error('EIO');
  };
  await office.kiosk('visit.check-in', {
    guestBook: guestBookB,
    language: 'id',
    notice: 1,
    fillingMs: 0,
  });
  files.onCall = () => undefined;
  await office.recorder.recover();
  const code = await checkIn(office);
  await office.slipsDone();
  expect(Object.values(office.state().visits)[0]?.guestBook.file).toBe('2026-11.1');
  await office.close();
  const january = Date.parse('2027-01-04T02:00:00Z');
  const next = await openOffice({ files, clock: makeSimulatedClock(january) });
  await checkIn(next, guestBookB);
  await next.close();
  const again = await openOffice({ files, clock: makeSimulatedClock(january + 60_000) });
  const old = Object.values(again.state().visits).find((visit) => visit.code === code);
  expect(old && again.restored.people.get(old.guestBook)).toMatchObject({
    company: guestBookA.company,
  });
});
