import { join } from 'node:path';
import { monday } from '../../office.ts';
import { fillAt, onSmallDisk } from './full-disks.ts';
import { points } from './labelled-files.ts';
import { openLedger } from './ledger.ts';
import type { Orders } from './orders.ts';
import { runProgram, type Program } from './run-program.ts';
import { seeded } from './seeded.ts';

export type ForgottenReport = {
  readonly runs: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
};

/**
 * A flush fails and the program is killed before it can go on; there is room again, and the next run starts without a new
 * mount: what was never written still reads back from memory, and the system has told its one error to a program that is
 * no more. Then the power is cut under that next run. What it built on must be on the disk all the same.
 */
export async function forgetErrors(
  program: Program,
  wanted: { readonly runs: number; readonly seed: number },
): Promise<ForgottenReport> {
  const chance = seeded(wanted.seed);
  const wrong: string[] = [];
  let [runs, acknowledged] = [0, 0];

  const run = async (
    fill: () => Promise<void>,
    makeRoom: () => Promise<void>,
    folder: string,
    cut: () => Promise<void>,
    mountAgain: () => Promise<void>,
  ): Promise<void> => {
    const ledger = openLedger();
    const failing: Orders = {
      folder,
      seed: chance.between(1, 1e9),
      at: monday,
      rounds: 40,
      fault: { point: chance.oneOf(fillAt), time: chance.between(2, 20), way: 'ask' },
    };
    const complaints: string[] = [];
    const killed = await runProgram(program, failing, {
      hear: async (word) => {
        if (word.says === 'acknowledged') ledger.take(word.one);
        if (word.says === 'failed') complaints.push(word.error);
        if (word.says !== 'asks') return undefined;
        return word.why === 'fault' ? fill() : 'kill';
      },
    });
    if (killed !== 'SIGKILL') complaints.push('nothing was refused on a full disk');
    await makeRoom();
    const next: Orders = {
      folder,
      seed: chance.between(1, 1e9),
      at: monday + 600_000,
      rounds: 8,
      fault: { point: chance.oneOf(points), time: chance.between(1, 8), way: 'ask' },
    };
    let isCut = false;
    await runProgram(program, next, {
      hear: async (word) => {
        if (word.says === 'acknowledged') ledger.take(word.one);
        if (word.says === 'failed' && !isCut) complaints.push(word.error);
        if (word.says === 'asks' && !isCut) {
          isCut = true;
          await cut();
        }
      },
    });
    // A point that the run did not come by: the power goes once it has ended.
    if (!isCut) await cut();
    await mountAgain();
    complaints.push(...(await ledger.compare(folder, next.at + 60_000)));
    acknowledged += ledger.count();
    wrong.push(
      ...complaints.map(
        (complaint) =>
          `forgotten error, ${JSON.stringify({ failing: failing.fault, next: next.fault, seeds: [failing.seed, next.seed] })}: ${complaint}`,
      ),
    );
  };

  for (; runs < wanted.runs && wrong.length === 0; runs += 1) {
    await onSmallDisk('write errors, log kept', async (small, volume) => {
      if (volume === null) throw new Error('An ext4 is needed');
      await run(
        small.fill,
        small.makeRoom,
        join(volume.folder, 'data'),
        volume.cut,
        volume.mountAgain,
      );
    });
  }
  return { runs, acknowledged, wrong };
}
