import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from './node-files.ts';
import type { ReadingPoint } from './findings.ts';
import type { VerifiedBeside } from './verify-beside.ts';
import { isCheckpointTrue } from './verify-checkpoint.ts';
import { verify } from './verify.ts';

const { dataFolder, until } = workerData as { readonly dataFolder: string; readonly until: ReadingPoint };

const work = async (): Promise<VerifiedBeside> => {
  const verification = await verify(nodeFiles, dataFolder, { until });
  return { verification, isCheckpointTrue: await isCheckpointTrue(nodeFiles, dataFolder) };
};
void work().then((verified) => parentPort?.postMessage(verified));
