import { describe, expect, test } from 'vitest';
import { officeMoment } from '../../../shared/base/office-time.ts';
import { defaultSettings, type Settings } from '../../../shared/settings/settings.ts';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import {
  answer,
  checkIn,
  guestBookA,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../../office.ts';
import { readFacts } from '../../read-facts.ts';

const asCoordinator = async (): Promise<TestOffice> => {
  const office = await openReadyOffice();
  await signIn(office, 'Koordinator');
  return office;
};
const change = (office: TestOffice, part: Partial<Settings>) =>
  office.console('office.change-settings', { settings: { ...office.view().settings, ...part } });
const told = async (office: TestOffice): Promise<readonly string[]> =>
  (await readFacts(office.files, office.folder)).flatMap((fact) =>
    fact.type === 'settings.section-changed' ? [`${fact.data.section}+${fact.more}`] : [],
  );

describe('settings', () => {
  test('are recorded by section: at set-up all of them, later those that changed, as one decision', async () => {
    const office = await asCoordinator();
    const atSetUp = await told(office);
    expect(atSetUp).toHaveLength(10);
    await must(change(office, { desk: 'Meja 2', idleMinutes: 20 }));
    expect((await told(office)).slice(10)).toEqual(['room+1', 'session+0']);
    expect(office.view().settings).toEqual({ ...defaultSettings, desk: 'Meja 2', idleMinutes: 20 });
  });

  test('that are the same are recorded as nothing', async () => {
    const office = await asCoordinator();
    const before = office.state().seq;
    await must(change(office, {}));
    expect(office.state().seq).toBe(before);
  });

  test('give day numbers the kiosk’s letter from then on, and the day’s count goes on', async () => {
    const office = await asCoordinator();
    await checkIn(office);
    await must(change(office, { letter: 'C' }));
    await checkIn(office);
    await checkIn(office);
    const numbers = Object.values(office.state().visits).map(({ number }) => number);
    expect(numbers).toEqual(['A001', 'C002', 'C003']);
  });

  test('stay through a restart', async () => {
    const office = await asCoordinator();
    const holidays = [{ date: '2026-12-25', name: 'Hari Raya Natal' }];
    await must(change(office, { holidays }));
    await office.close();
    const later = await openOffice({ files: office.files, clock: office.clock });
    expect(later.view().settings.holidays).toEqual(holidays);
    expect(later.kioskView().office.calendar.holidays).toEqual(holidays);
  });

  test.each<[string, Partial<Settings>, object]>([
    [
      'a secret',
      { helpdeskPhone: 'password: Rahasia1' },
      { code: 'looks-like-secret', details: { field: 'helpdesk' } },
    ],
    [
      'no name',
      { office: { ...defaultSettings.office, name: '' } },
      { code: 'text-empty', details: { field: 'office-name' } },
    ],
    [
      'a room that closes before it opens',
      { hours: [{ weekday: 1, opens: '15:00', closes: '08:00' }] },
      { code: 'closes-before-opens', details: { field: 'day-1' } },
    ],
  ])('with %s are refused and kept nowhere, at set-up and later', async (_, part, refusal) => {
    const settings = { ...defaultSettings, ...part };
    const fresh = await openOffice();
    const staff = [{ name: 'Koordinator', functions: ['coordinator'], pin: '718293' }] as const;
    expect(await fresh.console('office.set-up', { settings, staff: [...staff] })).toMatchObject(
      refusal,
    );
    expect(fresh.view().service).toBe('not-set-up');
    const office = await asCoordinator();
    expect(await change(office, part)).toMatchObject(refusal);
    expect(office.view().settings).toEqual(defaultSettings);
  });
});

describe('a member of staff of a name that is there', () => {
  test.each(['Budi  Santoso', 'Budi Santoso\u200B', 'Budi\u00A0Santoso', 'BUDI SANTOSO'])(
    '%j is refused',
    async (name) => {
      const office = await asCoordinator();
      const add = (as: string) =>
        office.console('staff.add', {
          member: { name: as, functions: ['trainer'], pin: '593026' },
        });
      await must(add('Budi Santoso'));
      expect(await add(name)).toMatchObject({ code: 'staff-name-taken' });
    },
  );

  test('nobody is called by signs that nobody sees', async () => {
    const office = await asCoordinator();
    const member = { name: '\u200B', functions: ['trainer'], pin: '593026' } as const;
    expect(await office.console('staff.add', { member })).toMatchObject({ code: 'text-empty' });
  });
});

test('what the register says of a past visit does not change with the settings', async () => {
  const office = await openReadyOffice();
  const visit = await checkIn(office, { ...guestBookA, deadline: '' });
  await signIn(office, 'Meja layanan 1');
  await must(office.console('queue.begin', { visit }));
  await must(answer(office, visit, 'yes'));
  const trainer = office.view().trainers.find(({ name }) => name === 'Trainer 1')?.id ?? '';
  await must(
    office.console('visit.call-trainer', { visit, trainer, workstation: 'ws-1', cleared: true }),
  );
  await signIn(office, 'Koordinator');
  const search = () =>
    must(office.console('reports.search-register', { month: '2026-11', text: '' }));
  const before = await search();
  expect(before[0]?.workstation).toBe('Komputer 1');
  office.minutes(1);
  await must(change(office, { zone: 'WIT', workstations: [{ id: 'ws-1', name: 'Ruang Rapat' }] }));
  expect(await search()).toEqual(before);
  await must(change(office, { workstations: [{ id: 'ws-2', name: 'Komputer 2' }] }));
  expect(await search()).toEqual(before);
});

describe('who left unseen', () => {
  const stoppedAt = async (begun: string, part: Partial<Settings>): Promise<number | null> => {
    const clock = makeSimulatedClock(Date.parse(begun));
    const office = await openReadyOffice({ clock }, { ...defaultSettings, ...part });
    const visit = await checkIn(office, { ...guestBookA, deadline: '' });
    clock.advance(2 * 86_400_000);
    await signIn(office, 'Meja layanan 1');
    const closing = {
      visit,
      outcome: 'left-unreported',
      reason: 'Tidak ada di ruang',
      cause: null,
    };
    const first = await office.console('visit.close', { ...closing, outcome: 'left-unreported' });
    if (!first.ok)
      await must(
        office.console('visit.close', { ...closing, outcome: 'left-unreported', cause: 'other' }),
      );
    const ended = (await readFacts(office.files, office.folder)).find(
      ({ type }) => type === 'visit.ended',
    );
    return ended?.type === 'visit.ended' ? ended.data.clocksStoppedAt : null;
  };
  const special = { specialHours: [{ date: '2026-11-23', opens: '08:00', closes: '14:00' }] };
  test.each<[string, string, Partial<Settings>, string, string]>([
    ['at the closing of the weekday', '2026-11-23T05:58:00Z', {}, '2026-11-23', '15:30'],
    ['at the special closing of that date', '2026-11-23T05:58:00Z', special, '2026-11-23', '14:00'],
    ['at 24.00 when begun behind it', '2026-11-23T07:30:00Z', special, '2026-11-24', '00:00'],
    [
      'at 24.00 of a holiday',
      '2026-11-23T05:58:00Z',
      { holidays: [{ date: '2026-11-23', name: 'Libur' }] },
      '2026-11-24',
      '00:00',
    ],
  ])('has the clocks stopped %s', async (_, begun, part, date, time) => {
    expect(await stoppedAt(begun, part)).toBe(officeMoment(date, time, 'WIB'));
  });
});
