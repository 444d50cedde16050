import { describe, expect, test } from 'vitest';
import { PinsUnavailable } from '../../../main/ports.ts';
import { makeMemoryFiles, type MemoryFiles } from '../../adapters/memory-files.ts';
import { must, openOffice, openReadyOffice, pins as typed, type TestOffice } from '../../office.ts';
import { readFacts } from '../../read-facts.ts';
import { makeHeldPins } from './held-pins.ts';

const idOf = (office: TestOffice, name: string): string =>
  office.view().staff.find((each) => each.name === name)?.id ?? '';
const tryPin = (office: TestOffice, pin: string, commandId?: string, name = 'Trainer 1') =>
  office.console('staff.sign-in', {
    staff: idOf(office, name),
    pin,
    ...(commandId === undefined ? {} : { commandId }),
  });
const wrong = (n: number): string => String(300_000 + n);
const counted = async (files: MemoryFiles): Promise<Readonly<Record<string, number>>> => {
  const found: Record<string, number> = {};
  for (const { type } of await readFacts(files, '/data'))
    if (type.startsWith('sign-in.')) found[type] = (found[type] ?? 0) + 1;
  return found;
};
describe('one command id', () => {
  test('serves for one try: sixty wrong PINs under it are one check, and the right one gets no answer from it', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const id = 'always-the-same';
    expect(await tryPin(office, wrong(0), id)).toMatchObject({ code: 'pin-wrong' });
    for (let n = 1; n < 60; n += 1)
      expect(await tryPin(office, wrong(n), id)).toMatchObject({ code: 'pin-try-spent' });
    expect(await tryPin(office, typed.trainer, id)).toEqual({ ok: false, code: 'pin-try-spent' });
    expect(office.view().session).toBeNull();
    expect(await counted(files)).toEqual({ 'sign-in.tried': 1 });
  });

  test('of a sign-in that was accepted signs nobody in again, with whatever PIN, also after a restart', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    await must(tryPin(office, typed.trainer, 'right-once'));
    await must(office.console('staff.sign-out', {}));
    const later = await openOffice({ files });
    for (const each of [office, later])
      for (const pin of [typed.trainer, wrong(1)])
        expect(await tryPin(each, pin, 'right-once')).toMatchObject({ code: 'pin-try-spent' });
    expect(office.view().session ?? later.view().session).toBeNull();
  });

  test('of another command is none for a sign-in', async () => {
    const office = await openReadyOffice();
    await must(tryPin(office, typed.coordinator, undefined, 'Koordinator'));
    const { settings } = office.view();
    await must(office.console('office.change-settings', { settings, commandId: 'some-settings' }));
    await must(office.console('staff.sign-out', {}));
    expect(await tryPin(office, wrong(1), 'some-settings')).toMatchObject({
      code: 'pin-try-spent',
    });
    expect(office.view().session).toBeNull();
  });

  test('that was told to wait may be sent again: nothing was spent under it', async () => {
    const office = await openReadyOffice();
    for (let n = 0; n < 3; n += 1) await tryPin(office, wrong(n));
    expect(await tryPin(office, typed.trainer, 'told-to-wait')).toMatchObject({ code: 'pin-wait' });
    office.clock.advance(30_000);
    await must(tryPin(office, typed.trainer, 'told-to-wait'));
  });
});

