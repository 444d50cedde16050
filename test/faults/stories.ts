import { join } from 'node:path';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { erase, resumeErasures } from '../../main/records/erasure.ts';
import { findErasable } from '../../main/records/find-erasable.ts';
import type { VisitCode } from '../../shared/base/ids.ts';
import { makeSimulatedClock, type SimulatedClock } from '../../main/clocks.ts';
import {
  answer,
  guestBookA,
  guestBookB,
  monday,
  must,
  openOffice,
  pins,
  signIn,
  type TestOffice,
} from '../office.ts';
import type { Printer } from '../../main/ports.ts';
import { makeCrashFiles, type CrashFiles } from './crash-files.ts';
import { emptyImage, type DiskEvent, type Image } from './disk.ts';
import type { Recording } from './explore.ts';
import { erasureParts, folder } from './reopen.ts';
import { openLedger, type Ledger } from './told.ts';

/** Who tells a story: an office on a disk that records, with a clock. */
export type Teller = {
  readonly files: CrashFiles;
  readonly clock: SimulatedClock;
  /** Starts the program on the disk as it is, without the last one having ended well. */
  readonly start: () => Promise<TestOffice>;
  readonly ledger: Ledger;
};
export type Story = {
  readonly name: string;
  readonly onNewDisk?: true;
  readonly tell: (teller: Teller) => Promise<void>;
};

export function checkInAs(office: TestOffice, guestBook = guestBookA) {
  return office.kiosk('visit.check-in', {
    guestBook,
    language: 'id',
    notice: 1,
    fillingMs: 120_000,
  });
}

export function setUp(office: TestOffice) {
  return office.console('office.set-up', {
    settings: defaultSettings,
    staff: [
      { name: 'Koordinator', functions: ['coordinator'], pin: pins.coordinator },
      { name: 'Meja layanan 1', functions: ['desk'], pin: pins.desk },
      { name: 'Trainer 1', functions: ['trainer'], pin: pins.trainer },
    ],
  });
}

/** Waits until the slips are made and all is flushed or refused. */
export async function quiet(office: TestOffice): Promise<void> {
  await office.slipsDone();
  await office.recorder.settled();
}

/** The next change of this kind, in that kind of file, fails. */
export function failOnce(files: CrashFiles, kind: DiskEvent['kind'], part: string): void {
  files.onCall = (event) => {
    if (event.kind !== kind || !event.path.includes(part)) return undefined;
    files.onCall = () => undefined;
    throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
  };
}

/** The program dies just before the next change of this kind: that call never comes back. @returns when it was reached */
const dieBefore = (files: CrashFiles, kind: DiskEvent['kind'], part: string): Promise<void> =>
  new Promise((reached) => {
    files.onCall = (event) => {
      if (event.kind !== kind || !event.path.includes(part)) return undefined;
      files.onCall = () => undefined;
      reached();
      return new Promise<never>(() => undefined);
    };
  });

/** Somebody is called, started, noted and answered for. */
const firstSteps = async (office: TestOffice, visit: string): Promise<void> => {
  await must(office.console('queue.call', { visit }));
  await must(office.console('queue.begin', { visit }));
  await must(office.console('visit.tick-credentials', { visit, userId: 'SUMBER2024' }));
  await must(office.console('visit.note', { visit, text: 'Berkas dibawa di flash disk.' }));
  office.minutes(2);
  await must(answer(office, visit, 'yes'));
};

