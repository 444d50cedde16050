import { Worker } from 'node:worker_threads';
import type { Pins } from '../ports.ts';
import type { PinAnswer, PinQuestion } from './pin-worker.ts';

/**
 * Hashes PINs in a worker thread: scrypt beside the main thread's own pool blocked it for 0.2–0.3 s.
 * @param workerFile the built pin-worker.cjs
 */
export const openPins = (workerFile: string, pepper: string): Pins & { readonly close: () => Promise<void> } => {
  const worker = new Worker(workerFile);
  worker.unref();
  const open = new Map<number, (answer: string | boolean) => void>();
  let asked = 0;
  worker.on('message', ({ number, answer }: PinAnswer) => {
    open.get(number)?.(answer);
    open.delete(number);
  });
  const ask = (pin: string, hash: string | null): Promise<string | boolean> =>
    new Promise((resolve) => {
      asked += 1;
      open.set(asked, resolve);
      const question: PinQuestion = { number: asked, pin, pepper, hash };
      worker.postMessage(question);
    });
  return {
    hash: async (pin) => String(await ask(pin, null)),
    verify: async (pin, hash) => (await ask(pin, hash)) === true,
    close: async () => {
      await worker.terminate();
    },
  };
};
