import { parentPort } from 'node:worker_threads';
import { hashPin, verifyPin } from './pin-hash.ts';

/** What the main thread asks of this worker; answers carry the same number. */
export type PinQuestion = {
  readonly number: number;
  readonly pin: string;
  readonly pepper: string;
  readonly hash: string | null;
};
export type PinAnswer = { readonly number: number; readonly answer: string | boolean };

parentPort?.on('message', ({ number, pin, pepper, hash }: PinQuestion) => {
  const answer: PinAnswer = {
    number,
    answer: hash === null ? hashPin(pin, pepper) : verifyPin(pin, pepper, hash),
  };
  parentPort?.postMessage(answer);
});
