import type { Pins } from '../../../main/ports.ts';

export type HeldCheck = {
  readonly pin: string;
  readonly go: () => void;
  readonly fail: (why: Error) => void;
};

/** PINs whose checks lie in the hand of a test: none is answered before the test says so. */
export function makeHeldPins() {
  const held: HeldCheck[] = [];
  const awaited: ((check: HeldCheck) => void)[] = [];
  let asked = 0;
  const pins: Pins = {
    hash: async (pin) => `held:${pin}`,
    verify: (pin, hash) =>
      new Promise((answered, failed) => {
        asked += 1;
        const check = { pin, go: () => answered(hash === `held:${pin}`), fail: failed };
        const next = awaited.shift();
        if (next === undefined) held.push(check);
        else next(check);
      }),
  };
  return {
    pins,
    /** The next PIN that is put to the check: what spends the try is flushed by then. */
    next: (): Promise<HeldCheck> => {
      const check = held.shift();
      return check === undefined
        ? new Promise((found) => void awaited.push(found))
        : Promise.resolve(check);
    },
    /** How many PINs were ever put to the check. */
    asked: () => asked,
  };
}
