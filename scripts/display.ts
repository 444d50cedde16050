import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

const readyLimitMs = 20_000;

/** Whether windows can be shown to a person here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (name) => name !== undefined && name !== '',
  );
}

/**
 * Runs something on a display: on the present one, or on a virtual one that lives as long as `use` does. Its size is
 * PENDAMPING_SCREEN, 1920x1080x24 unless told.
 * @param use is handed the environment that a started program needs
 * @param want `virtual` for what must not pop up before whoever sits at the machine
 */
export async function withDisplay<T>(
  want: 'virtual' | 'present or virtual',
  use: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  if (process.platform !== 'linux' || (want !== 'virtual' && hasDisplay()))
    return await use(process.env);
  const display = await startVirtualDisplay();
  try {
    const { WAYLAND_DISPLAY: _, ...rest } = process.env;
    return await use({ ...rest, DISPLAY: display.name });
  } finally {
    await display.stop();
  }
}

type VirtualDisplay = { readonly name: string; readonly stop: () => Promise<void> };

async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const screen = process.env['PENDAMPING_SCREEN'] ?? '1920x1080x24';
  // -displayfd: Xvfb itself takes a free number and tells it, so that runs beside each other cannot collide.
  const words = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const child = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const end = (): void => void child.kill();
  process.once('exit', end);
  const name = `:${await numberOf(child)}`;
  return {
    name,
    stop: async () => {
      process.off('exit', end);
      end();
      await gone;
    },
  };
}

async function numberOf(child: ChildProcess): Promise<string> {
  return await new Promise((done, fail) => {
    let said = '';
    let told = '';
    const refuse = (): void => {
      child.kill();
      fail(
        new Error(`The virtual display (Xvfb) did not start: ${said.trim() || 'it said nothing'}.`),
      );
    };
    const limit = setTimeout(refuse, readyLimitMs);
    child.once('error', refuse);
    child.once('exit', refuse);
    child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    (child.stdio[3] as Readable).on('data', (part: Buffer) => {
      told += part.toString();
      if (!told.includes('\n')) return;
      clearTimeout(limit);
      child.off('exit', refuse);
      done(told.trim());
    });
  });
}
