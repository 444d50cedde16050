import { spawn } from 'node:child_process';
import { root } from './root.ts';

/**
 * Runs a program to its end, with what it says in sight; signals to us end it too.
 * @returns its exit code; 1 when a signal ended it or it could not be started
 */
export async function runProgram(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const child = spawn(program, words, { cwd: root, stdio: 'inherit', env });
  // A listener keeps us alive until the child has ended, so that we can tidy up after it.
  const onInterrupt = (): void => {};
  const onTerminate = (): void => void child.kill('SIGTERM');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  try {
    return await new Promise((done) => {
      child.once('error', (error) => {
        console.error(error.message);
        done(1);
      });
      child.once('exit', (code) => done(code ?? 1));
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  }
}

/** Runs a file, TypeScript included, on the Node that runs us. */
export async function runNode(
  file: string,
  words: readonly string[] = [],
  env?: NodeJS.ProcessEnv,
): Promise<number> {
  return await runProgram(process.execPath, [file, ...words], env);
}
