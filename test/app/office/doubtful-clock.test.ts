import { expect, test } from 'vitest';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';
import {
  checkIn,
  guestBookA,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../../office.ts';

/** A clock of which the wall part can be set, as people, networks and empty batteries do. */
const settableClock = (start: string) => {
  let [at, mono] = [Date.parse(start), 0];
  return {
    running: false,
    now: () => ({ at, mono }),
    advance: (ms: number): void => {
      at += ms;
      mono += ms;
    },
    set: (to: string): void => {
      at = Date.parse(to);
    },
  };
};
const plain = { ...guestBookA, deadline: '' };
const register = async (office: TestOffice, month: string) =>
  (await must(office.console('reports.search-register', { month, text: '' }))).map(
    ({ date, number, dayDoubtful }) => `${date} ${number}${dayDoubtful ? '?' : ''}`,
  );
const asked = (office: TestOffice) => office.view().clockDoubt;
const answerClock = (office: TestOffice, day: string | null) =>
  office.console('office.answer-clock', { isRight: day === null, day: day ?? '' });
const segments = async (office: TestOffice): Promise<readonly string[]> => {
  const names = await office.files.list('/data/journal');
  const texts = await Promise.all(names.map((name) => office.files.read(`/data/journal/${name}`)));
  return texts.map((text) => /"month":"([^"]+)"/.exec(text?.toString() ?? '')?.[1] ?? '');
};

test('one check-in under a clock ten years ahead leaves the following days, numbers and months where they are', async () => {
  const clock = settableClock('2026-11-30T02:00:00Z');
  const office = await openReadyOffice({ clock });
  await checkIn(office, plain);
  expect(asked(office)).toBeNull();
  clock.set('2036-01-05T02:00:00Z');
  await checkIn(office, plain);
  expect(asked(office)).toMatchObject({
    why: 'ahead',
    isAsked: true,
    numbers: ['A002'],
    today: '2026-11-30',
  });
  clock.set('2026-12-01T02:00:00Z');
  await checkIn(office, plain);
  // The clock came back by itself; only the day of the one visit is still asked, and its number is given to nobody else.
  expect(asked(office)).toMatchObject({ why: null, isAsked: true, numbers: ['A002'] });
  await checkIn(office, plain);
  await signIn(office, 'Meja layanan 1');
  expect(await register(office, '2026-12')).toEqual(['2026-12-01 A004', '2026-12-01 A003']);
  expect(await register(office, '2026-11')).toEqual(['2026-11-30 A002?', '2026-11-30 A001']);
  expect(await register(office, '2036-01')).toEqual([]);
  expect(await segments(office)).toEqual(['2026-11', '2026-12']);
});

test('who answers gives the visits their day, in the register of their true month, and numbers go on behind theirs', async () => {
  const clock = settableClock('2026-11-30T02:00:00Z');
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ clock, files });
  await checkIn(office, plain);
  clock.set('1970-01-01T00:10:00Z');
  await checkIn(office, plain);
  await signIn(office, 'Meja layanan 1');
  expect(asked(office)).toMatchObject({ why: 'behind' });
  expect(await answerClock(office, '2026-11-29')).toMatchObject({
    ok: false,
    code: 'day-too-early',
  });
  for (const day of ['', '2026-02-30', '01-12-2026', '2126-12-01'])
    expect(await answerClock(office, day), day).toMatchObject({ ok: false, code: 'day-malformed' });
  await must(answerClock(office, '2026-12-01'));
  expect(asked(office)).toMatchObject({
    why: 'behind',
    isAsked: false,
    numbers: [],
    today: '2026-12-01',
  });
  expect(await answerClock(office, '2026-12-02')).toMatchObject({
    ok: false,
    code: 'clock-not-asked',
  });
  // While the clock goes on from there the day is known; it changes at midnight.
  await checkIn(office, plain);
  clock.advance(24 * 3_600_000);
  await checkIn(office, plain);
  clock.set('2026-12-02T03:00:00Z');
  await checkIn(office, plain);
  expect(asked(office)).toBeNull();
  expect(await register(office, '2026-12')).toEqual([
    '2026-12-02 A005',
    '2026-12-02 A004',
    '2026-12-01 A003',
    '2026-12-01 A002',
  ]);
  expect(await register(office, '2026-11')).toEqual(['2026-11-30 A001']);
  await office.close();
  const again = await openOffice({ files, clock });
  expect(again.state().clock).toMatchObject({ doubt: null, visits: [] });
  await files.remove('/data/checkpoint.json');
  expect((await openOffice({ files, clock })).state().visits).toEqual(again.state().visits);
});

