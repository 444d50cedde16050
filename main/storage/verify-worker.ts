import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from './node-files.ts';
import type { ReadingPoint } from './findings.ts';
import { verify } from './verify.ts';

const { dataFolder, until } = workerData as {
  readonly dataFolder: string;
  readonly until: ReadingPoint;
};
void verify(nodeFiles, dataFolder, { until }).then((result) => parentPort?.postMessage(result));
