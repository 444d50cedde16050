import { performance } from 'node:perf_hooks';
import type { Clock } from './ports.ts';

/** The machine's own clocks. */
export const systemClock: Clock = {
  running: true,
  now: () => ({ at: Date.now(), mono: Math.round(performance.now()) }),
};

export type SimulatedClock = Clock & { readonly advance: (ms: number) => void };

/** A clock that stands still until it is told to move: for the demonstration and for tests. */
export function makeSimulatedClock(start: number): SimulatedClock {
  let passed = 0;
  return {
    running: false,
    now: () => ({ at: start + passed, mono: passed }),
    advance: (ms) => {
      passed += ms;
    },
  };
}
