import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compose } from '../../main/compose.ts';
import { PinsUnavailable } from '../../main/ports.ts';
import { openPins } from '../../main/secrets/pins.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import {
  guestBookA,
  monday,
  must,
  nextCommand,
  openOffice,
  pins as typed,
  signIn,
} from '../office.ts';

let folder = '';
let file = '';
let opened: { readonly close: () => Promise<void> }[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-pins-'));
  file = join(folder, 'pin-worker.cjs');
});
afterEach(async () => {
  for (const each of opened) await each.close();
  opened = [];
  await rm(folder, { recursive: true });
});

const works = `require('node:worker_threads').parentPort.on('message', ({ number, pin, hash }) => {
  require('node:worker_threads').parentPort.postMessage({ number, answer: hash === null ? 'kept ' + pin : hash === 'kept ' + pin });
});`;
const throws = "throw new Error('a DLL is missing');";
const endsWhenAsked =
  "require('node:worker_threads').parentPort.on('message', () => process.exit(3));";
const throwsWhenAsked =
  "require('node:worker_threads').parentPort.on('message', () => { throw new Error('out of memory'); });";
const open = (reported: unknown[] = []) => {
  const pins = openPins(file, 'pepper', (error) => void reported.push(error));
  opened.push(pins);
  return pins;
};

const ways: readonly (readonly [string, string | null])[] = [
  ['is missing', null],
  ['throws', throws],
  ['ends without a word', ''],
  ['ends when asked', endsWhenAsked],
  ['throws when asked', throwsWhenAsked],
];

describe.each(ways)('a PIN worker whose file %s', (_, content) => {
  test('fails what it is asked, everything at once, and another is started at the next try', async () => {
    if (content !== null) await writeFile(file, content);
    const pins = open();
    for (const answer of await Promise.allSettled([
      pins.verify('593026', 'kept 593026'),
      pins.hash('593026'),
    ])) {
      expect(answer).toMatchObject({
        status: 'rejected',
        reason: expect.any(PinsUnavailable) as unknown,
      });
    }
    await writeFile(file, works);
    expect(await pins.verify('593026', 'kept 593026')).toBe(true);
    expect(await pins.verify('593027', 'kept 593026')).toBe(false);
    expect(await pins.hash('593026')).toBe('kept 593026');
  });

  test('refuses set-up, signing in and new staff with a sentence; no try is counted, and visitors are served', async () => {
    if (content !== null) await writeFile(file, content);
    const office = await openOffice({ pins: open() });
    const staff = [
      { name: 'Koordinator', functions: ['coordinator'], pin: typed.coordinator },
      { name: 'Meja layanan 1', functions: ['desk'], pin: typed.desk },
    ] as const;
    const setUp = () =>
      office.console('office.set-up', { settings: defaultSettings, staff: [...staff] });
    expect(await setUp()).toEqual({ ok: false, code: 'pin-check-unavailable' });

    await writeFile(file, works);
    await must(setUp());
    await signIn(office, 'Koordinator');
    await rm(file);
    if (content !== null) await writeFile(file, content);
    const later = await openOffice({ files: office.files, pins: open() });
    for (let tries = 0; tries < 5; tries += 1) {
      expect(
        await later.console('staff.sign-in', {
          staff: later.view().staff[1]?.id ?? '',
          pin: typed.desk,
        }),
      ).toEqual({ ok: false, code: 'pin-check-unavailable' });
    }
    expect(Object.values(later.state().staff)[1]?.tries).toMatchObject({ spent: 0, last: null });
    await must(
      later.kiosk('visit.check-in', {
        guestBook: guestBookA,
        language: 'id',
        notice: 1,
        fillingMs: 1,
      }),
    );

    later.session.begin(later.view().staff[0]?.id as never, later.clock.now().mono);
    expect(
      await later.console('staff.add', {
        member: { name: 'Trainer 1', functions: ['trainer'], pin: typed.trainer },
      }),
    ).toEqual({ ok: false, code: 'pin-check-unavailable' });
    expect(later.reported).toEqual([]);
    expect(later.view().service).toBe('open');
  });
});

test('a PIN worker that starts and never answers is ended when patience is, and the next question starts another', async () => {
  await writeFile(
    file,
    "require('node:worker_threads').parentPort.on('message', () => undefined);",
  );
  const rings = new Set<() => void>();
  const reported: unknown[] = [];
  const pins = openPins(
    file,
    'pepper',
    (error) => void reported.push(error),
    (ring) => {
      rings.add(ring);
      return () => rings.delete(ring);
    },
  );
  opened.push(pins);
  const asked = [pins.verify('593026', 'kept 593026'), pins.hash('593026')];
  await writeFile(file, works);
  expect(rings.size).toBe(2);
  [...rings][0]?.();
  for (const answer of await Promise.allSettled(asked))
    expect(answer).toMatchObject({ reason: expect.any(PinsUnavailable) as unknown });
  expect(reported).toMatchObject([{ message: 'The PIN worker does not answer' }]);
  expect(await pins.verify('593026', 'kept 593026')).toBe(true);
  expect(rings.size).toBe(0);
});

test('why a worker is gone is reported', async () => {
  const reported: unknown[] = [];
  await writeFile(file, throws);
  await expect(open(reported).hash('593026')).rejects.toThrow(PinsUnavailable);
  expect(reported).toMatchObject([{ message: 'a DLL is missing' }]);
});

test('a program none of whose workers can start, and whose desktop has no documents, opens and serves', async () => {
  const reported: unknown[] = [];
  const application = await compose({
    dataFolder: join(folder, 'data'),
    machineFolder: join(folder, 'machine'),
    buildFolder: join(folder, 'nothing-built'),
    version: 'test',
    clock: makeSimulatedClock(monday),
    files: nodeFiles,
    exportsFolder: () => {
      throw new Error("Failed to get 'documents' path");
    },
    shell: {
      publish: () => undefined,
      bringToFront: () => undefined,
      chooseFolder: async () => null,
    },
    printer: { slipToPdf: async () => Buffer.from('slip') },
    vault: { seal: (secret) => Buffer.from(secret), open: (sealed) => sealed.toString() },
    report: (error) => void reported.push(error),
  });
  if (application === null) throw new Error('Somebody else has it');
  const setUp = {
    settings: defaultSettings,
    staff: [{ name: 'Koordinator', functions: ['coordinator'], pin: typed.coordinator }],
  };
  expect(
    await application.serve('console', 'office.set-up', { ...setUp, commandId: nextCommand() }),
  ).toEqual({ ok: false, code: 'pin-check-unavailable' });
  expect(application.viewOf('console')).toMatchObject({ service: 'not-set-up', isSetUp: false });
  await application.tick();
  await application.close();
  // The PIN worker and the verification, each by its own file.
  expect(
    reported.map(String).filter((why) => why.includes('pin-worker.cjs')).length,
  ).toBeGreaterThan(0);
});
