export type Chance = {
  /** 0 ≤ … < 1 */
  readonly next: () => number;
  /** True so often. */
  readonly hits: (share: number) => boolean;
  /** A whole number from 0 to below a limit. */
  readonly below: (limit: number) => number;
};

/** The same chances every time (mulberry32). */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, hits: (share) => next() < share, below: (limit) => Math.floor(next() * limit) };
}
