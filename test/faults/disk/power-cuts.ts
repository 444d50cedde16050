import { setTimeout as passed } from 'node:timers/promises';
import { join } from 'node:path';
import { monday } from '../../office.ts';
import { points } from './labelled-files.ts';
import { openLedger, type Ledger } from './ledger.ts';
import type { Orders } from './orders.ts';
import { runProgram, type Program } from './run-program.ts';
import { seeded, type Chance } from './seeded.ts';
import { makeVolume, type Volume } from './volume.ts';

/** How the file system is mounted, and whether each cut falls into the very first start. */
export const variants = {
  default: { options: [], firstStart: false, commitsAfter: null },
  noauto_da_alloc: { options: ['noauto_da_alloc'], firstStart: false, commitsAfter: null },
  'commit=1': { options: ['commit=1'], firstStart: false, commitsAfter: 1_100 },
  'first start': { options: [], firstStart: true, commitsAfter: null },
} as const;
export type Variant = keyof typeof variants;

export type CutReport = {
  readonly cuts: number;
  readonly volumes: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
};

type Place = { readonly volume: Volume; readonly ledger: Ledger; runs: number };
/** So many cuts a folder must live through, one after the other. */
const cutsPerVolume = 15;

/** At which point, or behind which acknowledged command, the power goes. */
type Moment = { readonly fault: Orders['fault']; readonly acknowledged: number | null };

const momentBy = (chance: Chance, isFirstStart: boolean): Moment =>
  chance.between(1, 3) === 1
    ? { fault: null, acknowledged: chance.between(1, isFirstStart ? 3 : 20) }
    : {
        fault: {
          point: chance.oneOf(points),
          time: chance.between(1, isFirstStart ? 3 : 8),
          way: 'ask',
        },
        acknowledged: null,
      };

/**
 * Cuts the power under the running program, mounts what reached the disk, and compares. Here the program goes on
 * after the cut, on a disk that is gone: it must refuse, and not go back into service.
 */
export async function cutPower(
  program: Program,
  variant: Variant,
  wanted: { readonly cuts: number; readonly seed: number; readonly careless?: boolean },
): Promise<CutReport> {
  const { options, firstStart, commitsAfter } = variants[variant];
  const { careless = false } = wanted;
  const chance = seeded(wanted.seed);
  const wrong: string[] = [];
  let [cuts, volumes, acknowledged] = [0, 0, 0];
  let place: Place | null = null;

  const leave = async (): Promise<void> => {
    acknowledged += place?.ledger.count() ?? 0;
    await place?.volume.remove();
    place = null;
  };
  const alive = async (): Promise<Place> => {
    if (place !== null && !firstStart && place.runs < cutsPerVolume) return place;
    await leave();
    volumes += 1;
    place = { volume: await makeVolume(options), ledger: openLedger(), runs: 0 };
    return place;
  };

  const run = async ({ volume, ledger }: Place, moment: Moment, orders: Orders): Promise<void> => {
    let isCut = false;
    let told = 0;
    const complaints: string[] = [];
    const cut = async (): Promise<void> => {
      // The file system writes its log out by itself now and then, whether anybody asked for it or not.
      if (commitsAfter !== null && chance.between(1, 2) === 1) await passed(commitsAfter);
      await volume.cut();
      isCut = true;
      cuts += 1;
    };
    const signal = await runProgram(program, orders, {
      hear: async (word) => {
        switch (word.says) {
          case 'acknowledged':
            // With the power the program would have gone too: what it says afterwards nobody would have heard.
            if (!isCut) ledger.take(word.one);
            told += 1;
            return told === moment.acknowledged ? cut() : undefined;
          case 'asks':
            if (word.why === 'fault') return cut();
            return void (isCut || complaints.push('out of service before the cut'));
          case 'recovered':
            return void (word.inService && complaints.push('in service on a disk that is gone'));
          case 'failed':
            return void (isCut || complaints.push(word.error));
          case 'open':
          case 'reached':
          case 'refused':
          case 'wrote-short':
          case 'done':
            return undefined;
        }
      },
    });
    if (signal !== null) complaints.push(`ended by ${signal}`);
    if (isCut) await volume.mountAgain();
    complaints.push(...(await ledger.compare(orders.folder, orders.at + 30_000)));
    wrong.push(
      ...complaints.map(
        (complaint) =>
          `${variant}, ${JSON.stringify({ ...moment, seed: orders.seed, cut: isCut })}: ${complaint}`,
      ),
    );
  };

  try {
    while (cuts < wanted.cuts && wrong.length === 0) {
      const here = await alive();
      here.runs += 1;
      const folder = join(here.volume.folder, 'data');
      const moment = momentBy(chance, firstStart);
      const at = monday + here.runs * 40_000;
      await run(here, moment, {
        folder,
        seed: chance.between(1, 1e9),
        at,
        rounds: firstStart ? 2 : 8,
        fault: moment.fault,
        careless,
      });
    }
  } finally {
    await leave();
  }
  return { cuts, volumes, acknowledged, wrong };
}
