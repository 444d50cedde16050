import { makeExports } from '../main/reports/exports.ts';
import { contract, type ArgsOf, type AnswerOf, type Message } from '../shared/contract/contract.ts';
import type { RunId } from '../shared/base/ids.ts';
import type { WindowRole } from '../shared/contract/windows.ts';
import type { StampedFact } from '../shared/facts/facts.ts';
import { defaultSettings, type Settings } from '../shared/settings/settings.ts';
import type { ConsoleView } from '../shared/views/console-view.ts';
import type { KioskView } from '../shared/views/kiosk-view.ts';
import type { Result } from '../shared/base/result.ts';
import type { ExportsFolder } from '../main/storage/files/exports-folder.ts';
import { makeHandlers } from '../main/app/handlers.ts';
import { makePublisher } from '../main/engine/publisher.ts';
import { makeRecorder } from '../main/engine/recorder.ts';
import { readRegister } from '../main/reports/register/read-register.ts';
import { makeRegister } from '../main/reports/register/register.ts';
import { restore } from '../main/records/restore.ts';
import { makeSession } from '../main/engine/session.ts';
import { saveSlip } from '../main/devices/paper/slips.ts';
import { makeServe } from '../main/engine/serve.ts';
import type { Files, Pins, Printer } from '../main/ports.ts';
import { makeSimulatedClock, type SimulatedClock } from '../main/clocks.ts';
import { findErasable } from '../main/records/find-erasable.ts';
import { makeRecordKeeping } from '../main/records/record-keeping.ts';
import { makeBackup } from '../main/storage/backup/make-backup.ts';
import { makeMemoryFiles } from './adapters/memory-files.ts';

/** 23 November 2026, 12.58 WIB: when visit (a) of the product's papers begins. */
export const monday = Date.parse('2026-11-23T05:58:00Z');

/** PINs that cost nothing: the real ones have a suite of their own. */
const quickPins: Pins = {
  hash: async (pin) => `quick:${pin}`,
  verify: async (pin, hash) => hash === `quick:${pin}`,
};
const paperless: Printer = { slipToPdf: async ({ code }) => Buffer.from(`slip ${code}`) };

export type TestOffice = Awaited<ReturnType<typeof openOffice>>;

let commands = 0;
export function nextCommand(): string {
  return `command-${String((commands += 1)).padStart(6, '0')}`;
}

/**
 * The application without Electron: the real recorder, journal, people file, handlers and views, on a file system and a
 * clock that a test holds in its hands.
 * @param given `isWatched` false: no window is open, and views are built when they are asked for alone. A long history wants
 * that: building them all after every fact takes longer the more visits are open. `acknowledged` is told of facts once they
 * are flushed
 */
export async function openOffice(
  given: {
    readonly files?: Files;
    readonly clock?: SimulatedClock;
    readonly printer?: Printer;
    readonly folder?: string;
    readonly pins?: Pins;
    readonly exportsFolder?: ExportsFolder;
    readonly isWatched?: boolean;
    readonly acknowledged?: (facts: readonly StampedFact[]) => void;
  } = {},
) {
  const {
    files = makeMemoryFiles(),
    clock = makeSimulatedClock(monday),
    printer = paperless,
    folder = '/data',
    exportsFolder = '/exports',
    isWatched = true,
    acknowledged = () => undefined,
  } = given;
  let ids = 0;
  const salt = Math.floor(clock.now().at).toString(16);
  const newId = (): string => `${salt}${String((ids += 1)).padStart(32 - salt.length, '0')}`;
  const restored = await restore(files, folder, newId, clock.now().at);
  const session = makeSession();
  let published = 0;
  const reported: unknown[] = [];
  const recorder = makeRecorder({
    journal: restored.journal,
    people: restored.people,
    clock,
    version: 'test',
    run: newId() as RunId,
    restored: restored.state,
    loss: restored.loss,
    changed: (state, facts) => {
      restored.follow(state);
      if (facts !== null) acknowledged(facts);
      publish();
    },
  });
  const core = { recorder, people: restored.people, newId, head: restored.journal.head };
  const keeping = makeRecordKeeping({
    core,
    files,
    dataFolder: folder,
    exportsFolder: '/exports',
    make: (work, progress) => makeBackup(files, work, progress),
    find: (question) => findErasable(files, folder, question),
  });
  const publisher = makePublisher({
    core,
    session,
    clock,
    findings: restored.findings,
    shell: {
      publish: () => {
        published += 1;
      },
      bringToFront: () => undefined,
      chooseFolder: async () => null,
    },
  });
  const publish = (): void => {
    if (isWatched) publisher.publish();
  };
  await recorder.begin('start');
  const slips: Promise<void>[] = [];
  const handlers = makeHandlers({
    core,
    session,
    register: makeRegister(recorder, (question) => readRegister(files, folder, question)),
    pins: given.pins ?? quickPins,
    clock,
    exported: makeExports(files, exportsFolder),
    keeping,
    chooseFolder: async () => '/backups',
    checkedIn: (code, ahead) =>
      void slips.push(saveSlip(core, files, printer, folder, code, ahead)),
    sessionChanged: publish,
  });
  const serve = makeServe({
    handlers,
    core,
    session,
    clock,
    report: (error) => void reported.push(error),
  });

  const from =
    (window: WindowRole) =>
    <M extends Message>(
      message: M,
      args: Omit<ArgsOf<M>, 'commandId'> & { commandId?: string },
    ): Promise<Result<AnswerOf<M>>> =>
      serve(
        window,
        message,
        needsCommand(message) ? { commandId: nextCommand(), ...args } : args,
      ) as Promise<Result<AnswerOf<M>>>;

  return {
    files,
    clock,
    folder,
    keeping,
    core,
    recorder,
    restored,
    serve,
    reported,
    session,
    handlers,
    kiosk: from('kiosk'),
    console: from('console'),
    state: () => recorder.state(),
    kioskView: () => publisher.viewOf('kiosk') as KioskView,
    view: () => publisher.viewOf('console') as ConsoleView,
    minutes: (count: number) => clock.advance(count * 60_000),
    /** How many views went to the windows. */
    published: () => published,
    slipsDone: () => Promise.all(slips),
    close: async () => {
      await Promise.all(slips);
      await recorder.settled();
      await restored.saveCheckpoint(recorder.isUnfailed());
      await restored.journal.close();
      await restored.people.close();
    },
  };
}

