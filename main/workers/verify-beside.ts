import { Worker } from 'node:worker_threads';
import type { ReadingPoint } from '../storage/journal/findings.ts';
import type { Part, PartFound } from '../storage/verify/verify-part.ts';
import type { Beside, Verification } from '../storage/verify/verify.ts';

/** What a verifying thread says: how many more lines it has read, and in the end what it found. */
export type PartWord = { readonly lines: number } | { readonly found: PartFound };

/** Verifies beside the main thread, in one thread: the others are the room's. */
export function verifyInWorker(workerFile: string, dataFolder: string, until: ReadingPoint) {
  const worker = new Worker(workerFile, { workerData: { dataFolder, until } });
  worker.unref();
  const result = new Promise<Verification>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { result, stop: async (): Promise<void> => void (await worker.terminate()) };
}

/**
 * Verifies the parts of a journal side by side, each in a thread of its own.
 * @param workerFile the verify-part-worker
 */
export function partsInWorkers(workerFile: string | URL, count: number, least = 100_000): Beside {
  return {
    count,
    least,
    verifyPart: (dataFolder: string, part: Part, progress, stopped) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(workerFile, { workerData: { dataFolder, part } });
        stopped.addEventListener('abort', () => void worker.terminate());
        worker.on('message', (word: PartWord) => {
          if ('found' in word) {
            resolve(word.found);
            return;
          }
          try {
            progress(word.lines);
          } catch (error) {
            reject(error as Error);
          }
        });
        worker.once('error', reject);
      }),
  };
}
