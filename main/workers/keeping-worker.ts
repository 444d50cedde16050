import { parentPort, workerData } from 'node:worker_threads';
import { makeBackup } from '../storage/backup/make-backup.ts';
import { nodeFiles } from '../storage/files/node-files.ts';
import { findErasable } from '../records/find-erasable.ts';
import type { KeepingTask, KeepingWord } from './keep-in-worker.ts';

const say = (word: KeepingWord): void => parentPort?.postMessage(word);
const task = workerData as KeepingTask;
const work =
  task.task === 'backup'
    ? makeBackup(nodeFiles, task.work, (done, total) => say({ word: 'progress', done, total }))
    : findErasable(nodeFiles, task.dataFolder, task.question);
void work.then(
  (value) => say({ word: 'done', value }),
  (error: unknown) => say({ word: 'failed', why: String(error) }),
);
