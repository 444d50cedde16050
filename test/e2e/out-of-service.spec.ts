import type * as FilesModule from 'node:fs/promises';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { guestA, staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { openVisit, signIn } from '../../scripts/demonstration/staff.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import {
  advance,
  killDesktop,
  makeFolders,
  removeFolders,
  startDesktop,
  type Desktop,
} from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;

/** Makes every flush of the running program fail, as a dying disk does, or lets them pass again. */
const failFlushes = async ({ app }: Desktop, failing: boolean): Promise<void> => {
  await app.evaluate(async (_electron, fails) => {
    const files = (
      process as unknown as {
        readonly mainModule: { readonly require: (name: string) => typeof FilesModule };
      }
    ).mainModule.require('node:fs/promises');
    const handle = await files.open(process.execPath, 'r');
    const shared = Object.getPrototypeOf(handle) as {
      datasync: () => Promise<void>;
      kept?: () => Promise<void>;
    };
    await handle.close();
    shared.kept ??= shared.datasync;
    shared.datasync = fails
      ? () => Promise.reject(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }))
      : shared.kept;
  }, failing);
};

test('when flushes fail both windows say so, nothing typed is lost, and the room goes on when the disk does', async () => {
  const folders = await makeFolders(true);
  let desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  await setUpOffice(desktop.console, noPicture);
  await checkIn(desktop.kiosk, guestA, noPicture);
  await signIn(desktop.console, staff.desk);
  await openVisit(desktop.console, 'A001');
  await desktop.console
    .getByLabel('Tulis catatan')
    .or(desktop.console.getByRole('tab', { name: 'Kunjungan' }))
    .first()
    .click();
  await desktop.console.getByLabel('Tulis catatan').fill('Membawa laptop sendiri.');

  await failFlushes(desktop, true);
  await desktop.console.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(
    desktop.console.getByText('Catatan belum dapat disimpan.', { exact: false }).first(),
  ).toBeVisible();
  await expect(desktop.console.getByLabel('Tulis catatan')).toHaveValue('Membawa laptop sendiri.');
  await expect(
    desktop.kiosk
      .getByRole('alert')
      .filter({
        hasText: 'Layar ini sedang tidak dapat mencatat. Silakan langsung ke meja layanan.',
      }),
  ).toBeVisible();
  // The board stays alive; the two choices do nothing until the office can record again.
  await expect(desktop.kiosk.getByText('1 nomor menunggu')).toBeVisible();
  await desktop.kiosk.getByRole('button', { name: /^Daftar/ }).click({ force: true });
  await expect(desktop.kiosk.getByRole('heading', { name: 'Selamat datang.' })).toBeVisible();
  await advance(desktop, 1_000);
  await expect(
    desktop.kiosk.getByRole('alert').filter({ hasText: 'tidak dapat mencatat' }),
  ).toBeVisible();

  await failFlushes(desktop, false);
  await advance(desktop, 1_000);
  await expect(
    desktop.kiosk.getByRole('alert').filter({ hasText: 'tidak dapat mencatat' }),
  ).toHaveCount(0);
  await desktop.console.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(desktop.console.getByLabel('Tulis catatan')).toHaveValue('');
  await expect(desktop.console.getByText('Membawa laptop sendiri.')).toBeVisible();

  await killDesktop(desktop);
  desktop = await startDesktop(folders, '2026-11-23T06:10:00Z');
  await signIn(desktop.console, staff.desk);
  await openVisit(desktop.console, 'A001');
  await desktop.console.getByRole('tab', { name: 'Kunjungan' }).click();
  await expect(desktop.console.getByText('Membawa laptop sendiri.')).toHaveCount(1);
  await desktop.app.close();
  await removeFolders(folders);
});

test('when the data folder is moved away the console says that it is, and the room goes on when it is back', async () => {
  const folders = await makeFolders(true);
  const desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  await setUpOffice(desktop.console, noPicture);
  await checkIn(desktop.kiosk, guestA, noPicture);
  const moved = desktop.console
    .getByText('folder data bukan lagi milik program ini', { exact: false })
    .first();
  await rename(folders.data, `${folders.data}-elsewhere`);
  await advance(desktop, 1_000);
  await expect(moved).toBeVisible();
  await expect(
    desktop.kiosk.getByRole('alert').filter({ hasText: 'Layar ini sedang tidak dapat mencatat.' }),
  ).toBeVisible();

  await rename(`${folders.data}-elsewhere`, folders.data);
  await advance(desktop, 1_000);
  await expect(moved).toHaveCount(0);
  await checkIn(desktop.kiosk, guestA, noPicture);
  await desktop.app.close();
  await removeFolders(folders);
});

test('where the records cannot be opened both windows say so, and open by themselves when they can', async () => {
  const folders = await makeFolders(true);
  // As on a failing disk: what should be a folder is none.
  await writeFile(join(folders.data, 'journal'), '');
  const desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  await expect(
    desktop.kiosk.getByRole('alert').filter({ hasText: 'Layar ini sedang tidak dapat mencatat.' }),
  ).toBeVisible();
  await expect(
    desktop.console.getByText('Catatan belum dapat disimpan.', { exact: false }).first(),
  ).toContainText('“journal” di folder data');
  await advance(desktop, 1_000);
  await expect(
    desktop.console.getByText('Catatan belum dapat disimpan.', { exact: false }).first(),
  ).toBeVisible();

  await rm(join(folders.data, 'journal'));
  await advance(desktop, 1_000);
  await setUpOffice(desktop.console, noPicture);
  await checkIn(desktop.kiosk, guestA, noPicture);
  await desktop.app.close();
  await removeFolders(folders);
});
