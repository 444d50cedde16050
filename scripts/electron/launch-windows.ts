import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { playwrightLaunch } from './launch.ts';

/** A running program with its two windows. */
export type Windows = {
  readonly app: ElectronApplication;
  readonly kiosk: Page;
  readonly console: Page;
};

/** The folders and the clock that a program is started with. */
export type Start = {
  readonly data: string;
  /** The machine's own folder, outside the data. */
  readonly machine: string;
  readonly exports: string;
  /** Where the simulated clock stands, ISO 8601, or null for the machine's own. */
  readonly clock: string | null;
  /** A folder of definitions to adopt. */
  readonly procedures?: string;
};

/** The command line of a start, without Electron's own part. */
export function argumentsFor({
  data,
  machine,
  exports,
  clock,
  procedures,
}: Start): readonly string[] {
  return [
    '--data',
    data,
    '--exports',
    exports,
    `--user-data-dir=${machine}`,
    ...(procedures === undefined ? [] : ['--procedures', procedures]),
    ...(clock === null ? [] : ['--simulated-clock', clock]),
  ];
}

const windowOf = async (app: ElectronApplication, role: string): Promise<Page> => {
  const find = (): Page | undefined =>
    app.windows().find((page) => page.url().startsWith(`app://${role}/`));
  for (;;) {
    const page = find();
    if (page !== undefined) return page;
    await app.waitForEvent('window', {
      predicate: async (opened) => opened.waitForURL(/^app:/).then(() => true),
    });
  }
};

/** Starts the real program and waits for the pages of both windows. */
export async function launchWindows(start: Start): Promise<Windows> {
  const app = await _electron.launch(playwrightLaunch(argumentsFor(start)));
  const [kiosk, console] = await Promise.all([windowOf(app, 'kiosk'), windowOf(app, 'console')]);
  await Promise.all([kiosk, console].map((page) => page.waitForLoadState('load')));
  return { app, kiosk, console };
}

/** Moves the simulated clock of a running program. */
export async function advanceClock(app: ElectronApplication, ms: number): Promise<void> {
  await app.evaluate(
    ({ app: electron }, by) => void electron.emit('pendamping:advance' as 'ready', by as never),
    ms,
  );
}
