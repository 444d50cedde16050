import { describe, expect, test } from 'vitest';
import type { Role } from '../../../shared/base/roles.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';
import {
  answer,
  checkIn,
  must,
  openOffice,
  openReadyOffice,
  pins,
  signIn,
  visitOf,
  type TestOffice,
} from '../../office.ts';
import { readFacts } from '../../read-facts.ts';

const add = async (office: TestOffice, name: string, functions: readonly Role[]): Promise<void> => {
  await signIn(office, 'Koordinator');
  await must(office.console('staff.add', { member: { name, functions, pin: pins.desk } }));
  const staff = office.view().staff.find((each) => each.name === name)?.id ?? '';
  await must(office.console('staff.sign-in', { staff, pin: pins.desk }));
};

/** A visit for which Trainer 1 is called, by whoever is signed in. */
const withTrainerCalled = async (office: TestOffice, name = 'Trainer 1'): Promise<string> => {
  const code = await checkIn(office);
  await must(office.console('queue.call', { visit: code }));
  await must(office.console('queue.begin', { visit: code }));
  await must(answer(office, code, 'yes'));
  const trainer = office.view().trainers.find((each) => each.name === name)?.id ?? 'nobody';
  const called = { visit: code, trainer, workstation: 'ws-1', cleared: false };
  await must(office.console('visit.call-trainer', called));
  return code;
};

describe('a person who is desk and trainer', () => {
  test('does the work of both: calls, begins, is called, explains', async () => {
    const office = await openReadyOffice();
    await add(office, 'Petugas 1', ['trainer', 'desk']);
    const code = await withTrainerCalled(office, 'Petugas 1');
    expect(visitOf(office, code).mayAnswer).toBe(true);
    await must(answer(office, code, 'done'));
    await must(answer(office, code, 'no'));
    expect(visitOf(office, code).step).toBe('explain-qualification');
    expect(
      await office.console('office.change-settings', { settings: defaultSettings }),
    ).toMatchObject({ code: 'not-your-role' });
  });

  test('records for another trainer what was spoken, as the desk does; a trainer only may not', async () => {
    const office = await openReadyOffice();
    await add(office, 'Petugas 1', ['desk', 'trainer']);
    const code = await withTrainerCalled(office);
    await signIn(office, 'Trainer 2');
    expect(await answer(office, code, 'done')).toMatchObject({ code: 'not-the-called-trainer' });
    const both = office.view().staff.find(({ name }) => name === 'Petugas 1')?.id ?? '';
    await must(office.console('staff.sign-in', { staff: both, pin: pins.desk }));
    await must(answer(office, code, 'done'));
  });

  test('is on record with both, in one order and each once, also after a restart', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    await add(office, 'Petugas 1', ['trainer', 'desk', 'trainer']);
    const joined = (await readFacts(files, '/data')).flatMap((fact) =>
      fact.type === 'staff.joined' ? [fact.data.functions] : [],
    );
    expect(joined.at(-1)).toEqual(['desk', 'trainer']);
    const later = await openOffice({ files });
    expect(later.view().staff.at(-1)).toMatchObject({
      name: 'Petugas 1',
      functions: ['desk', 'trainer'],
    });
  });
});

test('a person without any function is none of the staff', async () => {
  const office = await openReadyOffice();
  await signIn(office, 'Koordinator');
  expect(
    await office.console('staff.add', {
      member: { name: 'Petugas 1', functions: [], pin: pins.desk },
    }),
  ).toMatchObject({ code: 'malformed' });
});

test('a coordinator who is also administrator is asked for, and is enough, at set-up', async () => {
  const office = await openOffice();
  const setUp = (functions: readonly Role[]) =>
    office.console('office.set-up', {
      settings: defaultSettings,
      staff: [{ name: 'Petugas 1', functions, pin: pins.coordinator }],
    });
  expect(await setUp(['desk', 'trainer'])).toMatchObject({ code: 'coordinator-needed' });
  await must(setUp(['administrator', 'coordinator']));
});
