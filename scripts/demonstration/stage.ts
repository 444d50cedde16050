import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { advanceClock, launchWindows, type Windows } from '../electron/launch-windows.ts';

/** A running program with its two windows, its clock, and a camera. */
export type Stage = Windows & {
  /** Moves the simulated clock. */
  readonly pass: (minutes: number, seconds?: number) => Promise<void>;
  /** Takes a numbered picture of a window. */
  readonly shoot: (window: 'kiosk' | 'console', name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type StagePlan = {
  readonly consoleSize?: { readonly width: number; readonly height: number };
  /** Everything is left below this folder: pictures, `data/`, and what is exported. */
  readonly folder: string;
  /** Where the simulated clock stands at first, ISO 8601. */
  readonly clock: string;
};

/** Runs in a window: waits until it is shown a view of this moment or later. */
const untilShown = (at: number): Promise<void> =>
  new Promise((resolve) => {
    const { pendamping } = window as unknown as {
      readonly pendamping: {
        readonly onView: (
          show: (view: { readonly clock: { readonly at: number } }) => void,
        ) => () => void;
      };
    };
    const stop = pendamping.onView(({ clock }) => {
      if (clock.at < at) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });

/** Sets a fresh stage: an empty data folder that the simulated clock may run on, and the real program on it. */
export async function setStage({
  folder,
  clock,
  consoleSize = { width: 1920, height: 1080 },
}: StagePlan): Promise<Stage> {
  await rm(folder, { recursive: true, force: true });
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'simulated-clock'), '');
  const machine = join(folder, '.machine');
  const { app, kiosk, console } = await launchWindows({ data, machine, exports: folder, clock });
  for (const page of [kiosk, console]) page.setDefaultTimeout(15_000);
  // As on a second display of its own; on the one virtual display it would be a smaller window in front of the kiosk.
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().startsWith('app://console'),
    );
    window?.setBounds({ x: 0, y: 0, width, height });
  }, consoleSize);
  let pictures = 0;
  let now = Date.parse(clock);
  return {
    app,
    kiosk,
    console,
    pass: async (minutes, seconds = 0) => {
      const ms = (minutes * 60 + seconds) * 1_000;
      now += ms;
      await advanceClock(app, ms);
      await Promise.all([kiosk, console].map((page) => page.evaluate(untilShown, now)));
    },
    shoot: async (window, name) => {
      pictures += 1;
      const page = window === 'kiosk' ? kiosk : console;
      await page.screenshot({
        path: join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`),
        animations: 'disabled',
      });
    },
    close: async () => {
      await app.close();
      await rm(machine, { recursive: true, force: true });
    },
  };
}
