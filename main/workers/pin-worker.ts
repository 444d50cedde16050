import { parentPort } from 'node:worker_threads';
import type { PinAnswer, PinQuestion } from '../secrets/pin-question.ts';
import { hashPin, verifyPin } from '../secrets/pin-hash.ts';

parentPort?.on('message', ({ number, pin, pepper, hash }: PinQuestion) => {
  const answer: PinAnswer = {
    number,
    answer: hash === null ? hashPin(pin, pepper) : verifyPin(pin, pepper, hash),
  };
  parentPort?.postMessage(answer);
});
