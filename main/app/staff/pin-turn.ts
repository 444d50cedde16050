import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { PinsUnavailable, type Pins } from '../../ports.ts';

/** The PINs' own part, in the hand of who has the turn; `pin-check-unavailable` when it cannot answer. */
export type AskPins = {
  readonly hash: (pin: string) => Promise<Result<string>>;
  readonly verify: (pin: string, hash: string) => Promise<Result<boolean>>;
};
export type PinTurn = <T>(work: (pins: AskPins) => Promise<Result<T>>) => Promise<Result<T>>;

const ifAvailable = async <T>(answer: Promise<T>): Promise<Result<T>> => {
  try {
    return accepted(await answer);
  } catch (error) {
    if (error instanceof PinsUnavailable) return refused('pin-check-unavailable');
    throw error;
  }
};

/**
 * One at a time has the PINs' own part, per program; whoever comes meanwhile is told `pin-busy` at once. Nothing queues up
 * there, so that any number of tries sent together holds nobody for longer than one takes.
 * @param pins what hashes and verifies; the rest of the program goes on without it
 * @returns gives `work` the turn, from the call until its answer; the turn is free again whatever becomes of it
 */
export function makePinTurn(pins: Pins): PinTurn {
  const ask: AskPins = {
    hash: (pin) => ifAvailable(pins.hash(pin)),
    verify: (pin, hash) => ifAvailable(pins.verify(pin, hash)),
  };
  let isTaken = false;
  return async (work) => {
    if (isTaken) return refused('pin-busy');
    isTaken = true;
    try {
      return await work(ask);
    } finally {
      isTaken = false;
    }
  };
}
