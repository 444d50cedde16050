import { expect, test } from '@playwright/test';
import type { ArgsOf } from '../../shared/contract/contract.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import {
  callFrom,
  killDesktop,
  makeFolders,
  removeFolders,
  startDesktop,
  viewIn,
  type Desktop,
} from './desktop.ts';

/** How often the program is killed: the issue's own figure. */
const kills = 20;

const guestBook = {
  name: 'Wakil CV Sumber Makmur Batang',
  company: 'CV Sumber Makmur Batang',
  phone: '081234567890',
  email: '',
  userId: 'SUMBER2024',
  purpose: 'upload-bid',
  purposeNote: '',
  tenderCode: '',
  tenderName: '',
  deadline: '',
} as const satisfies ArgsOf<'visit.check-in'>['guestBook'];

let commands = 0;
const commandId = (): string => `kill-test-${String((commands += 1)).padStart(6, '0')}`;

const signIn = async (desktop: Desktop): Promise<void> => {
  const { staff } = await viewIn<ConsoleView>(desktop.console);
  const signedIn = await callFrom(desktop.console, 'staff.sign-in', {
    commandId: commandId(),
    staff: staff[0]?.id ?? '',
    pin: '718293',
  });
  expect(signedIn).toMatchObject({ ok: true });
};

/** What was acknowledged so far, by visit: how far it came, and its notes. */
type Told = Map<string, { step: 'waiting' | 'at the desk' | 'answered'; readonly texts: string[] }>;

/** Writes without stopping, remembering what was acknowledged, until the program is gone. */
const writeUntilKilled = async (desktop: Desktop, told: Told, numbers: string[]): Promise<void> => {
  try {
    for (let round = 0; ; round += 1) {
      const checkedIn = await callFrom(desktop.kiosk, 'visit.check-in', {
        commandId: commandId(),
        guestBook,
        language: 'id',
        notice: 1,
        fillingMs: 1_000,
      });
      if (!checkedIn.ok) continue;
      const { visit, number } = checkedIn.value;
      const known: { step: 'waiting' | 'at the desk' | 'answered'; readonly texts: string[] } = {
        step: 'waiting',
        texts: [],
      };
      numbers.push(number);
      told.set(visit, known);
      const note = async (text: string): Promise<void> => {
        const noted = await callFrom(desktop.console, 'visit.note', {
          commandId: commandId(),
          visit,
          text,
        });
        if (noted.ok) known.texts.push(text);
      };
      await note(`Catatan ${round} untuk ${number}, menunggu`);
      if ((await callFrom(desktop.console, 'queue.begin', { commandId: commandId(), visit })).ok)
        known.step = 'at the desk';
      await note(`Catatan ${round} untuk ${number}, di meja`);
      const answered = await callFrom(desktop.console, 'visit.answer', {
        commandId: commandId(),
        visit,
        step: 'ask-training',
        attempt: 1,
        answer: 'yes',
        cause: null,
        problem: null,
        companyConfirmed: false,
      });
      if (answered.ok) known.step = 'answered';
      await note(`Catatan ${round} untuk ${number}, dijawab`);
    }
  } catch {
    // The window is gone with its program: what was not answered by now was not acknowledged.
  }
};

test(`killed ${kills} times in mid-visit: every acknowledged answer is there, no number is issued twice`, async () => {
  test.setTimeout(240_000);
  const folders = await makeFolders(false);
  const told: Told = new Map();
  const numbers: string[] = [];
  const first = await startDesktop(folders, null);
  const setUp = {
    commandId: commandId(),
    settings: defaultSettings,
    staff: [{ name: 'Koordinator', functions: ['coordinator'], pin: '718293' }],
  } as const;
  expect(
    await callFrom(first.console, 'office.set-up', { ...setUp, staff: [...setUp.staff] }),
  ).toMatchObject({ ok: true });
  let desktop = first;
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await signIn(desktop);
    const before = numbers.length;
    const writing = writeUntilKilled(desktop, told, numbers);
    // In mid-visit: after some acknowledged answers, more of them each time, with others under way.
    await expect
      .poll(() => numbers.length - before, { intervals: [1], timeout: 30_000 })
      .toBeGreaterThan(kill % 4);
    await killDesktop(desktop);
    await writing;
    desktop = await startDesktop(folders, null);
    await signIn(desktop);
    const view = await viewIn<ConsoleView>(desktop.console);
    expect(view.records.damaged).toEqual({ places: [], count: 0 });
    for (const [visit, { step, texts }] of told) {
      const found = view.visits.find(({ code }) => code === visit);
      expect(found?.company, `visit ${visit} after kill ${kill + 1}`).toBe(guestBook.company);
      expect(found?.notes.map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
      // What was under way when the program died may have been recorded too: at least what was acknowledged is there.
      if (step === 'at the desk')
        expect(found?.phase === 'running' || found?.step === 'call-provider').toBe(true);
      if (step === 'answered')
        expect(found).toMatchObject({ step: 'call-provider', phase: 'trainer-owed' });
      expect(found?.clocks[0]).toMatchObject({ running: true });
    }
    acknowledged = [...told.values()].reduce((sum, { texts }) => sum + 1 + texts.length, 0);
  }
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(acknowledged).toBeGreaterThan(kills);
  await desktop.app.close();
  await removeFolders(folders);
});
