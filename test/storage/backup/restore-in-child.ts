import { readFileSync } from 'node:fs';
import { runRecords } from '../../../main/command-line/run-records.ts';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';

/** The most memory that this process ever had, in mebibytes. Linux tells it without what the process it was forked from had. */
const peak = (): number => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
};

const [file = '', data = ''] = process.argv.slice(2);
const before = peak();
let out = '';
const exit = await runRecords(['restore', file, '--data', data, '--without-erasures', '--json'], {
  files: nodeFiles,
  clock: makeSimulatedClock(0),
  version: 'test',
  workingFolder: '/',
  beside: null,
  print: (text) => {
    out += text;
  },
  tell: () => undefined,
  isCancelled: () => false,
});
process.send?.({ exit, report: JSON.parse(out) as unknown, grown: peak() - before });