export const stories: readonly Story[] = [
  {
    name: 'first start and set-up',
    onNewDisk: true,
    tell: async ({ start }) => {
      const office = await start();
      await must(setUp(office));
      await must(checkInAs(office));
      await quiet(office);
    },
  },
  {
    name: 'check-ins, several at once',
    tell: async ({ start }) => {
      const office = await start();
      await Promise.all(
        [checkInAs(office), checkInAs(office, guestBookB), checkInAs(office)].map(must),
      );
      await quiet(office);
    },
  },
  {
    name: 'steps and notes',
    tell: async ({ start }) => {
      const office = await start();
      const { visit } = await must(checkInAs(office));
      await quiet(office);
      await signIn(office, 'Meja layanan 1');
      await firstSteps(office, visit);
      await must(
        office.console('visit.close', {
          visit,
          outcome: 'left-early',
          reason: 'Harus kembali ke kantor.',
          cause: null,
        }),
      );
      await quiet(office);
    },
  },
  {
    name: 'a month’s change',
    tell: async ({ start, clock }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      clock.advance(9 * 86_400_000);
      await must(checkInAs(office, { ...guestBookA, deadline: '' }));
      await quiet(office);
    },
  },
  ...(['sync', 'write'] as const).map((kind): Story => ({
    name: `a failed ${kind} of the journal, and going on`,
    tell: async ({ start, files }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      failOnce(files, kind, '/journal/');
      await Promise.all([checkInAs(office, guestBookB), checkInAs(office)]);
      await quiet(office);
      await office.recorder.recover();
      await must(checkInAs(office, guestBookB));
      await quiet(office);
    },
  })),
  {
    name: 'a failed flush soon after a month’s change, and going on',
    tell: async ({ start, clock, files }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      clock.advance(9 * 86_400_000);
      await must(checkInAs(office, { ...guestBookA, deadline: '' }));
      await quiet(office);
      failOnce(files, 'sync', '/journal/');
      await checkInAs(office, guestBookB);
      await office.recorder.recover();
      await must(checkInAs(office, guestBookB));
      await quiet(office);
    },
  },
  {
    name: 'a checkpoint, and a start from it',
    tell: async ({ start, clock }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      await office.restored.saveCheckpoint();
      await must(checkInAs(office, guestBookB));
      await quiet(office);
      await office.close();
      clock.advance(60_000);
      const later = await start();
      await must(checkInAs(later));
      await quiet(later);
      await later.restored.saveCheckpoint();
    },
  },
  {
    name: 'a failed flush of the people file, and going on',
    tell: async ({ start, files }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      failOnce(files, 'sync', '/people/');
      await checkInAs(office, guestBookB);
      await office.recorder.recover();
      await must(checkInAs(office, guestBookB));
      await must(checkInAs(office));
      await quiet(office);
    },
  },
  {
    name: 'killed between a person’s record and its fact, started again, and going on',
    tell: async ({ start, files, clock }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      const dead = dieBefore(files, 'write', '/journal/');
      void checkInAs(office, guestBookB);
      await dead;
      clock.advance(60_000);
      const later = await start();
      await must(checkInAs(later, guestBookB));
      await quiet(later);
    },
  },
  {
    name: 'killed between the write and the flush of a fact, and started again',
    tell: async ({ start, files, clock }) => {
      const office = await start();
      const dead = dieBefore(files, 'sync', '/journal/');
      void checkInAs(office);
      await dead;
      clock.advance(60_000);
      const later = await start();
      await must(checkInAs(later, guestBookB));
      await quiet(later);
    },
  },
  ...(['/journal', '/people'] as const).map((part): Story => ({
    name: `killed before the name of a new file in ${part.slice(1)} was flushed, and started again`,
    onNewDisk: true,
    tell: async ({ start, files, clock }) => {
      const dead = dieBefore(files, 'sync-folder', part);
      const first = start()
        .then(setUp)
        .catch(() => undefined);
      await Promise.race([dead, first]);
      clock.advance(60_000);
      const later = await start();
      if (later.state().settings === null) await must(setUp(later));
      await must(checkInAs(later));
      await quiet(later);
    },
  })),
  {
    name: 'a failed flush of the people file, closed, and started again',
    tell: async ({ start, files, clock }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      failOnce(files, 'sync', '/people/');
      await checkInAs(office, guestBookB);
      await office.recorder.recover();
      await office.close();
      clock.advance(60_000);
      const later = await start();
      await must(checkInAs(later, guestBookB));
      await quiet(later);
    },
  },
  ...([null, 'rename'] as const).map((killedAt): Story => ({
    name:
      killedAt === null
        ? 'the erasure of a person, with a check-in beside it'
        : 'an erasure, killed in its middle, and started again',
    tell: async ({ start, files, clock, ledger }) => {
      const office = await start();
      const { visit } = await must(checkInAs(office));
      await quiet(office);
      await signIn(office, 'Meja layanan 1');
      await must(
        office.console('visit.close', {
          visit,
          outcome: 'left-early',
          reason: 'Harus kembali ke kantor.',
          cause: null,
        }),
      );
      await office.restored.saveCheckpoint();
      const found = await findErasable(files, folder, {
        visits: [visit as VisitCode],
        samePerson: true,
      });
      const dead = killedAt === null ? null : dieBefore(files, killedAt, '/people/');
      const erasing = erase(erasureParts(office), found, 'retention');
      if (dead === null) {
        const [{ destructionRecord }] = await Promise.all([
          must(erasing),
          must(checkInAs(office, guestBookB)),
        ]);
        // The checkpoint holds no words about anyone.
        ledger.erased({
          words: guestBookA.company,
          destructionRecord: join(folder, destructionRecord),
        });
        await quiet(office);
      } else {
        await dead;
        clock.advance(60_000);
        const later = await start();
        await resumeErasures(erasureParts(later));
        ledger.erased({ words: guestBookA.company, destructionRecord: null });
      }
    },
  })),
  {
    name: 'the power went while a person’s record was written, started again, and going on',
    tell: async ({ start, files, clock }) => {
      const office = await start();
      await must(checkInAs(office));
      await quiet(office);
      files.onCall = (event) => {
        if (event.kind !== 'write' || !event.path.includes('/people/')) return undefined;
        files.onCall = () => undefined;
        return Math.floor(event.asked.length / 2);
      };
      const refused = await checkInAs(office, guestBookB);
      if (refused.ok) throw new Error('Half a record was acknowledged');
      clock.advance(60_000);
      const later = await start();
      await must(checkInAs(later, guestBookB));
      await quiet(later);
    },
  },
];

/** A data folder after its first start and set-up, closed well. */
export async function readyImage(): Promise<Image> {
  const { files } = await record(
    {
      name: 'set-up',
      onNewDisk: true,
      tell: async ({ start }) => {
        const office = await start();
        await must(setUp(office));
        await office.close();
      },
    },
    emptyImage,
  );
  return files.image();
}

/** A slip names whom it is for, as the real one does. */
const printer: Printer = {
  slipToPdf: async ({ code, company }) => Buffer.from(`slip ${code} ${company}`),
};

/** Tells a story, and keeps what was done to the disk and what was told to people. */
export async function record(
  story: Story,
  ready: Image,
  silenced: string | null = null,
): Promise<Recording> {
  const before = story.onNewDisk ? emptyImage : ready;
  const files = makeCrashFiles(before, silenced);
  // Ids are made from the clock: each start has its own.
  const clock = makeSimulatedClock(monday + (story.onNewDisk ? 0 : 300_000));
  const ledger = openLedger(() => files.events.length);
  const start = async (): Promise<TestOffice> => {
    const office = await openOffice({ files, folder, clock, printer });
    ledger.shown(office);
    return ledger.listening(office);
  };
  await story.tell({ files, clock, start, ledger });
  return { before, files, told: ledger.told, at: clock.now().at };
}
