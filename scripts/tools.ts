import { join } from 'node:path';
import { root } from './root.ts';

const modules = join(root, 'node_modules');

/** The tools' entry files, run with our own Node: what stands in .bin is not a Node file on Windows. */
export const tools = {
  tsc: join(modules, 'typescript', 'bin', 'tsc'),
  oxlint: join(modules, 'oxlint', 'bin', 'oxlint'),
  prettier: join(modules, 'prettier', 'bin', 'prettier.cjs'),
  vitest: join(modules, 'vitest', 'vitest.mjs'),
  playwright: join(modules, '@playwright', 'test', 'cli.js'),
  electronBuilder: join(modules, 'electron-builder', 'cli.js'),
} as const;

/** Vitest colours whatever it writes; a log is to be read without. (Playwright sees for itself, and warns of this.) */
export function vitestEnvironment(): NodeJS.ProcessEnv {
  return process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };
}
