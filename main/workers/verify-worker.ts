import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../storage/files/node-files.ts';
import type { ReadingPoint } from '../storage/journal/findings.ts';
import { verify } from '../storage/verify/verify.ts';

const { dataFolder, until } = workerData as {
  readonly dataFolder: string;
  readonly until: ReadingPoint;
};
void verify(nodeFiles, dataFolder, { until }).then((result) => parentPort?.postMessage(result));
