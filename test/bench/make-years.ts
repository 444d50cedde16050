import { join } from 'node:path';
import { makeExports } from '../../main/reports/exports.ts';
import type { RunId } from '../../shared/base/ids.ts';
import { findErasable } from '../../main/records/find-erasable.ts';
import { makeHandlers } from '../../main/app/handlers.ts';
import { makeServe } from '../../main/engine/serve.ts';
import { makeRecorder } from '../../main/engine/recorder.ts';
import { makeRecordKeeping } from '../../main/records/record-keeping.ts';
import { makeRegister } from '../../main/reports/register/register.ts';
import { readRegister } from '../../main/reports/register/read-register.ts';
import { restore } from '../../main/records/restore.ts';
import { makeSession } from '../../main/engine/session.ts';
import type { Files, Pins } from '../../main/ports.ts';
import { makeSimulatedClock, type SimulatedClock } from '../../main/clocks.ts';
import { makeBackup } from '../../main/storage/backup/make-backup.ts';
import { openBusyRoom } from './busy-room.ts';
import { seededChance, type Chance } from './seeded-chance.ts';
import { unflushedFiles } from './unflushed-files.ts';

const minute = 60_000;
const dayMs = 86_400_000;
/** A Monday, 08.00 WIB, ten years before the product's papers. */
const firstMorning = Date.parse('2016-11-21T01:00:00Z');
/** PINs that cost nothing: the real ones are hashed for a tenth of a second each. */
const quickPins: Pins = {
  hash: async (pin) => `quick:${pin}`,
  verify: async (pin, hash) => hash === `quick:${pin}`,
};

/** Opens the core as the program does, without windows. */
export async function openCore(
  files: Files,
  folder: string,
  clock: SimulatedClock,
  chance: Chance,
) {
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `${chance
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')}${chance
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')}${String(ids).padStart(16, '0')}`;
  };
  const restored = await restore(files, folder, newId, clock.now().at);
  const { journal, people } = restored;
  const session = makeSession();
  const recorder = makeRecorder({
    journal,
    people,
    clock,
    version: 'bench',
    run: newId() as RunId,
    restored: restored.state,
    changed: (state) => restored.follow(state),
  });
  const core = { recorder, people, newId, head: journal.head };
  const keeping = makeRecordKeeping({
    core,
    files,
    dataFolder: folder,
    exportsFolder: null,
    make: (work, progress) => makeBackup(files, work, progress),
    find: (question) => findErasable(files, folder, question),
  });
  const handlers = makeHandlers({
    core,
    session,
    register: makeRegister(recorder, (question) => readRegister(files, folder, question)),
    pins: quickPins,
    clock,
    keeping,
    chooseFolder: async () => null,
    exported: makeExports(files, join(folder, '..', 'exports')),
    checkedIn: () => undefined,
    sessionChanged: () => undefined,
  });
  const serve = makeServe({
    handlers,
    core,
    session,
    clock,
    report: (error) => {
      throw error;
    },
  });
  await recorder.begin('start');
  return {
    core,
    serve,
    session,
    newId,
    close: async (): Promise<void> => {
      await recorder.settled();
      await restored.saveCheckpoint(recorder.isUnfailed());
      await journal.close();
      await people.close();
    },
  };
}

export type MakeYears = {
  readonly folder: string;
  readonly visits: number;
  readonly seed: number;
  readonly progress: (visits: number) => void;
  readonly isCancelled: () => boolean;
};

/** Ten busy years: the visits of office days, one hundred to one hundred and ten a day, as the program serves them. */
export async function makeYears({
  folder,
  visits,
  seed,
  progress,
  isCancelled,
}: MakeYears): Promise<number> {
  const chance = seededChance(seed);
  const clock = makeSimulatedClock(firstMorning);
  const { core, serve, session, newId, close } = await openCore(
    unflushedFiles,
    folder,
    clock,
    chance,
  );
  const room = openBusyRoom({ core, serve, session, clock, chance, nextCommand: newId });
  await room.setUp();
  let made = 0;
  for (let morning = firstMorning; made < visits && !isCancelled(); morning += dayMs) {
    if ([0, 6].includes(new Date(morning).getUTCDay())) continue;
    clock.advance(Math.max(0, morning - clock.now().at));
    if (made > 0) await core.recorder.wake(newId() as RunId);
    await room.signAllIn();
    let left = Math.min(visits - made, 100 + chance.below(11));
    let present: AsyncGenerator<undefined, undefined>[] = [];
    while (left > 0 || present.length > 0) {
      // Somebody new every four minutes; everybody else goes one step on about every four minutes.
      if (left > 0) {
        left -= 1;
        made += 1;
        present.push(room.visit(made));
      }
      const staying: typeof present = [];
      for (const visit of present) {
        clock.advance(Math.round((4 * minute) / present.length));
        if ((await visit.next()).done !== true) staying.push(visit);
      }
      present = staying;
    }
    progress(made);
  }
  await close();
  return made;
}
