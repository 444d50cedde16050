import { makeChance, type Chance } from '../chance.ts';
import { spoilKinds, type SpoilKind } from './spoil-kinds.ts';

/** How a run of the program ends. */
export const endings = [
  'closed',
  'abandoned',
  'a failed flush, then closed',
  'a failed flush, then abandoned',
] as const;

/** One place that is damaged; its own seed, so that the others stay as they are when it is left out. */
export type Spoil = { readonly kind: SpoilKind; readonly seed: number };

/** A run of the program, its end, and what is done to its folder before the next. */
export type Round = {
  readonly seed: number;
  /** So many things are done by the people in the room. */
  readonly work: number;
  /** Two: another program writes into the same folder at the same time. */
  readonly writers: 1 | 2;
  readonly ending: (typeof endings)[number];
  /** Also what was written and not flushed is lost. */
  readonly isPowerCut: boolean;
  readonly spoils: readonly Spoil[];
  /** Minutes until the next start. */
  readonly pause: number;
};

/** A history of a data folder: all that happens to it, made from one number. */
export type Plan = { readonly seed: number; readonly rounds: readonly Round[] };

const dayMinutes = 1_440;

/** Some damages leave nothing to look at behind them: they come less often. */
const kindBy = (chance: Chance): SpoilKind => {
  const kind = spoilKinds[chance.below(spoilKinds.length)] ?? 'bit';
  return kind === 'journal deleted' && chance.below(3) > 0 ? 'bit' : kind;
};

const roundOf = (seed: number, chance: Chance): Round => {
  const pauses = chance.below(100);
  return {
    seed,
    work: 3 + chance.below(14),
    writers: chance.below(100) < 7 ? 2 : 1,
    ending: endings[[0, 0, 0, 0, 1, 1, 1, 1, 2, 3][chance.below(10)] ?? 0] ?? 'closed',
    isPowerCut: chance.below(2) === 0,
    spoils: Array.from({ length: [0, 1, 1, 1, 2, 2, 3, 4][chance.below(8)] ?? 0 }, () => ({
      kind: kindBy(chance),
      seed: chance.below(2 ** 31),
    })),
    pause: pauses < 80 ? 1 + chance.below(40) : pauses < 93 ? dayMinutes : 12 * dayMinutes,
  };
};

/** The history that belongs to a number: three to six rounds. */
export function planOf(seed: number): Plan {
  const chance = makeChance(seed);
  return {
    seed,
    rounds: Array.from({ length: 3 + chance.below(4) }, () =>
      roundOf(chance.below(2 ** 31), chance),
    ),
  };
}

const toldRound = ({ seed, work, writers, ending, isPowerCut, spoils, pause }: Round): string =>
  `  seed ${seed}, ${work} things${writers === 2 ? ' by two programs' : ''}, ${ending}${isPowerCut ? ', power cut' : ''}${spoils.map((spoil) => `, ${spoil.kind} (${spoil.seed})`).join('')}, ${pause} minutes`;

/** A history in words. */
export function toldPlan({ seed, rounds }: Plan): string {
  return [`history ${seed}`, ...rounds.map(toldRound)].join('\n');
}
