import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Files } from '../ports.ts';
import type { Finding } from './judge-journal.ts';
import { readJournal } from './read-journal.ts';

/** What a full reading of the journal found. */
export type Verification = { readonly lines: number; readonly findings: readonly Finding[]; readonly head: { readonly seq: number; readonly hash: string } };

/**
 * Reads and judges the whole journal of a data folder.
 * @param upTo the last line known at start: what is being written meanwhile is not a tear
 */
export const verify = async (files: Files, dataFolder: string, upTo: number): Promise<Verification> => {
  const { facts, findings, head } = await readJournal(files, join(dataFolder, 'journal'), null);
  const settled = findings.filter(({ kind }) => kind !== 'torn' || head.seq < upTo);
  return { lines: facts.length, findings: settled, head };
};

/** Verifies beside the main thread. */
export const verifyInWorker = (workerFile: string, dataFolder: string, upTo: number) => {
  const worker = new Worker(workerFile, { workerData: { dataFolder, upTo } });
  worker.unref();
  const result = new Promise<Verification>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { result, stop: async (): Promise<void> => void (await worker.terminate()) };
};
