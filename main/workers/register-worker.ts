import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../storage/files/node-files.ts';
import { readRegister, type RegisterQuestion } from '../reports/register/read-register.ts';

const { folder, question } = workerData as {
  readonly folder: string;
  readonly question: RegisterQuestion;
};
void readRegister(nodeFiles, folder, question).then((answer) => parentPort?.postMessage(answer));
