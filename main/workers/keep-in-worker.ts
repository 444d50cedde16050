import { Worker } from 'node:worker_threads';
import type { BackupProgress, BackupWork, MadeBackup } from '../storage/backup/make-backup.ts';
import type { MakeBackup } from '../records/backup.ts';
import type { Erasable, ErasableQuestion } from '../records/find-erasable.ts';
import type { FindErasable } from '../records/record-keeping.ts';

export type KeepingTask =
  | { readonly task: 'backup'; readonly work: BackupWork }
  | { readonly task: 'find'; readonly dataFolder: string; readonly question: ErasableQuestion };
export type KeepingWord =
  | { readonly word: 'progress'; readonly done: number; readonly total: number }
  | { readonly word: 'done'; readonly value: MadeBackup | Erasable }
  | { readonly word: 'failed'; readonly why: string };

/** Does the heavy part of backups and erasures beside the main thread. @param workerFile the built keeping-worker.cjs */
export function keepInWorker(
  workerFile: string,
  dataFolder: string,
): { readonly make: MakeBackup; readonly find: FindErasable; readonly stop: () => Promise<void> } {
  const running = new Set<Worker>();
  const run = <Value>(task: KeepingTask, progress: BackupProgress): Promise<Value> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: task });
      running.add(worker);
      worker.on('message', (message: KeepingWord) => {
        if (message.word === 'progress') progress(message.done, message.total);
        else if (message.word === 'done') resolve(message.value as Value);
        else reject(new Error(message.why));
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        running.delete(worker);
        reject(new Error('The work was stopped'));
      });
    });
  return {
    make: (work, progress) => run<MadeBackup>({ task: 'backup', work }, progress),
    find: (question) => run<Erasable>({ task: 'find', dataFolder, question }, () => undefined),
    stop: async () => {
      for (const worker of running) await worker.terminate();
    },
  };
}
