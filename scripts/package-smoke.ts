import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { _electron as driver, type ElectronApplication } from '@playwright/test';
import { electronEnvironment, electronFlags } from './electron/launch.ts';

const roles = ['kiosk', 'console'] as const;
const windowsLimitMs = 30_000;
const quitLimitMs = 15_000;

/**
 * Starts a packaged program in a fresh data folder, waits for its two windows, quits it, and lets its command line verify what it
 * wrote.
 * @returns a sentence on what was seen
 */
export async function smokePackage(program: string, env: NodeJS.ProcessEnv): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'pendamping-smoke-'));
  const flags = electronFlags();
  const begun = performance.now();
  const app = await driver.launch({
    executablePath: program,
    args: [...flags, '--data', data],
    env: electronEnvironment(env),
    chromiumSandbox: flags.length === 0,
  });
  const child = app.process();
  try {
    await windowsOf(app);
    const ms = Math.round(performance.now() - begun);
    await quit(app);
    const verified = await verify(program, data, env);
    return `The packaged program starts: its windows ${roles.join(' and ')} were there after ${ms} ms, and it quit. Its command line says: ${verified}`;
  } finally {
    child.kill('SIGKILL');
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function windowsOf(app: ElectronApplication): Promise<void> {
  const until = performance.now() + windowsLimitMs;
  for (;;) {
    const urls = app.windows().map((window) => window.url());
    const missing = roles.filter((role) => !urls.some((url) => url.includes(`/${role}/`)));
    if (missing.length === 0) return;
    if (performance.now() > until) {
      throw new Error(
        `The packaged program did not open its ${missing.join(' and ')} window; it opened: ${urls.join(', ') || 'none'}.`,
      );
    }
    await wait(50);
  }
}

async function quit(app: ElectronApplication): Promise<void> {
  const closed = await Promise.race([
    app.close().then(() => true),
    wait(quitLimitMs, false, { ref: false }),
  ]);
  if (!closed) throw new Error('The packaged program did not quit when asked.');
}

/** @throws when what was written is not whole, or the command line does not say so */
async function verify(program: string, data: string, env: NodeJS.ProcessEnv): Promise<string> {
  const words = [...electronFlags(), 'records', 'verify', '--data', data, '--lang', 'en'];
  const { stdout } = await promisify(execFile)(program, words, { env: electronEnvironment(env) });
  return stdout.trim().split('\n')[0] ?? '';
}
