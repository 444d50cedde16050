import { dirname } from 'node:path';
import { root } from '../root.ts';
import { electronAtHand } from './places.ts';

/**
 * The Electron program to start.
 * @throws when set-up has not run yet, with a sentence that says so.
 */
export function electronPath(): string {
  const electron = electronAtHand();
  if (electron === undefined)
    throw new Error('There is no Electron yet: run npm start or npm test once.');
  return electron.program;
}

/** Flags without which Electron cannot run here: Chromium refuses its sandbox to root, and to nobody else. */
export function electronFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * The environment for a started Electron. A shell that runs inside another Electron leaks ELECTRON_RUN_AS_NODE,
 * with which no window would open.
 */
export function electronEnvironment(more: NodeJS.ProcessEnv = {}): Record<string, string> {
  const kept = Object.entries({ ...process.env, ...more }).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return Object.fromEntries(kept);
}

/**
 * What Playwright's `_electron.launch` needs to start this checkout: `launch({ ...playwrightLaunch(['--data', dir]) })`.
 * It has no `executablePath` on purpose: only without one does Playwright load its loader, which holds the app back
 * until it listens. The electron package is pointed at the right program through its own variable instead.
 */
export function playwrightLaunch(args: readonly string[] = []): {
  readonly args: string[];
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly chromiumSandbox: boolean;
} {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= dirname(electronPath());
  const flags = electronFlags();
  return {
    args: [...flags, '.', ...args],
    cwd: root,
    env: electronEnvironment(),
    chromiumSandbox: flags.length === 0,
  };
}