const needsCommand = (message: Message): boolean => 'commandId' in contract[message].args.shape;

export const pins = { desk: '240817', trainer: '593026', coordinator: '718293' } as const;

/** An office that has been through its first start, with the coordinator, the desk and two trainers. */
export async function openReadyOffice(
  given: Parameters<typeof openOffice>[0] = {},
  settings: Settings = defaultSettings,
): Promise<TestOffice> {
  const office = await openOffice(given);
  const result = await office.console('office.set-up', {
    settings,
    staff: [
      { name: 'Koordinator', functions: ['coordinator'], pin: pins.coordinator },
      { name: 'Meja layanan 1', functions: ['desk'], pin: pins.desk },
      { name: 'Trainer 1', functions: ['trainer'], pin: pins.trainer },
      { name: 'Trainer 2', functions: ['trainer'], pin: pins.trainer },
    ],
  });
  if (!result.ok) throw new Error(result.code);
  return office;
}

/** Signs somebody in by name. */
export async function signIn(office: TestOffice, name: string): Promise<void> {
  const member = office.view().staff.find((each) => each.name === name);
  if (member === undefined) throw new Error(`No ${name}`);
  const held = member.functions.find((one) => one !== 'administrator');
  const pin = held === undefined ? '' : pins[held];
  const result = await office.console('staff.sign-in', { staff: member.id, pin });
  if (!result.ok) throw new Error(result.code);
}

export const guestBookA: ArgsOf<'visit.check-in'>['guestBook'] = {
  name: 'Wakil CV Sumber Makmur Batang',
  company: 'CV Sumber Makmur Batang',
  phone: '0812 3456 7890',
  email: '',
  userId: 'SUMBER2024',
  purpose: 'upload-bid',
  purposeNote: '',
  tenderCode: '8412119',
  tenderName: 'Rehabilitasi Jembatan Kecamatan Bandar',
  deadline: '2026-11-23T15:30',
};
export const guestBookB: ArgsOf<'visit.check-in'>['guestBook'] = {
  name: 'Wakil PT Karya Pantura',
  company: 'PT Karya Pantura',
  phone: '+62 813 9876 5432',
  email: '',
  userId: null,
  purpose: 'problem',
  purposeNote: '',
  tenderCode: '',
  tenderName: '',
  deadline: '',
};

/** Checks a visitor in and returns the visit's code. */
export async function checkIn(office: TestOffice, guestBook = guestBookA): Promise<string> {
  const result = await office.kiosk('visit.check-in', {
    guestBook,
    language: 'id',
    notice: 1,
    fillingMs: 120_000,
  });
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  return result.value.visit;
}

/** The console's view of a visit. */
export function visitOf(office: TestOffice, code: string) {
  const visit = office.view().visits.find((each) => each.code === code);
  if (visit === undefined) throw new Error(`No open visit ${code}`);
  return visit;
}

type More = Partial<
  Pick<ArgsOf<'visit.answer'>, 'cause' | 'problem' | 'companyConfirmed' | 'commandId'>
>;

/** Answers the present step of a visit, as a tap on the console does. */
export function answer(
  office: TestOffice,
  code: string,
  given: ArgsOf<'visit.answer'>['answer'],
  more: More = {},
) {
  const { step, attempt } = visitOf(office, code);
  return office.console('visit.answer', {
    visit: code,
    step,
    attempt,
    answer: given,
    cause: null,
    problem: null,
    companyConfirmed: false,
    ...more,
  });
}

/** Every command of a story succeeds; the story stops where one does not. */
export async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.code} ${JSON.stringify(settled.details ?? {})}`);
  return settled.value;
}
