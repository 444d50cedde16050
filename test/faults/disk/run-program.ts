import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Orders, Word } from './orders.ts';

/** The program under test in one file: it starts in a fifth of the time. */
export type Program = { readonly file: string; readonly remove: () => Promise<void> };

/** Builds the program under test into a temporary folder. */
export async function buildProgram(): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'pendamping-program-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      copyPublicDir: false,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: fileURLToPath(new URL('./program.ts', import.meta.url)),
        output: { format: 'es', entryFileNames: 'program.mjs' },
      },
    },
  });
  return { file: join(folder, 'program.mjs'), remove: () => rm(folder, { recursive: true }) };
}

export type Listener = {
  /** Called for each word in order; awaited before an `asks` is answered. With `kill` the program ends there. */
  readonly hear: (word: Word) => Promise<'kill' | void> | 'kill' | void;
  /** Kills the program so many milliseconds after it was started. */
  readonly killAfter?: number;
};

/** A run that stands still for so long will never end. */
const longest = 60_000;

/**
 * Starts the program, hears it to its end and answers what it asks.
 * @returns what ended it: null when it ended by itself
 */
export async function runProgram(
  { file }: Program,
  orders: Orders,
  { hear, killAfter }: Listener,
): Promise<NodeJS.Signals | 'hung' | null> {
  const child = spawn(process.execPath, [file, JSON.stringify(orders)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let hung = false;
  const ending = once(child, 'close');
  // A program that could not be started is told of below, once its output has ended.
  ending.catch(() => undefined);
  const kill = (): void => void child.kill('SIGKILL');
  const random = killAfter === undefined ? undefined : setTimeout(kill, killAfter);
  const guard = setTimeout(() => {
    hung = true;
    kill();
  }, longest);
  // A program that was killed takes no answer.
  child.stdin.on('error', () => undefined);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const word = JSON.parse(line) as Word;
      if ((await hear(word)) === 'kill') kill();
      else if (word.says === 'asks') child.stdin.write('.');
    }
    const [, signal] = (await ending) as [number | null, NodeJS.Signals | null];
    return hung ? 'hung' : signal;
  } finally {
    clearTimeout(random);
    clearTimeout(guard);
    kill();
  }
}
