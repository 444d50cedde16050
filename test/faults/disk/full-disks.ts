import { join } from 'node:path';
import { monday } from '../../office.ts';
import type { Point } from './labelled-files.ts';
import { openLedger } from './ledger.ts';
import { runProgram, type Program } from './run-program.ts';
import { seeded } from './seeded.ts';
import { makeSmallDisk, type SmallDisk } from './small-disk.ts';
import { makeVolume, type Format, type Volume } from './volume.ts';

/**
 * `write errors`: an ext4 whose disk has no room left for what it was promised: writes go well, the flush fails. `log kept`:
 * its own log has its room, so that it stays writable and says nothing of the failure later. `no log`: it has none. `log
 * fails`: the file system's log fails as well; Linux was seen to answer a flush under way at that moment as done though it
 * was not, so that this one is measured and not judged. `full disk`: a tmpfs without room, which
 * writes less than asked without an error.
 */
export const disks = [
  'write errors, log kept',
  'write errors, no log',
  'write errors, log fails',
  'full disk',
] as const;
export type Disk = (typeof disks)[number];
/** Those on which a flush that says it is done is done. */
export const honestDisks: readonly Disk[] = disks.filter(
  (disk) => disk !== 'write errors, log fails',
);
/** How mkfs is asked for it; null: no file system but the small disk's own. */
const formats: Readonly<Record<Disk, Format | null>> = {
  'write errors, log kept': { keepsRoom: true },
  'write errors, no log': { format: ['-O', '^has_journal'] },
  'write errors, log fails': {},
  'full disk': null,
};

export type FullReport = {
  readonly runs: number;
  /** Went back into service by itself when there was room again. */
  readonly backInService: number;
  readonly shortWrites: number;
  /** Runs after which anything was wrong. */
  readonly wrongRuns: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
};

/** Lends a small disk, with a volume on it where there is one. */
export async function onSmallDisk(
  disk: Disk,
  doing: (small: SmallDisk, volume: Volume | null) => Promise<void>,
): Promise<void> {
  const small = await makeSmallDisk('40m');
  try {
    const format = formats[disk];
    const volume = format === null ? null : await makeVolume([], small.folder, format);
    try {
      await doing(small, volume);
    } finally {
      await volume?.remove();
    }
  } finally {
    await small.remove();
  }
}

/** Where the program stands still while its disk is filled. */
export const fillAt: readonly Point[] = [
  'before write journal',
  'before sync journal',
  'before write people',
  'before sync people',
  'after sync people',
];

/**
 * Fills the disk under the running program, gives room back once it is out of service, and compares, after mounting again
 * where there is a volume. Between the first refusal and the way back nothing may be acknowledged.
 */
export async function fillDisks(
  program: Program,
  disk: Disk,
  wanted: { readonly runs: number; readonly seed: number },
): Promise<FullReport> {
  const chance = seeded(wanted.seed);
  const wrong: string[] = [];
  let [backInService, shortWrites, acknowledged, wrongRuns] = [0, 0, 0, 0];

  const run = async (small: SmallDisk, volume: Volume | null): Promise<void> => {
    const ledger = openLedger();
    const complaints: string[] = [];
    const fault = { point: chance.oneOf(fillAt), time: chance.between(2, 20), way: 'ask' } as const;
    const orders = {
      folder: join(volume?.folder ?? small.folder, 'data'),
      seed: chance.between(1, 1e9),
      at: monday,
      rounds: 40,
      fault,
    };
    let refusals = 0;
    let isOut = false;
    await runProgram(program, orders, {
      hear: async (word) => {
        switch (word.says) {
          case 'acknowledged':
            ledger.take(word.one);
            if (isOut) complaints.push('acknowledged while out of service');
            return undefined;
          case 'refused':
            isOut = true;
            refusals += 1;
            return undefined;
          case 'asks':
            return word.why === 'fault' ? small.fill() : small.makeRoom();
          case 'recovered':
            isOut = !word.inService;
            backInService += word.inService ? 1 : 0;
            return undefined;
          case 'wrote-short':
            shortWrites += 1;
            return undefined;
          case 'failed':
            return void complaints.push(word.error);
          case 'open':
          case 'reached':
          case 'done':
            return undefined;
        }
      },
    });
    if (refusals === 0) complaints.push('the disk was full and nothing was refused');
    if (disk !== 'write errors, log fails' && isOut)
      complaints.push('there was room again and it did not go back into service');
    // Without a log, what an error left half done in the file system itself must be mended before it can be read.
    await (disk === 'write errors, no log' ? volume?.repair() : volume?.mountAgain());
    complaints.push(...(await ledger.compare(orders.folder, orders.at + 120_000)));
    acknowledged += ledger.count();
    wrongRuns += complaints.length > 0 ? 1 : 0;
    wrong.push(
      ...complaints.map(
        (complaint) => `${disk}, ${JSON.stringify({ ...fault, seed: orders.seed })}: ${complaint}`,
      ),
    );
  };

  let runs = 0;
  for (; runs < wanted.runs; runs += 1) await onSmallDisk(disk, run);
  return { runs, backInService, shortWrites, wrongRuns, acknowledged, wrong };
}