describe('a try', () => {
  test('of a hundred at once is one: the others are told at once that a PIN is being checked', async () => {
    const files = makeMemoryFiles();
    const checks = makeHeldPins();
    const office = await openReadyOffice({ files, pins: checks.pins });
    const all = Array.from({ length: 100 }, (_, n) => tryPin(office, wrong(n)));
    const others = await Promise.all(all.slice(1));
    expect(new Set(others.map((each) => (each.ok ? '' : each.code)))).toEqual(
      new Set(['pin-busy']),
    );
    (await checks.next()).go();
    expect(await all[0]).toMatchObject({ code: 'pin-wrong', details: { left: 2 } });
    expect(checks.asked()).toBe(1);
    expect(await counted(files)).toEqual({ 'sign-in.tried': 1 });
  });

  test('of three hundred sent together holds no other member: who comes next is checked next', async () => {
    const checks = makeHeldPins();
    const office = await openReadyOffice({ pins: checks.pins });
    const flood = Array.from({ length: 300 }, (_, n) => tryPin(office, wrong(n)));
    await Promise.all(flood.slice(1));
    (await checks.next()).go();
    await flood[0];
    const honest = tryPin(office, typed.desk, undefined, 'Meja layanan 1');
    const check = await checks.next();
    expect(check.pin).toBe(typed.desk);
    check.go();
    await must(honest);
    expect(checks.asked()).toBe(2);
    expect(office.view().session?.staff.name).toBe('Meja layanan 1');
  });

  test('is spent on record before the PIN is checked', async () => {
    const files = makeMemoryFiles();
    const checks = makeHeldPins();
    const office = await openReadyOffice({ files, pins: checks.pins });
    const asked = tryPin(office, typed.trainer);
    const check = await checks.next();
    expect(await counted(files)).toEqual({ 'sign-in.tried': 1 });
    check.go();
    await must(asked);
    expect(await counted(files)).toEqual({ 'sign-in.tried': 1, 'sign-in.accepted': 1 });
    expect(office.state().staff[idOf(office, 'Trainer 1') as never]?.tries.spent).toBe(0);
  });

  test('that a kill cut short stays spent, over two kills, and the third is waited for', async () => {
    const files = makeMemoryFiles();
    await openReadyOffice({ files, pins: makeHeldPins().pins });
    for (let kill = 0; kill < 2; kill += 1) {
      const checks = makeHeldPins();
      void tryPin(await openOffice({ files, pins: checks.pins }), wrong(kill));
      await checks.next();
      // Killed here: nothing of that program goes on.
      files.cutPower();
    }
    const last = await openOffice({ files, pins: makeHeldPins().pins });
    expect(last.state().staff[idOf(last, 'Trainer 1') as never]?.tries.spent).toBe(2);
    const checks = makeHeldPins();
    const office = await openOffice({ files, pins: checks.pins });
    const third = tryPin(office, wrong(3));
    (await checks.next()).go();
    expect(await third).toMatchObject({ code: 'pin-wrong', details: { left: 0 } });
    expect(await tryPin(office, typed.trainer)).toMatchObject({
      code: 'pin-wait',
      details: { seconds: 30 },
    });
    expect(checks.asked()).toBe(1);
  });

  test('that cannot be checked is given back, and so is the wait as it was', async () => {
    const files = makeMemoryFiles();
    const checks = makeHeldPins();
    const office = await openReadyOffice({ files, pins: checks.pins });
    const check = async (pin: string, end: 'go' | 'fail') => {
      const asked = tryPin(office, pin);
      const held = await checks.next();
      if (end === 'go') held.go();
      else held.fail(new PinsUnavailable('The worker is gone'));
      return asked;
    };
    for (let n = 0; n < 5; n += 1)
      expect(await check(wrong(n), 'fail')).toEqual({ ok: false, code: 'pin-check-unavailable' });
    for (const left of [2, 1, 0])
      expect(await check(wrong(left), 'go')).toMatchObject({ details: { left } });
    office.clock.advance(30_000);
    expect(await check(typed.trainer, 'fail')).toMatchObject({ code: 'pin-check-unavailable' });
    await must(check(typed.trainer, 'go'));
    expect(await counted(files)).toEqual({
      'sign-in.tried': 10,
      'sign-in.unchecked': 6,
      'sign-in.accepted': 1,
    });
  });

  test('that cannot be recorded is not checked', async () => {
    const files = makeMemoryFiles();
    const checks = makeHeldPins();
    const office = await openReadyOffice({ files, pins: checks.pins });
    files.onCall = () => {
      throw new Error('The disk is full');
    };
    expect(await tryPin(office, typed.trainer)).toEqual({ ok: false, code: 'out-of-service' });
    expect(checks.asked()).toBe(0);
  });
});

describe('the wait', () => {
  /** A machine whose wall clock somebody sets, `mono` beside it. */
  const makeSettableClock = (start: number) => {
    let wall = start;
    let mono = 0;
    return {
      running: false,
      now: () => ({ at: wall, mono }),
      advance: (ms: number) => {
        wall += ms;
        mono += ms;
      },
      set: (ms: number) => {
        wall += ms;
      },
    };
  };
  const hour = 3_600_000;

  test.each([
    ['back', -hour],
    ['ahead', hour],
  ])('is not shortened by a wall clock set %s, nor by a restart with it', async (_, by) => {
    const files = makeMemoryFiles();
    const clock = makeSettableClock(Date.parse('2026-11-23T05:58:00Z'));
    const office = await openReadyOffice({ files, clock });
    for (let n = 0; n < 3; n += 1) await tryPin(office, wrong(n));
    clock.advance(10_000);
    clock.set(by);
    expect(await tryPin(office, typed.trainer)).toMatchObject({ details: { seconds: 20 } });
    let later = office;
    for (let kill = 0; kill < 2; kill += 1) {
      clock.set(by);
      later = await openOffice({ files, clock });
      expect(await tryPin(later, typed.trainer)).toMatchObject({
        code: 'pin-wait',
        details: { seconds: 30 },
      });
    }
    clock.advance(30_000);
    await must(tryPin(later, typed.trainer));
  });
});

test('PINs of new staff are hashed in the same turn: who signs in meanwhile is told', async () => {
  const checks = makeHeldPins();
  const office = await openReadyOffice({ pins: checks.pins });
  office.session.begin(idOf(office, 'Koordinator') as never, office.clock.now().mono);
  const asked = tryPin(office, typed.desk, undefined, 'Meja layanan 1');
  expect(
    await office.console('staff.add', {
      member: { name: 'Trainer 3', functions: ['trainer'], pin: '482913' },
    }),
  ).toEqual({ ok: false, code: 'pin-busy' });
  (await checks.next()).go();
  await must(asked);
});
