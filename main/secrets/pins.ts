import { Worker } from 'node:worker_threads';
import { PinsUnavailable, type Pins } from '../ports.ts';
import type { PinAnswer, PinQuestion } from './pin-question.ts';

type Waiting = {
  readonly answered: (answer: string | boolean) => void;
  readonly failed: (error: PinsUnavailable) => void;
};

/** A worker that is running, and who waits for it. */
type Running = {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** It is given up: ended, and everything put to it fails. */
  readonly giveUp: (why: Error) => void;
};

/** Rings once when the patience with a question is at its end. @returns what puts it off for good */
export type Alarm = (ring: () => void) => () => void;

/** A PIN takes some 0.1 s, a worker on a slow and busy machine some seconds to start: whoever waited this long waits for nothing. */
const patienceMs = 15_000;
const afterPatience: Alarm = (ring) => {
  const timer = setTimeout(ring, patienceMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/**
 * Hashes PINs in a worker thread: scrypt beside the main thread's own pool blocked it for 0.2–0.3 s. One that cannot start or
 * has died fails the questions put to it (PinsUnavailable) and no other: the next question starts another. One that does not
 * answer in time is ended, which is the same.
 * @param workerFile the built pin-worker.cjs
 * @param report is told why a worker is gone
 * @param alarm set for each question
 */
export function openPins(
  workerFile: string,
  pepper: string,
  report: (error: unknown) => void = () => undefined,
  alarm: Alarm = afterPatience,
): Pins & { readonly close: () => Promise<void> } {
  let running: Running | null = null;
  let asked = 0;

  const begin = (): Running => {
    const worker = new Worker(workerFile);
    const waiting = new Map<number, Waiting>();
    const begun: Running = {
      worker,
      waiting,
      giveUp: (why) => {
        report(why);
        gone(why);
        worker.terminate().catch(report);
      },
    };
    const gone = (why: unknown): void => {
      if (running === begun) running = null;
      for (const { failed } of waiting.values())
        failed(new PinsUnavailable('The PIN worker is gone', { cause: why }));
      waiting.clear();
    };
    worker.unref();
    worker.on('message', ({ number, answer }: PinAnswer) => {
      waiting.get(number)?.answered(answer);
      waiting.delete(number);
    });
    worker.on('error', (error) => {
      report(error);
      gone(error);
    });
    worker.on('exit', (code) => gone(`It ended with ${code}`));
    return begun;
  };

  const worker = (): Running => {
    try {
      return (running ??= begin());
    } catch (error) {
      report(error);
      throw new PinsUnavailable('The PIN worker cannot start', { cause: error });
    }
  };

  const ask = async (pin: string, hash: string | null): Promise<string | boolean> => {
    const { worker: asking, waiting, giveUp } = worker();
    asked += 1;
    const question: PinQuestion = { number: asked, pin, pepper, hash };
    return new Promise((answered, failed) => {
      const putOff = alarm(() => giveUp(new Error('The PIN worker does not answer')));
      waiting.set(question.number, {
        answered: (answer) => {
          putOff();
          answered(answer);
        },
        failed: (error) => {
          putOff();
          failed(error);
        },
      });
      asking.postMessage(question);
    });
  };

  // Started at once, so that the first to sign in need not wait for it; whether it can be is told to who asks.
  try {
    worker();
  } catch {
    // It is tried again when somebody asks.
  }
  return {
    hash: async (pin) => String(await ask(pin, null)),
    verify: async (pin, hash) => (await ask(pin, hash)) === true,
    close: async () => {
      await running?.worker.terminate();
    },
  };
}
