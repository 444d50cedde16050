import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../storage/files/node-files.ts';
import type { PartWord } from './verify-beside.ts';
import { verifyPart, type Part } from '../storage/verify/verify-part.ts';

const say = (word: PartWord): void => parentPort?.postMessage(word);
const { dataFolder, part } = workerData as { readonly dataFolder: string; readonly part: Part };
void verifyPart(nodeFiles, dataFolder, part, (lines) => say({ lines })).then((found) =>
  say({ found }),
);
