import { readSync, writeSync } from 'node:fs';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { openOffice } from '../../office.ts';
import { carelessFiles, noticeShortWrites } from './changed-files.ts';
import { labelFiles, type Point } from './labelled-files.ts';
import type { Orders, Word } from './orders.ts';
import { seeded } from './seeded.ts';
import { workingDay } from './working-day.ts';

// The program under test: the whole application without Electron on real files, in a process of its own that can be
// killed. It takes Orders as its one argument, and says Words on its standard output.

/** So few acknowledged commands lie between two checkpoints: their writing is to be hit often. */
const checkpointEvery = 5;

const say = (word: Word): void => void writeSync(1, `${JSON.stringify(word)}\n`);

/** Stands still, whatever else was under way, until the one who watches has done something and answers. */
const ask = (why: 'fault' | 'out'): void => {
  say({ says: 'asks', why });
  readSync(0, Buffer.alloc(1));
};

const watch = ({ fault }: Orders): ((point: Point) => void) => {
  let left = fault?.time ?? 0;
  return (point) => {
    if (point !== fault?.point) return;
    left -= 1;
    if (left !== 0) return;
    say({ says: 'reached', point });
    if (fault.way === 'kill') process.kill(process.pid, 'SIGKILL');
    else ask('fault');
  };
};

const work = async (orders: Orders): Promise<void> => {
  const { folder, seed, at, rounds } = orders;
  const real = noticeShortWrites(nodeFiles, () => say({ says: 'wrote-short' }));
  const files = labelFiles(
    orders.careless === true ? carelessFiles(real) : real,
    folder,
    watch(orders),
  );
  const office = await openOffice({ files, folder, clock: makeSimulatedClock(at) });
  say({ says: 'open' });
  let sinceCheckpoint = 0;
  let saving = Promise.resolve();
  const day = workingDay(office, seeded(seed), String(seed), (one) => {
    say({ says: 'acknowledged', one });
    sinceCheckpoint += 1;
    if (sinceCheckpoint < checkpointEvery) return;
    sinceCheckpoint = 0;
    // A checkpoint that cannot be written is none: the program goes on.
    saving = saving.then(() => office.restored.saveCheckpoint()).catch(() => undefined);
  });

  const goOn = async (isOpen: boolean): Promise<boolean> => {
    say({ says: 'refused' });
    if (isOpen) await day.round();
    ask('out');
    const inService = await office.recorder.recover();
    say({ says: 'recovered', inService });
    return inService;
  };
  let isOpen = await day.open();
  for (let left = rounds; left > 0; left -= 1) {
    const wentWell = isOpen ? await day.round() : (isOpen = await day.open());
    if (!wentWell && !(await goOn(isOpen))) return;
  }
  await saving;
  await office.close();
};

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
try {
  await work(orders);
  say({ says: 'done' });
} catch (error) {
  say({
    says: 'failed',
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}
// Whatever still waits for a disk that is gone is not waited for.
process.exit();