test('a clock that was right after a long holiday: one answer, and every visit has the day of its own clock', async () => {
  const clock = settableClock('2026-11-30T02:00:00Z');
  const files = makeMemoryFiles();
  await (await openReadyOffice({ clock, files })).close();
  clock.set('2027-01-11T02:00:00Z');
  const office = await openOffice({ clock, files });
  expect(asked(office)).toMatchObject({ why: 'ahead', numbers: [] });
  await checkIn(office, plain);
  clock.advance(24 * 3_600_000);
  await checkIn(office, plain);
  await signIn(office, 'Trainer 1');
  await must(answerClock(office, null));
  expect(asked(office)).toBeNull();
  expect(await register(office, '2027-01')).toEqual(['2027-01-12 A002', '2027-01-11 A001']);
  await checkIn(office, plain);
  expect(await register(office, '2027-01')).toEqual([
    '2027-01-12 A003',
    '2027-01-12 A002',
    '2027-01-11 A001',
  ]);
});

test('a clock that is believed again after a mistaken "right" comes back to its day, and gives no number of it twice', async () => {
  const clock = settableClock('2026-11-30T02:00:00Z');
  const office = await openReadyOffice({ clock });
  await checkIn(office, plain);
  clock.set('2036-01-05T02:00:00Z');
  await signIn(office, 'Meja layanan 1');
  await checkIn(office, plain);
  await must(answerClock(office, null));
  await checkIn(office, plain);
  clock.set('2026-11-30T04:00:00Z');
  await checkIn(office, plain);
  await must(answerClock(office, null));
  await checkIn(office, plain);
  const all = [...(await register(office, '2026-11')), ...(await register(office, '2036-01'))];
  expect(new Set(all).size).toBe(5);
  expect(await register(office, '2026-11')).toContain('2026-11-30 A001');
  expect(asked(office)).toBeNull();
});

test('a clock that is corrected by a time server, and an office that was on for five weeks, are asked nothing', async () => {
  const clock = settableClock('2026-11-30T02:00:00Z');
  const office = await openReadyOffice({ clock });
  clock.set('2026-11-30T01:56:00Z');
  await checkIn(office, plain);
  clock.advance(35 * 24 * 3_600_000);
  await checkIn(office, plain);
  expect(asked(office)).toBeNull();
});

test('nobody has waited for years because a clock was wrong: what is counted is what the clocks can be believed', async () => {
  const clock = settableClock('2026-11-23T02:00:00Z');
  const files = makeMemoryFiles();
  const first = await openReadyOffice({ clock, files });
  await checkIn(first, plain);
  await first.close();
  const waited = (office: TestOffice): number =>
    Math.round((office.view().visits[0]?.clocks.at(-1)?.elapsedMs ?? 0) / 60_000);
  clock.set('2036-01-05T02:00:00Z');
  const wrong = await openOffice({ clock, files });
  await signIn(wrong, 'Meja layanan 1');
  clock.advance(10 * 60_000);
  expect(waited(wrong)).toBe(10);
  await checkIn(wrong, plain);
  await wrong.close();
  clock.set('2026-11-23T02:30:00Z');
  const right = await openOffice({ clock, files });
  await signIn(right, 'Meja layanan 1');
  expect(waited(right)).toBe(30);
});
