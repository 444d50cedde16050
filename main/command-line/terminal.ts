import { cpus } from 'node:os';
import { systemClock } from '../clocks.ts';
import { nodeFiles } from '../storage/files/node-files.ts';
import { partsInWorkers } from '../workers/verify-beside.ts';
import type { Terminal } from './run-records.ts';

/** Progress is shown at most this often where it scrolls away, oftener where it stays on one line. */
const everyMs = { terminal: 100, elsewhere: 2_000 };

/** More threads than this wait for the disk. */
const mostThreads = 8;

/**
 * The terminal that the program was started from. Ctrl+C stops the work at its next step.
 * @param partWorker the verify-part-worker's file
 */
export function openTerminal(
  version: string,
  workingFolder: string,
  partWorker: string | URL,
): Terminal {
  const { stdout, stderr } = process;
  let told = 0;
  let isCancelled = false;
  process.once('SIGINT', () => {
    isCancelled = true;
  });
  return {
    files: nodeFiles,
    clock: systemClock,
    version,
    workingFolder,
    beside: partsInWorkers(partWorker, Math.min(mostThreads, cpus().length)),
    print: (text) => {
      if (stderr.isTTY) stderr.write('\r\u001B[K');
      stdout.write(`${text}\n`);
    },
    tell: (text) => {
      const now = systemClock.now().mono;
      if (told !== 0 && now - told < (stderr.isTTY ? everyMs.terminal : everyMs.elsewhere)) return;
      told = now;
      stderr.write(stderr.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
    },
    isCancelled: () => isCancelled,
  };
}
