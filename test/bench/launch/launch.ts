import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsFor, launchWindows } from '../../../scripts/electron/launch-windows.ts';
import { callFrom } from '../../e2e/desktop.ts';
import { busySettings, busyStaff } from '../busy-room.ts';
import { median, milliseconds, percentile, times, whole, type Figure } from '../figures.ts';
import { copyYears } from '../years-copy.ts';
import { startWatched, type Started } from './start-watched.ts';

const runs = 10;

/** The program on a data folder, with a machine's folder of its own. */
const program = async (data: string): Promise<Started> => {
  const root = await mkdtemp(join(tmpdir(), 'pendamping-launch-'));
  const start = {
    data,
    machine: join(root, 'machine'),
    exports: join(root, 'exports'),
    clock: null,
  };
  try {
    return await startWatched('kiosk', ['.', ...argumentsFor(start)]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};

const bare = async (): Promise<Started> => {
  const machine = await mkdtemp(join(tmpdir(), 'pendamping-bare-'));
  const windows = join(import.meta.dirname, 'bare-windows.cjs');
  try {
    return await startWatched('bare', [windows, `--user-data-dir=${machine}`]);
  } finally {
    await rm(machine, { recursive: true, force: true });
  }
};

/** The data folder of an office that has been set up and closed, as it is every morning. */
const setUpOffice = async (): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'pendamping-office-'));
  const data = join(root, 'data');
  const start = {
    data,
    machine: join(root, 'machine'),
    exports: join(root, 'exports'),
    clock: null,
  };
  const { app, console: desk } = await launchWindows(start);
  await callFrom(desk, 'office.set-up', {
    commandId: 'bench-set-up',
    settings: busySettings,
    staff: busyStaff.map((member) => ({ ...member })),
  });
  await app.close();
  return data;
};

const within = (ratios: readonly number[]): string =>
  `${times(median(ratios))} [${times(percentile(ratios, 0.1))}..${times(percentile(ratios, 0.9))}]`;

/**
 * How long a start takes and how much memory it needs, against bare Electron with two windows of the same sizes: by turns,
 * each repetition in the other order, ratios within a repetition.
 * @param years the folder with ten busy years; null: they are left out
 */
export async function launch(years: string | null): Promise<readonly Figure[]> {
  const office = await setUpOffice();
  const many = years === null ? null : await copyYears(years);
  const kinds: Readonly<Record<string, () => Promise<Started>>> = {
    bare,
    office: () => program(office),
    ...(many === null ? {} : { years: () => program(many) }),
  };
  // The first start after years settles, and files are read from the disk once: measured are starts like any other morning's.
  for (const start of Object.values(kinds)) await start();
  const found: Record<string, Started>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const taken: Record<string, Started> = {};
    const order = Object.entries(kinds);
    for (const [kind, start] of run % 2 === 0 ? order : order.reverse())
      taken[kind] = await start();
    found.push(taken);
  }
  for (const folder of [office, ...(many === null ? [] : [many])])
    await rm(folder, { recursive: true, force: true });

  const all = (kind: string, what: keyof Started): readonly number[] =>
    found.map((taken) => taken[kind]?.[what] ?? NaN);
  const ratios = (kind: string, to: string, what: keyof Started): readonly number[] => {
    const floor = all(to, what);
    return all(kind, what).map((value, at) => value / (floor[at] ?? NaN));
  };
  const against = 'bare Electron, two empty windows of the same sizes';
  return [
    {
      what: 'launch until the kiosk can be touched',
      against,
      found: `${within(ratios('office', 'bare', 'ms'))} (${milliseconds(median(all('office', 'ms')))} against ${milliseconds(median(all('bare', 'ms')))})`,
      goal: '≤ 1.25×',
    },
    ...(many === null
      ? []
      : [
          {
            what: 'the same, ten busy years on disk',
            against,
            found: `${within(ratios('years', 'bare', 'ms'))}; ${times(median(ratios('years', 'office', 'ms')))} of an empty folder’s`,
            goal: '≤ 1.25×',
          },
        ]),
    {
      what: 'memory, both windows idle (PSS)',
      against,
      found: `${within(ratios('office', 'bare', 'megabytes'))} (${whole(median(all('office', 'megabytes')))} against ${whole(median(all('bare', 'megabytes')))} MB)`,
      goal: '≤ 1.25×',
    },
  ];
}
