import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from './node-files.ts';
import { verify } from './verify.ts';

const { dataFolder, upTo } = workerData as { readonly dataFolder: string; readonly upTo: number };
void verify(nodeFiles, dataFolder, upTo).then((result) => parentPort?.postMessage(result));
