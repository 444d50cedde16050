import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  electronEnvironment,
  electronFlags,
  electronPath,
} from '../../../scripts/electron/launch.ts';
import { root } from '../../../scripts/root.ts';

/** A start: how long until its windows could be touched, and their memory when they had settled (PSS, MiB). */
export type Started = { readonly ms: number; readonly megabytes: number };

const settledMs = 3_000;
const limitMs = 30_000;

/** Proportional set size of a process and all below it, in MiB (Linux). */
const memoryOf = async (top: number): Promise<number> => {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number): boolean =>
    pid === top || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
};

/**
 * Starts a program on real windows as a person does, watched from inside by a small module and by nothing else; ends it by a
 * signal, as the end of a session does.
 * @param watchFor what counts as a start, see watch-start.cjs
 * @param words what Electron is to start, with its arguments
 */
export async function startWatched(
  watchFor: 'bare' | 'kiosk',
  words: readonly string[],
): Promise<Started> {
  const watch = join(import.meta.dirname, 'watch-start.cjs');
  const begun = performance.now();
  const child = spawn(electronPath(), [...electronFlags(), '-r', watch, ...words], {
    cwd: root,
    env: electronEnvironment({ WATCH_FOR: watchFor }),
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  const left = (): Promise<never> =>
    gone.then(() => Promise.reject(new Error('The program ended before it could be touched')));
  try {
    const told = once(child.stdio[3] as Readable, 'data', { signal: AbortSignal.timeout(limitMs) });
    await Promise.race([told, left()]);
    const ms = performance.now() - begun;
    await wait(settledMs);
    return { ms, megabytes: await memoryOf(child.pid ?? 0) };
  } finally {
    child.kill('SIGTERM');
    const killed = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(killed);
  }
}
