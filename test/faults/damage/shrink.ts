import type { Plan, Round } from './plan.ts';
import { play, type Played } from './play.ts';

/** What a problem is about: the words before its first colon. */
export function kindOf(problem: string): string {
  return problem.split(':')[0] ?? '';
}

/** Histories that are one step simpler, the greatest steps first. */
const simpler = ({ seed, rounds }: Plan): readonly Plan[] => {
  const withRound = (at: number, change: Partial<Round>): Plan => ({
    seed,
    rounds: rounds.with(at, { ...(rounds[at] as Round), ...change }),
  });
  return [
    ...rounds.map((_, at) => ({ seed, rounds: rounds.slice(0, at) })),
    ...rounds.map((_, at) => ({ seed, rounds: rounds.toSpliced(at, 1) })),
    ...rounds.flatMap(({ spoils }, at) =>
      spoils.map((_, one) => withRound(at, { spoils: spoils.toSpliced(one, 1) })),
    ),
    ...rounds.flatMap((round, at) => [
      ...(round.writers === 2 ? [withRound(at, { writers: 1 })] : []),
      ...(round.ending === 'closed' ? [] : [withRound(at, { ending: 'closed' })]),
      ...(round.ending.startsWith('a failed flush')
        ? [withRound(at, { ending: round.ending.endsWith('closed') ? 'closed' : 'abandoned' })]
        : []),
      ...(round.isPowerCut ? [withRound(at, { isPowerCut: false })] : []),
      ...(round.pause > 5 ? [withRound(at, { pause: 5 })] : []),
      ...(round.work > 0
        ? [0, Math.floor(round.work / 2), round.work - 1].map((work) => withRound(at, { work }))
        : []),
    ]),
  ];
};

/** The shortest history that is found to go wrong in the same way. @param most so many are tried */
export async function shrink(
  plan: Plan,
  kind: string,
  most: number,
): Promise<{ readonly plan: Plan; readonly played: Played }> {
  let shortest = { plan, played: await play(plan) };
  let tried = 0;
  for (let isShorter = true; isShorter && tried < most;) {
    isShorter = false;
    for (const candidate of simpler(shortest.plan)) {
      if ((tried += 1) > most) break;
      const played = await play(candidate);
      if (!played.problems.some((problem) => kindOf(problem) === kind)) continue;
      shortest = { plan: candidate, played };
      isShorter = true;
      break;
    }
  }
  return shortest;
}
