import { execFile } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, expect, test, type Page } from '@playwright/test';
import { guestA } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import { argumentsFor } from '../../scripts/electron/launch-windows.ts';
import { playwrightLaunch } from '../../scripts/electron/launch.ts';
import { makeFolders, removeFolders, startDesktop, type Folders } from './desktop.ts';

const clock = '2026-11-23T05:58:00Z';
const noPicture = async (): Promise<void> => undefined;
const outOfService = (kiosk: Page) =>
  kiosk.getByRole('alert').filter({ hasText: 'Layar ini sedang tidak dapat mencatat.' });

/** An office with a visitor, closed for the night. */
const makeOffice = async (): Promise<Folders> => {
  const folders = await makeFolders(true);
  const desktop = await startDesktop(folders, clock);
  await setUpOffice(desktop.console, noPicture);
  await checkIn(desktop.kiosk, guestA, noPicture);
  await desktop.app.close();
  return folders;
};

test('the kiosk can be touched before the records are open; what is sent waits for them', async () => {
  test.skip(process.platform === 'win32', 'there are no named pipes in folders');
  const folders = await makeOffice();
  // A secret that somebody still has to write: the start waits there, with its records not open yet.
  const pepper = join(folders.machine, 'pepper');
  await rename(pepper, `${pepper}-kept`);
  await promisify(execFile)('mkfifo', [pepper]);
  const app = await _electron.launch(playwrightLaunch(argumentsFor({ ...folders, clock })));
  const kiosk = await app.firstWindow();
  await expect(kiosk.getByRole('heading', { name: 'Selamat datang.' })).toBeVisible();
  await expect(kiosk.getByText('Tidak ada antrean')).toBeVisible();
  expect(
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => [
        window.webContents.getURL() !== '',
        window.isVisible(),
      ]),
    ),
  ).toEqual(
    expect.arrayContaining([
      [true, true],
      [false, false],
    ]),
  );
  let isAnswered = false;
  const answer = kiosk.evaluate(() =>
    (
      window as unknown as {
        pendamping: { call: (name: string, args: unknown) => Promise<unknown> };
      }
    ).pendamping.call('visit.check-in', {}),
  );
  void answer.then(() => (isAnswered = true));
  await kiosk.getByRole('button', { name: /^Daftar/ }).click();
  await expect(kiosk.getByRole('heading', { name: 'Selamat datang.' })).toHaveCount(0);
  // Asked is what the office's procedures ask, though none has been read yet.
  const parts = kiosk.getByRole('list', { name: /^Bagian 1 dari/ }).getByRole('listitem');
  await expect(parts.filter({ hasText: 'Keperluan' })).toBeVisible();
  const asked = await parts.allTextContents();
  expect(isAnswered).toBe(false);

  await rename(pepper, `${pepper}-pipe`);
  await rename(`${pepper}-kept`, pepper);
  await writeFile(`${pepper}-pipe`, '');
  expect(await answer).toMatchObject({ ok: false, code: 'malformed' });
  await expect(parts).toHaveText(asked);
  await kiosk.reload();
  await expect(kiosk.getByText('1 nomor menunggu')).toBeVisible();
  await app.close();
  await removeFolders(folders);
});

test('where the records cannot be opened the greeting gives way to out of service', async () => {
  const folders = await makeOffice();
  await rename(join(folders.data, 'journal'), join(folders.data, 'journal-kept'));
  await writeFile(join(folders.data, 'journal'), '');
  const desktop = await startDesktop(folders, clock);
  await expect(outOfService(desktop.kiosk)).toBeVisible();
  await rm(join(folders.data, 'journal'));
  await rename(join(folders.data, 'journal-kept'), join(folders.data, 'journal'));
  await expect(outOfService(desktop.kiosk)).toHaveCount(0, { timeout: 15_000 });
  await expect(desktop.kiosk.getByText('1 nomor menunggu')).toBeVisible();
  await desktop.app.close();
  await removeFolders(folders);
});

test('an odd greeting is passed over, and is whole again after the end', async () => {
  const folders = await makeOffice();
  const path = join(folders.data, 'greeting.json');
  const whole = await readFile(path, 'utf8');
  expect(whole).not.toContain(guestA.name);
  await writeFile(path, whole.replace('LPSE', 'lpse'));
  const desktop = await startDesktop(folders, clock);
  await expect(desktop.kiosk.getByText('1 nomor menunggu')).toBeVisible();
  await desktop.app.close();
  expect(await readFile(path, 'utf8')).toBe(whole);
  await removeFolders(folders);
});
