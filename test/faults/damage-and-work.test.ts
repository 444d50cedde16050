import { expect, test } from 'vitest';
import { bounded, isFull } from './chance.ts';
import { endings, planOf, toldPlan, type Plan, type Round } from './damage/plan.ts';
import { play, type Played } from './damage/play.ts';
import { kindOf, shrink } from './damage/shrink.ts';
import { spoilKinds, type SpoilKind } from './damage/spoil-kinds.ts';

// What was acknowledged outlives damage, work on the damaged folder, ends of both kinds and starts, in any order; where
// something is lost it is said. The promises, one by one: damage/kept-checks.ts, damage/start-checks.ts, damage/ledger.ts.
// A history that goes wrong is told with its number: `planOf(number)` plays it again, `shrink` makes it short.

type Wrong = { readonly plan: Plan; readonly played: Played };
type Tally = {
  readonly wrong: readonly Wrong[];
  readonly starts: number;
  readonly spoils: number;
  readonly accepted: number;
};

const playAll = async (plans: readonly Plan[]): Promise<Tally> => {
  const wrong: Wrong[] = [];
  let [starts, spoils, accepted] = [0, 0, 0];
  for (const plan of plans) {
    const played = await play(plan);
    starts += played.starts;
    spoils += played.spoils;
    accepted += played.done.accepted;
    if (played.problems.length > 0) wrong.push({ plan, played });
  }
  return { wrong, starts, spoils, accepted };
};

/** Tells of each kind of problem how often it came, and one history of it: made shorter where there is time for it. */
const toldWrong = async (wrong: readonly Wrong[], tries: number): Promise<readonly string[]> => {
  const kinds = [...new Set(wrong.flatMap(({ played }) => played.problems.map(kindOf)))];
  return Promise.all(
    kinds.map(async (kind) => {
      const those = wrong.filter(({ played }) =>
        played.problems.some((problem) => kindOf(problem) === kind),
      );
      const { plan, played } = await shrink((those[0] as Wrong).plan, kind, tries);
      return [
        `${kind}: in ${those.length} histories (${those
          .slice(0, 8)
          .map(({ plan: { seed } }) => seed)
          .join(', ')}${those.length > 8 ? ', …' : ''})`,
        toldPlan(plan),
        ...played.steps,
        ...played.problems.filter((problem) => kindOf(problem) === kind),
      ].join('\n');
    }),
  );
};

test(
  'histories by chance: several places damaged, worked on, ended both ways, started again',
  { timeout: bounded(240_000, 7_200_000) },
  async () => {
    const count = bounded(50, 4_000);
    const { wrong, starts, spoils, accepted } = await playAll(
      Array.from({ length: count }, (_, seed) => planOf(seed)),
    );
    console.info(
      `${count} histories, ${spoils} places damaged, ${starts} starts, ${accepted} commands accepted; ${wrong.length} histories in which something was wrong`,
    );
    expect(await toldWrong(wrong, bounded(12, 200))).toEqual([]);
    expect(accepted).toBeGreaterThan(10 * count);
  },
);

const plain = {
  seed: 7,
  work: 6,
  writers: 1,
  ending: 'closed',
  isPowerCut: false,
  spoils: [],
  pause: 5,
} as const satisfies Round;

/** Work, another month's work, one damage, work again. */
const withOne = (kind: SpoilKind, seed: number, ending: Round['ending']): Plan => ({
  seed,
  rounds: [
    { ...plain, seed, work: 8, pause: 12 * 1_440 },
    { ...plain, seed: seed + 1, work: 10, ending, spoils: [{ kind, seed }] },
    { ...plain, seed: seed + 2, ending: ending === 'closed' ? 'abandoned' : 'closed' },
  ],
});

test.each(spoilKinds)(
  '%s: whatever the end before and the end behind it',
  { timeout: bounded(60_000, 1_200_000) },
  async (kind) => {
    const seeds = Array.from({ length: bounded(2, 25) }, (_, at) => 1_000 + at);
    const ends = isFull ? endings : (['closed', 'abandoned'] as const);
    const { wrong, spoils } = await playAll(
      seeds.flatMap((seed) => ends.map((ending) => withOne(kind, seed, ending))),
    );
    expect(await toldWrong(wrong, bounded(0, 60))).toEqual([]);
    expect(spoils).toBeGreaterThan(0);
  },
);

test(
  'two programs on one folder: what one of them cannot keep is named, and nothing of it is used again',
  { timeout: bounded(60_000, 1_200_000) },
  async () => {
    const plans = Array.from({ length: bounded(6, 200) }, (_, at): Plan => ({
      seed: 2_000 + at,
      rounds: [
        { ...plain, seed: at, work: 5 },
        { ...plain, seed: at + 50, writers: 2, ending: at % 2 === 0 ? 'closed' : 'abandoned' },
        { ...plain, seed: at + 90 },
      ],
    }));
    const { wrong } = await playAll(plans);
    expect(await toldWrong(wrong, bounded(0, 60))).toEqual([]);
  },
);

test(
  'without any damage nothing is found, nothing is lost and nothing is told',
  { timeout: bounded(60_000, 1_200_000) },
  async () => {
    const plans = Array.from({ length: bounded(8, 400) }, (_, seed) => planOf(seed)).map(
      ({ seed, rounds }): Plan => ({
        seed,
        rounds: rounds.map((round) => ({ ...round, writers: 1, spoils: [] })),
      }),
    );
    const { wrong, starts } = await playAll(plans);
    expect(await toldWrong(wrong, 60)).toEqual([]);
    expect(starts).toBeGreaterThan(3 * plans.length);
  },
);
