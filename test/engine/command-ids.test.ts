import { describe, expect, test } from 'vitest';
import { makeMemoryFiles } from '../adapters/memory-files.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import {
  answer,
  checkIn,
  guestBookA,
  guestBookB,
  monday,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../office.ts';

const reused = { ok: false, code: 'command-reused' };
const commandId = 'command-of-this-test';
const checkInA = {
  commandId,
  guestBook: guestBookA,
  language: 'id',
  notice: 1,
  fillingMs: 0,
} as const;

/** An office with two visits at the desk and a member of staff signed in. */
const openBusyOffice = async (files = makeMemoryFiles()) => {
  const office = await openReadyOffice({ files });
  const visit = await checkIn(office);
  const other = await checkIn(office, guestBookB);
  await signIn(office, 'Meja layanan 1');
  await must(office.console('queue.begin', { visit }));
  return { office, visit, other, files };
};

const reopen = async (office: TestOffice): Promise<TestOffice> => {
  await office.close();
  const { files } = office;
  const later = await openOffice({ files, clock: makeSimulatedClock(monday + 60_000) });
  await signIn(later, 'Meja layanan 1');
  return later;
};

describe('a command id is bound to what was sent under it', () => {
  test('another window does not get its answer', async () => {
    const { office, visit } = await openBusyOffice();
    await must(office.console('visit.note', { commandId, visit, text: 'Membawa laptop.' }));
    const before = office.state();
    expect(await office.kiosk('visit.check-in', checkInA)).toEqual(reused);
    expect(await office.kiosk('visit.report-out', { commandId, key: 'A001' })).toEqual(reused);
    expect(office.state()).toBe(before);
  });

  test('another message does not', async () => {
    const { office, visit, other } = await openBusyOffice();
    await must(office.console('visit.note', { commandId, visit, text: 'Membawa laptop.' }));
    const before = office.state();
    expect(await office.console('queue.call', { commandId, visit: other })).toEqual(reused);
    expect(await office.console('visit.undo', { commandId, visit, cause: null })).toEqual(reused);
    expect(office.state()).toBe(before);
  });

  test('other arguments do not; the same ones do, however they are ordered', async () => {
    const { office, visit, other } = await openBusyOffice();
    const text = 'Membawa laptop.';
    await must(office.console('visit.note', { commandId, visit, text }));
    const before = office.state();
    expect(await office.console('visit.note', { commandId, visit, text: 'Lain.' })).toEqual(reused);
    expect(await office.console('visit.note', { commandId, visit: other, text })).toEqual(reused);
    expect(await office.console('visit.note', { text, visit, commandId })).toEqual({
      ok: true,
      value: null,
    });
    expect(office.state()).toBe(before);
  });

  test('while the first is still being written, too', async () => {
    const { office, visit } = await openBusyOffice();
    const sent = ['Satu.', 'Dua.', 'Satu.'].map((text) =>
      office.console('visit.note', { commandId, visit, text }),
    );
    expect(
      (await Promise.all(sent)).map((result) => (result.ok ? 'accepted' : result.code)),
    ).toEqual(['accepted', 'command-reused', 'accepted']);
    expect(office.state().visits[visit as never]).toMatchObject({ notes: [{}] });
  });

  test('a PIN is an argument: under the id of a sign-in no other is tried', async () => {
    const { office } = await openBusyOffice();
    const staff = office.view().staff.find(({ name }) => name === 'Trainer 1')?.id ?? '';
    await must(office.console('staff.sign-in', { commandId, staff, pin: '593026' }));
    expect(
      await office.console('staff.sign-in', { commandId, staff, pin: '593027' }),
    ).toMatchObject({ code: 'pin-try-spent' });
  });
});

describe('after a restart facts tell what an id was used for', () => {
  test('the same command gets its first answer and is not done again', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const first = await must(office.kiosk('visit.check-in', checkInA));
    const later = await reopen(office);
    const before = later.state();
    expect(await must(later.kiosk('visit.check-in', checkInA))).toMatchObject({
      number: first.number,
      visit: first.visit,
      company: first.company,
    });
    expect(later.state()).toBe(before);
  });

  test('another window, message or visit is refused', async () => {
    const { office, visit, other } = await openBusyOffice();
    await must(office.console('visit.note', { commandId, visit, text: 'Membawa laptop.' }));
    const later = await reopen(office);
    const before = later.state();
    expect(await later.kiosk('visit.check-in', checkInA)).toEqual(reused);
    expect(await later.console('queue.call', { commandId, visit: other })).toEqual(reused);
    expect(await later.console('visit.note', { commandId, visit: other, text: 'Lain.' })).toEqual(
      reused,
    );
    expect(
      await must(later.console('visit.note', { commandId, visit, text: 'Membawa laptop.' })),
    ).toBeNull();
    expect(later.state()).toBe(before);
  });

  test('the kiosk reports nobody out under the id by which the desk closed a step', async () => {
    const { office, visit } = await openBusyOffice();
    await must(answer(office, visit, 'yes', { commandId }));
    const later = await reopen(office);
    expect(await later.kiosk('visit.report-out', { commandId, key: 'A001' })).toEqual(reused);
  });

  test('settings changed are no first start, nor a wrong PIN a right one', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    await signIn(office, 'Koordinator');
    const { settings, staff } = office.view();
    await must(
      office.console('office.change-settings', {
        commandId,
        settings: { ...settings, desk: 'Meja depan' },
      }),
    );
    const trainer = staff.find(({ name }) => name === 'Trainer 1')?.id ?? '';
    const wrong = { commandId: 'command-of-a-wrong-pin', staff: trainer, pin: '593027' };
    expect(await office.console('staff.sign-in', wrong)).toMatchObject({ code: 'pin-wrong' });
    const later = await reopen(office);
    expect(
      await later.console('office.set-up', {
        commandId,
        settings,
        staff: [{ name: 'Koordinator 2', functions: ['coordinator'], pin: '718293' }],
      }),
    ).toEqual(reused);
    expect(await later.console('staff.sign-in', { ...wrong, pin: '593026' })).toMatchObject({
      code: 'pin-try-spent',
    });
    expect(later.view().session?.staff.name).toBe('Meja layanan 1');
  });
});
