import { setTimeout as wait } from 'node:timers/promises';
import { channels } from '../../../shared/contract/windows.ts';
import type { SlipView } from '../../../shared/views/slip-view.ts';
import { makeOneByOne } from '../../engine/one-by-one.ts';
import type { Printer } from '../../ports.ts';
import { makeWindow } from './windows.ts';

const widthMm = 80;
const mmPerInch = 25.4;
/** A slip page that does not answer within this time has failed. */
const patienceMs = 15_000;
/** Opening a page holds the main process for some milliseconds: whoever has just checked in is shown the number first. */
const afterYouMs = 300;

/**
 * Renders slips to PDF in a window that is never shown: the same React components as the screen. One at a time.
 * `printToPDF` takes inches, the page tells its height in microns.
 */
export function makeSlipPrinter(buildFolder: string): Printer {
  const { run } = makeOneByOne();

  const render = async (slip: SlipView): Promise<Uint8Array> => {
    const window = makeWindow('paper', buildFolder, { width: 400, height: 900 });
    const { webContents } = window;
    let giveUp: NodeJS.Timeout | undefined;
    try {
      const heightMicrons = await new Promise<number>((resolve, reject) => {
        giveUp = setTimeout(() => reject(new Error('The slip page did not answer')), patienceMs);
        webContents.ipc.handleOnce(channels.view, () => slip);
        webContents.ipc.once(channels.ready, (_event, height: unknown) => {
          if (typeof height === 'number' && height > 10_000 && height < 1_000_000) resolve(height);
          else reject(new Error('The slip page told no height'));
        });
      });
      return await webContents.printToPDF({
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        pageSize: { width: widthMm / mmPerInch, height: heightMicrons / 1000 / mmPerInch },
      });
    } finally {
      clearTimeout(giveUp);
      window.destroy();
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
