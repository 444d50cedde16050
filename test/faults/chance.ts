/** Chance that is the same in every run of a test. */
export type Chance = {
  /** A whole number from 0 to one below the given. */
  readonly below: (count: number) => number;
  /** Some of a list, each at most once, in a random order. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[];
};

/** @param seed any whole number */
export function makeChance(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  return {
    below,
    some: (list, count) => {
      const left = [...list];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(below(left.length), 1),
      ).flat();
    },
  };
}

/** Faults are tried at full number when asked for; else as many as a run of all tests has time for. */
export const isFull = process.env['PENDAMPING_FAULTS'] === 'full';
export function bounded(few: number, full: number): number {
  return isFull ? full : few;
}
