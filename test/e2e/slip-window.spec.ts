import { expect, test } from '@playwright/test';
import { guestA, guestB } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import type { KioskView } from '../../shared/views/kiosk-view.ts';
import { makeFolders, removeFolders, startDesktop, viewIn, type Desktop } from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;
const slipPages = ({ app }: Desktop) =>
  app.windows().filter((page) => page.url().startsWith('app://paper/'));

/** Checks a visitor in and waits until the slip is on disk. */
const printOne = async (desktop: Desktop, guest: typeof guestA): Promise<void> => {
  const { code } = await checkIn(desktop.kiosk, guest, noPicture);
  await expect
    .poll(async () => (await viewIn<KioskView>(desktop.kiosk)).slip)
    .toEqual({ visit: code, state: 'saved' });
};

test('slips are printed in one window, which keeps nothing of a visitor; one that dies is made anew', async () => {
  const folders = await makeFolders(true);
  const desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  await setUpOffice(desktop.console, noPicture);
  await printOne(desktop, guestA);
  const [page] = slipPages(desktop);
  expect(await page?.locator('#root').innerHTML()).toBe('');
  await printOne(desktop, guestB);
  expect(slipPages(desktop)).toEqual([page]);
  expect(await page?.locator('#root').innerHTML()).toBe('');

  await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().startsWith('app://paper'),
    );
    if (window === undefined) return;
    const gone = new Promise(
      (resolve) => void window.webContents.once('render-process-gone', () => resolve(null)),
    );
    window.webContents.forcefullyCrashRenderer();
    await gone;
  });
  await printOne(desktop, guestA);
  await desktop.app.close();
  await removeFolders(folders);
});
