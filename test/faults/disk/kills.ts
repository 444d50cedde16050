import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monday } from '../../office.ts';
import { points, type Point } from './labelled-files.ts';
import { openLedger, type Ledger } from './ledger.ts';
import type { Orders } from './orders.ts';
import { runProgram, type Program } from './run-program.ts';
import { seeded } from './seeded.ts';

export type KillReport = {
  /** Kills at each labelled point, and at moments of chance. */
  readonly atPoints: ReadonlyMap<Point, number>;
  readonly atMoments: number;
  readonly folders: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
};

/** Reached only while a folder is first made. */
const onlyFirst: readonly Point[] = [
  'before create journal',
  'after create journal',
  'before sync-folder journal',
  'after sync-folder journal',
  'before create people',
  'after create people',
  'before sync-folder people',
  'after sync-folder people',
];
/** Reached only while records without a fact are dropped, at the start after a kill between the two. */
const onlyOrphans: readonly Point[] = [
  'before rename people',
  'after rename people',
  'before remove people',
  'after remove people',
];
const makesOrphans: Point = 'after sync people';

type Folder = { readonly path: string; readonly ledger: Ledger; runs: number };
/** So many runs a folder must live through, one after the other. */
const runsPerFolder = 15;
/** A point that so many runs in a row did not come by is one that the program has no more. */
const triesPerPoint = 10;

/**
 * Kills the program again and again, on folders that each live through many kills, and compares after each.
 * @param wanted how many kills at labelled points, spread evenly over all of them, and how many at moments of chance
 */
export async function killOften(
  program: Program,
  wanted: { readonly atPoints: number; readonly atMoments: number; readonly seed: number },
): Promise<KillReport> {
  const chance = seeded(wanted.seed);
  const atPoints = new Map<Point, number>(points.map((point) => [point, 0]));
  const wrong: string[] = [];
  let [hits, atMoments, folders, acknowledged] = [0, 0, 0, 0];
  let folder: Folder | null = null;

  const leave = async (): Promise<void> => {
    if (folder === null) return;
    acknowledged += folder.ledger.count();
    // A folder in which something went wrong is kept, to be looked at.
    if (wrong.length === 0) await rm(folder.path, { recursive: true });
    folder = null;
  };
  const fresh = async (): Promise<Folder> => {
    await leave();
    folders += 1;
    folder = {
      path: await mkdtemp(join(tmpdir(), 'pendamping-kills-')),
      ledger: openLedger(),
      runs: 0,
    };
    return folder;
  };

  /** One run, to its kill or its end. */
  const run = async (target: Folder, fault: Orders['fault'], killAfter?: number): Promise<void> => {
    target.runs += 1;
    // Forty seconds for each run: a day has room for them all before the deadline in the guest book.
    const orders: Orders = {
      folder: target.path,
      seed: chance.between(1, 1e9),
      at: monday + target.runs * 40_000,
      rounds: 8,
      fault,
    };
    let reached: Point | null = null;
    const complaints: string[] = [];
    const signal = await runProgram(program, orders, {
      ...(killAfter === undefined ? {} : { killAfter }),
      hear: (word) => {
        if (word.says === 'acknowledged') target.ledger.take(word.one);
        if (word.says === 'reached') reached = word.point;
        if (word.says === 'asks') complaints.push('out of service');
        if (word.says === 'failed') complaints.push(word.error);
      },
    });
    if (signal === 'hung') complaints.push('hung');
    if (reached !== null) {
      atPoints.set(reached, (atPoints.get(reached) ?? 0) + 1);
      hits += 1;
    } else if (signal !== null) atMoments += 1;
    complaints.push(...(await target.ledger.compare(target.path, orders.at + 30_000)));
    wrong.push(
      ...complaints.map(
        (complaint) => `${target.path} after ${JSON.stringify(orders)} (${signal}): ${complaint}`,
      ),
    );
  };

  const alive = async (): Promise<Folder> =>
    folder === null || folder.runs >= runsPerFolder ? fresh() : folder;
  const leastHit = (): Point => {
    const least = Math.min(...atPoints.values());
    return chance.oneOf(points.filter((point) => atPoints.get(point) === least));
  };

  const killAt = async (point: Point): Promise<void> => {
    const before = atPoints.get(point);
    for (let tries = 0; atPoints.get(point) === before && wrong.length === 0; tries += 1) {
      if (tries === triesPerPoint) return void wrong.push(`${point}: never reached`);
      if (onlyOrphans.includes(point))
        await run(await alive(), { point: makesOrphans, time: 1, way: 'kill' });
      const isRare = onlyFirst.includes(point) || onlyOrphans.includes(point);
      const target = onlyFirst.includes(point) ? await fresh() : await alive();
      await run(target, { point, time: isRare ? 1 : chance.between(1, 8), way: 'kill' });
    }
  };

  try {
    while (hits < wanted.atPoints && wrong.length === 0) {
      await killAt(leastHit());
      if (atMoments < wanted.atMoments && chance.between(1, wanted.atPoints) <= wanted.atMoments)
        await run(await alive(), null, chance.between(40, 160));
    }
    while (atMoments < wanted.atMoments && wrong.length === 0)
      await run(await alive(), null, chance.between(40, 160));
  } finally {
    await leave();
  }
  return { atPoints, atMoments, folders, acknowledged, wrong };
}
