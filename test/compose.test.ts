import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../shared/settings/settings.ts';
import { compose, type Environment } from '../main/compose.ts';
import type { Printer } from '../main/ports.ts';
import { makeSimulatedClock } from '../main/clocks.ts';
import { nodeFiles } from '../main/storage/files/node-files.ts';
import { readGreeting } from '../main/storage/greeting/greeting.ts';
import { guestBookA, monday, nextCommand, pins } from './office.ts';
import { readFacts } from './read-facts.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-compose-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const sources = {
  pin: 'workers/pin-worker',
  verify: 'workers/verify-worker',
  keeping: 'workers/keeping-worker',
  register: 'workers/register-worker',
};

/** The real program without its windows; its workers are the sources. */
const open = async (printer: Printer) => {
  const buildFolder = join(folder, 'build');
  await mkdir(buildFolder, { recursive: true });
  for (const [name, source] of Object.entries(sources)) {
    await writeFile(
      join(buildFolder, `${name}-worker.cjs`),
      `void import(${JSON.stringify(String(pathToFileURL(join(import.meta.dirname, '../main', `${source}.ts`))))});`,
    );
  }
  const reported: unknown[] = [];
  const environment: Environment = {
    dataFolder: join(folder, 'data'),
    exportsFolder: join(folder, 'exports'),
    machineFolder: join(folder, 'machine'),
    buildFolder,
    version: 'test',
    clock: makeSimulatedClock(monday),
    files: nodeFiles,
    shell: {
      publish: () => undefined,
      bringToFront: () => undefined,
      chooseFolder: async () => null,
    },
    printer,
    vault: { seal: (secret) => Buffer.from(secret), open: (sealed) => sealed.toString() },
    report: (error) => void reported.push(error),
  };
  const application = await compose(environment);
  if (application === null) throw new Error('Another program has the folder');
  return { ...application, reported };
};

/** A printer whose slips come out when they are let go. */
const makeSlowPrinter = () => {
  const waiting: (() => void)[] = [];
  const begun: (() => void)[] = [];
  return {
    slipToPdf: ({ code }: { readonly code: string }) =>
      new Promise<Uint8Array>((resolve) => {
        waiting.push(() => resolve(Buffer.from(`slip ${code}`)));
        for (const tell of begun.splice(0)) tell();
      }),
    hasBegun: () =>
      waiting.length > 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => void begun.push(resolve)),
    letGo: () => {
      for (const print of waiting.splice(0)) print();
    },
  };
};

test('a slip that is being made when the program ends gets its file and its fact; the next one is made at the next start', async () => {
  const printer = makeSlowPrinter();
  const program = await open(printer);
  expect(
    await program.serve('console', 'office.set-up', {
      commandId: nextCommand(),
      settings: defaultSettings,
      staff: [
        { name: 'Koordinator', functions: ['coordinator'], pin: pins.coordinator },
        { name: 'Meja layanan 1', functions: ['desk'], pin: pins.desk },
        { name: 'Trainer 1', functions: ['trainer'], pin: pins.trainer },
      ],
    }),
  ).toMatchObject({ ok: true });
  const checkIn = () =>
    program.serve('kiosk', 'visit.check-in', {
      commandId: nextCommand(),
      guestBook: guestBookA,
      language: 'id',
      notice: 1,
      fillingMs: 0,
    });
  expect(await checkIn()).toMatchObject({ ok: true });
  expect(await checkIn()).toMatchObject({ ok: true });
  await printer.hasBegun();
  const closed = program.close();
  printer.letGo();
  await closed;
  const slips = async () =>
    (await readFacts(nodeFiles, join(folder, 'data')))
      .filter(({ type }) => type.startsWith('slip.'))
      .map(({ type }) => type);
  expect(await slips()).toEqual(['slip.saved']);
  expect(await nodeFiles.list(join(folder, 'data', 'slips', '2026-11'))).toHaveLength(1);
  expect(program.reported).toEqual([]);

  const later = await open(printer);
  await printer.hasBegun();
  printer.letGo();
  await later.close();
  expect(await slips()).toEqual(['slip.saved', 'slip.saved']);
  expect(await nodeFiles.list(join(folder, 'data', 'slips', '2026-11'))).toHaveLength(2);
});

test('an office that is set up has a greeting, as its settings are, also where it was taken away', async () => {
  const data = join(folder, 'data');
  const program = await open(makeSlowPrinter());
  expect(await readGreeting(nodeFiles, data, 'test')).toBeNull();
  await program.serve('console', 'office.set-up', {
    commandId: nextCommand(),
    settings: { ...defaultSettings, zone: 'WITA' },
    staff: [{ name: 'Koordinator', functions: ['coordinator'], pin: pins.coordinator }],
  });
  await expect.poll(() => readGreeting(nodeFiles, data, 'test')).toMatchObject({ zone: 'WITA' });
  await rm(join(data, 'greeting.json'));
  await program.close();
  expect(await readGreeting(nodeFiles, data, 'test')).toMatchObject({ zone: 'WITA' });
  expect(program.reported).toEqual([]);
});

test('what a killed program left half done in older months is taken away soon after the start', async () => {
  const month = join(folder, 'data', 'slips', '2016-01');
  for (const each of [
    month,
    join(folder, 'data', 'slips', '2026-10'),
    join(folder, 'data', 'slips', '2026-11'),
  ])
    await mkdir(each, { recursive: true });
  await writeFile(join(month, 'AAAA-AAAA.pdf.new'), 'half a name');
  const program = await open(makeSlowPrinter());
  await program.tick();
  await program.close();
  expect(await nodeFiles.list(month)).toEqual([]);
  expect(program.reported).toEqual([]);
});

test('a start takes away half-made registers, and a missing exports folder stops nobody', async () => {
  await mkdir(join(folder, 'exports'));
  await writeFile(join(folder, 'exports', 'register-2026-10.csv.new'), 'half a name');
  await writeFile(join(folder, 'exports', 'register-2026-10.csv'), 'whole');
  const program = await open(makeSlowPrinter());
  await expect
    .poll(() => nodeFiles.list(join(folder, 'exports')))
    .toEqual(['register-2026-10.csv']);
  await program.close();
  await rm(join(folder, 'exports'), { recursive: true });
  await writeFile(join(folder, 'exports'), 'no folder');
  const later = await open(makeSlowPrinter());
  await later.close();
});
