// Every npm script starts here: `node scripts/run.mjs COMMAND …`. Plain JavaScript that Node 20.19 runs in a fresh
// clone; it fetches what is missing, then hands over to scripts/commands/COMMAND.ts on Node 24.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root, installDependencies, nodeProgram } from './bootstrap/dependencies.mjs';
import { withLock } from './bootstrap/lock.mjs';

/** What each command finds ready when it starts. @type {Record<string, readonly string[]>} */
const needs = {
  start: ['electron', 'build'],
  demo: ['electron', 'build'],
  test: ['electron'],
  'test-faults': [],
  'test-long': ['spreadsheet'],
  e2e: ['electron', 'build'],
  ci: [],
  bench: ['electron', 'build'],
  package: ['electron', 'build'],
  build: [],
  check: [],
  records: [],
  'bench-data': [],
  mutation: [],
  rooms: [],
};

const [command = '', ...args] = process.argv.slice(2);
process.exitCode = await main();

/** @returns {Promise<number>} */
async function main() {
  const steps = needs[command];
  if (steps === undefined) {
    console.error(`There is no command "${command}". There are: ${Object.keys(needs).join(', ')}.`);
    return 1;
  }
  try {
    const ready = await withLock(join(root, '.set-up-lock'), async () => {
      await installDependencies();
      return steps.length === 0
        ? 0
        : await run('scripts/set-up.ts', [command, ...steps, '--', ...args]);
    });
    if (ready !== 0) return setUpFailed(ready);
    return await run(`scripts/commands/${command}.ts`, args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return setUpFailed();
  }
}

/**
 * @param {number} [code]
 * @returns {number} the code
 */
function setUpFailed(code = 1) {
  if (command === 'test' || command === 'ci') console.log('0 passed, 1 failed');
  return code;
}

/**
 * Runs a TypeScript file on Node 24 and passes signals on, so that it can end what it started.
 * @param {string} file
 * @param {readonly string[]} words
 * @returns {Promise<number>}
 */
async function run(file, words) {
  const bin = join(root, 'node_modules', '.bin');
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(nodeProgram(), [join(root, file), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH },
  });
  // Ctrl+C reaches the child by itself: it is in the same group.
  const ignore = () => {};
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', pass);
  try {
    return await new Promise((done, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => done(code ?? 1));
    });
  } finally {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', pass);
  }
}
