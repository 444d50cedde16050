import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import { channels } from '../../../shared/contract/windows.ts';
import type { SlipView } from '../../../shared/views/slip-view.ts';
import { makeOneByOne } from '../../engine/one-by-one.ts';
import type { Printer } from '../../ports.ts';
import { loadPage, makeWindow } from './windows.ts';

const widthMm = 80;
const mmPerInch = 25.4;
/** A slip page that does not answer within this time has failed. */
const patienceMs = 15_000;
/** Printing holds the main process for some milliseconds: whoever has just checked in is shown the number first. */
const afterYouMs = 300;

/**
 * The page's next word, once it has been given something to do.
 * @param act what it is given
 * @returns the height of the slip that it shows, in microns; null: it shows none
 */
const answerOf = ({ webContents }: BrowserWindow, act: () => void): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const gone = (): void => end(() => reject(new Error('The slip page is gone')));
    const told = (_event: unknown, height: unknown): void =>
      end(() => {
        if (height === null) resolve(null);
        else if (typeof height === 'number' && height > 10_000 && height < 1_000_000)
          resolve(height);
        else reject(new Error('The slip page told no height'));
      });
    const giveUp = setTimeout(
      () => end(() => reject(new Error('The slip page did not answer'))),
      patienceMs,
    );
    const end = (settle: () => void): void => {
      clearTimeout(giveUp);
      webContents.ipc.removeListener(channels.ready, told);
      webContents.removeListener('render-process-gone', gone);
      settle();
    };
    webContents.ipc.once(channels.ready, told);
    webContents.once('render-process-gone', gone);
    act();
  });

/**
 * Renders slips to PDF in a window that is never shown: the same React components as the screen. One at a time. The window is
 * opened for the first slip and kept, for opening and closing one is the most that a slip costs the main process; between
 * two slips there is nothing on its page. One that hangs or dies fails its slip, and the next gets another window.
 * `printToPDF` takes inches, the page tells its height in microns.
 */
export function makeSlipPrinter(buildFolder: string): Printer {
  const { run } = makeOneByOne();
  let kept: BrowserWindow | null = null;

  const close = (): void => {
    kept?.destroy();
    kept = null;
  };
  const open = async (): Promise<BrowserWindow> => {
    const window = makeWindow('paper', buildFolder, { width: 400, height: 900 });
    kept = window;
    await answerOf(window, () => loadPage('paper', window));
    return window;
  };
  const show = (window: BrowserWindow, slip: SlipView | null): Promise<number | null> =>
    answerOf(window, () => window.webContents.send(channels.view, slip));

  const render = async (slip: SlipView): Promise<Uint8Array> => {
    try {
      if (kept?.webContents.isCrashed() === true) close();
      const window = kept ?? (await open());
      const heightMicrons = await show(window, slip);
      if (heightMicrons === null) throw new Error('The slip page shows no slip');
      const pdf = await window.webContents.printToPDF({
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        pageSize: { width: widthMm / mmPerInch, height: heightMicrons / 1000 / mmPerInch },
      });
      // Nobody's name stays on a page that nobody looks at. One that will not let go of it is closed; the slip is printed.
      await show(window, null).catch(close);
      return pdf;
    } catch (error) {
      close();
      throw error;
    }
  };

  return {
    slipToPdf: (slip) =>
      run(async () => {
        await wait(afterYouMs);
        return render(slip);
      }),
  };
}
