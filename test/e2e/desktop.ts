import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  advanceClock,
  launchWindows,
  type Windows,
} from '../../scripts/electron/launch-windows.ts';
import type { ArgsOf, AnswerOf, Message } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/base/result.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { KioskView } from '../../shared/views/kiosk-view.ts';

/** Folders of one story: data, the machine's own, and what is saved for people. */
export type Folders = {
  readonly root: string;
  readonly data: string;
  readonly machine: string;
  readonly exports: string;
};

/** Makes fresh folders; with `simulated`, ones that the simulated clock may run on. */
export async function makeFolders(simulated: boolean): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'pendamping-e2e-'));
  const folders = {
    root,
    data: join(root, 'data'),
    machine: join(root, 'machine'),
    exports: join(root, 'exports'),
  };
  await mkdir(folders.data);
  if (simulated) await writeFile(join(folders.data, 'simulated-clock'), '');
  return folders;
}

export function removeFolders({ root }: Folders): Promise<void> {
  return rm(root, { recursive: true, force: true });
}

export type Desktop = Windows;

/**
 * Starts the real program on real windows.
 * @param clock where the simulated clock stands, or null for the machine's own
 * @param procedures a folder of definitions to adopt
 */
export function startDesktop(
  { data, machine, exports }: Folders,
  clock: string | null,
  procedures?: string,
): Promise<Desktop> {
  return launchWindows({
    data,
    machine,
    exports,
    clock,
    ...(procedures === undefined ? {} : { procedures }),
  });
}

/** Kills the program as a power cut would: the main process first, with no warning. */
export async function killDesktop({ app }: Desktop): Promise<void> {
  const child = app.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Moves the simulated clock. */
export function advance({ app }: Desktop, ms: number): Promise<void> {
  return advanceClock(app, ms);
}

type Bridge = {
  readonly call: (message: string, args: unknown) => Promise<unknown>;
  readonly onView: (show: (view: unknown) => void) => () => void;
};

/** Calls a message from inside a window, as its page does. */
export function callFrom<M extends Message>(
  page: Page,
  message: M,
  args: ArgsOf<M>,
): Promise<Result<AnswerOf<M>>> {
  return page.evaluate(
    ([name, given]) => (window as unknown as { pendamping: Bridge }).pendamping.call(name, given),
    [message, args] as const,
  ) as Promise<Result<AnswerOf<M>>>;
}

/** What a window is shown now. */
export function viewIn<View extends ConsoleView | KioskView>(page: Page): Promise<View> {
  return page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const stop = (window as unknown as { pendamping: Bridge }).pendamping.onView((view) => {
          resolve(view);
          queueMicrotask(() => stop());
        });
      }),
  ) as Promise<unknown> as Promise<View>;
}
