import { describe, expect, test } from 'vitest';
import type { ArgsOf } from '../../shared/contract/contract.ts';
import { signOut } from '../../main/app/staff/sign-out.ts';
import { readFacts } from '../read-facts.ts';
import { checkPin } from '../../main/app/staff/staff.ts';
import { hashPin, verifyPin } from '../../main/secrets/pin-hash.ts';
import { openPepper } from '../../main/secrets/pepper.ts';
import { makeMemoryFiles } from '../adapters/memory-files.ts';
import { must, openOffice, openReadyOffice } from '../office.ts';

const tryPin = (office: Awaited<ReturnType<typeof openReadyOffice>>, pin: string) =>
  office.console('staff.sign-in', {
    staff: office.view().staff.find(({ name }) => name === 'Trainer 1')?.id ?? '',
    pin,
  });

describe('a PIN', () => {
  test('has six digits or more, not in sequence and not all alike', () => {
    expect(checkPin('12345')).toMatchObject({ code: 'pin-too-short' });
    expect(checkPin('59a026')).toMatchObject({ code: 'pin-too-short' });
    for (const simple of ['123456', '987654', '000000', '7777777', '890123'])
      expect(checkPin(simple)).toMatchObject({ code: 'pin-too-simple' });
    expect(checkPin('593026')).toMatchObject({ ok: true });
  });

  test('is hashed with a salt and a pepper, and matches only with both', () => {
    const hash = hashPin('593026', 'pepper');
    expect(hash).not.toContain('593026');
    expect(hashPin('593026', 'pepper')).not.toBe(hash);
    expect(verifyPin('593026', 'pepper', hash)).toBe(true);
    expect(verifyPin('593027', 'pepper', hash)).toBe(false);
    expect(verifyPin('593026', 'another pepper', hash)).toBe(false);
    for (const broken of [
      '',
      'md5$x',
      'scrypt$16384$8$5$$',
      'scrypt$x$8$5$AAAA$AAAA',
      'scrypt$3$8$5$AAAA$AAAA',
      'scrypt$16384$0$5$AAAA$AAAA',
    ])
      expect(verifyPin('593026', 'pepper', broken)).toBe(false);
  });

  test('stands in no file as it was typed, and its pepper outside the data folder', async () => {
    const files = makeMemoryFiles();
    const vault = {
      seal: (secret: string) => Buffer.from(secret),
      open: (sealed: Buffer) => sealed.toString(),
    };
    const pepper = await openPepper(files, '/machine/pepper', vault);
    expect(pepper).toMatch(/^[0-9a-f]{64}$/);
    expect(await openPepper(files, '/machine/pepper', vault)).toBe(pepper);
  });
});

describe('signing in', () => {
  test('wrong PINs are counted and waited for, also after a restart', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    expect(await tryPin(office, '000001')).toEqual({
      ok: false,
      code: 'pin-wrong',
      details: { left: 2 },
    });
    await tryPin(office, '000002');
    expect(await tryPin(office, '000003')).toEqual({
      ok: false,
      code: 'pin-wrong',
      details: { left: 0 },
    });
    expect(await tryPin(office, '593026')).toEqual({
      ok: false,
      code: 'pin-wait',
      details: { seconds: 30 },
    });
    await office.close();
    const later = await openOffice({ files });
    expect(await tryPin(later, '593026')).toMatchObject({ code: 'pin-wait' });
    later.clock.advance(31_000);
    expect(await tryPin(later, '000004')).toMatchObject({ code: 'pin-wrong' });
    later.clock.advance(31_000);
    expect(await tryPin(later, '593026')).toEqual({
      ok: false,
      code: 'pin-wait',
      details: { seconds: 29 },
    });
    later.clock.advance(30_000);
    await must(tryPin(later, '593026'));
    expect(later.view().session?.staff).toMatchObject({
      name: 'Trainer 1',
      functions: ['trainer'],
    });
  });

  test('ends by itself after the idle time, and the record says so', async () => {
    const office = await openReadyOffice();
    await must(tryPin(office, '593026'));
    const limit = office.view().settings.idleMinutes * 60_000;
    office.clock.advance(limit);
    expect(office.session.isIdle(office.clock.now().mono, limit)).toBe(false);
    office.clock.advance(1);
    expect(office.session.isIdle(office.clock.now().mono, limit)).toBe(true);
    await must(signOut(office.core, office.session, 'idle', () => undefined));
    await must(tryPin(office, '593026'));
    await must(office.console('staff.sign-out', {}));
    const facts = await readFacts(office.files, '/data');
    expect(facts.flatMap((fact) => (fact.type === 'sign-out' ? [fact.data.reason] : []))).toEqual([
      'idle',
      'asked',
    ]);
  });

  test('ends when asked', async () => {
    const office = await openReadyOffice();
    await must(tryPin(office, '593026'));
    await must(office.console('staff.sign-out', {}));
    expect(office.view().session).toBeNull();
  });
});

describe('first start', () => {
  const member = { name: 'Koordinator', functions: ['coordinator'], pin: '718293' } as const;
  test('is possible once, wants a coordinator, different names and good PINs', async () => {
    const office = await openOffice();
    const settings = office.view().settings;
    expect(office.view().service).toBe('not-set-up');
    const setUp = (staff: ArgsOf<'office.set-up'>['staff']) =>
      office.console('office.set-up', { settings, staff });
    expect(await setUp([{ ...member, functions: ['desk'] }])).toMatchObject({
      code: 'coordinator-needed',
    });
    expect(await setUp([member, { ...member, name: 'koordinator' }])).toMatchObject({
      code: 'staff-name-taken',
    });
    expect(await setUp([{ ...member, pin: '123456' }])).toMatchObject({ code: 'pin-too-simple' });
    expect(await setUp([{ ...member, name: ' ' }])).toMatchObject({ code: 'text-empty' });
    await must(setUp([member]));
    expect(await setUp([member])).toMatchObject({ ok: false });
    expect(office.view().service).toBe('open');
  });

  test('staff and settings are changed later by coordinator or administrator only', async () => {
    const office = await openReadyOffice();
    await must(tryPin(office, '593026'));
    const { settings } = office.view();
    expect(await office.console('office.change-settings', { settings })).toMatchObject({
      code: 'not-your-role',
    });
    expect(
      await office.console('staff.add', {
        member: { name: 'Trainer 3', functions: ['trainer'], pin: '482913' },
      }),
    ).toMatchObject({ code: 'not-your-role' });
  });
});
