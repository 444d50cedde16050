import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { guestA, guestB, staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import {
  answer,
  atStep,
  backToBoard,
  openVisit,
  signIn,
} from '../../scripts/demonstration/staff.ts';
import { checkIn, reportOut } from '../../scripts/demonstration/visitor.ts';
import { makeFolders, removeFolders, startDesktop, type Desktop, type Folders } from './desktop.ts';

/** Two more procedures, as files, through real windows: nothing in the product knows of them. */
const start = '2026-11-23T05:58:00Z';
const noPicture = async (): Promise<void> => undefined;
const fixture = (name: string): string => join(import.meta.dirname, '..', 'procedures', name);

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.describe('revision 01 beside revision 00', () => {
  let folders: Folders;
  let desktop: Desktop;
  test.beforeAll(async () => {
    folders = await makeFolders(true);
    desktop = await startDesktop(folders, start);
  });
  test.afterAll(async () => {
    await desktop.app.close();
    await removeFolders(folders);
  });

  test('visits end under the revision that they began with, across a restart', async () => {
    test.setTimeout(180_000);
    await setUpOffice(desktop.console, noPicture);
    const before = await checkIn(desktop.kiosk, guestA, noPicture);
    await desktop.app.close();
    desktop = await startDesktop(folders, start, fixture('revision-01'));
    const after = await checkIn(desktop.kiosk, guestB, noPicture);
    const page = desktop.console;
    await signIn(page, staff.desk);

    for (const { number } of [before, after]) {
      await openVisit(page, number);
      await button(page, 'Panggil').click();
      await button(page, 'Sudah di meja').click();
      await backToBoard(page);
    }
    await openVisit(page, before.number);
    await atStep(page, 3, 13);
    await answer(page, 'Ya, sudah');
    await atStep(page, 5, 13);
    await backToBoard(page);

    await openVisit(page, after.number);
    await atStep(page, 3, 14);
    await answer(page, 'Ya, sudah');
    await atStep(page, 5, 14);
    await expect(page.getByText('Apakah akun SPSE Penyedia aktif?')).toBeVisible();
    await backToBoard(page);
    // One more desk step: the card stays at the desk, and no trainer can be called there.
    const desk = page.getByText(/Langkah 5 · Periksa akun/);
    await expect(desk).toBeVisible();
    await openVisit(page, after.number);
    await expect(page.getByRole('heading', { name: /Pilih trainer/ })).toHaveCount(0);
    await answer(page, 'Ya, aktif');
    await atStep(page, 6, 14);

    // Without the folder the office goes on with what it has adopted: the fact carries the definition.
    await desktop.app.close();
    desktop = await startDesktop(folders, start);
    await signIn(desktop.console, staff.desk);
    await openVisit(desktop.console, after.number);
    await atStep(desktop.console, 6, 14);
    await backToBoard(desktop.console);
    await openVisit(desktop.console, before.number);
    await atStep(desktop.console, 5, 13);
  });
});

test.describe('a second SOP of another shape', () => {
  let folders: Folders;
  let desktop: Desktop;
  test.beforeAll(async () => {
    folders = await makeFolders(true);
    desktop = await startDesktop(folders, start, fixture('email-change'));
  });
  test.afterAll(async () => {
    await desktop.app.close();
    await removeFolders(folders);
  });

  test('the kiosk asks for the matter, and what the visit needs is asked and shown', async () => {
    test.setTimeout(180_000);
    const { kiosk, console: page } = desktop;
    await setUpOffice(page, noPicture);
    await kiosk.getByRole('button', { name: /^Daftar/ }).click();
    await kiosk.getByRole('button', { name: 'Mengerti, lanjut' }).click();
    await expect(
      kiosk.getByRole('heading', { name: 'Apa keperluan Anda hari ini?' }),
    ).toBeVisible();
    await kiosk.getByRole('radio', { name: 'Perubahan e-mail akun' }).click();
    const next = () => kiosk.getByRole('button', { name: /^Lanjut/ }).click();
    await next();
    for (const [field, value] of [
      ['Nama', guestA.name],
      ['Perusahaan', guestA.company],
    ] as const) {
      await kiosk.getByRole('textbox', { name: field }).fill(value);
      await next();
    }
    await kiosk.getByRole('textbox', { name: 'Nomor telepon' }).fill(guestA.phone);
    await next();
    await kiosk.getByRole('textbox', { name: 'User ID SPSE' }).fill('SUMBER2024');
    await next();
    // No purpose and no tender: this matter asks for neither.
    await expect(kiosk.getByRole('heading', { name: 'Sudah benar semuanya?' })).toBeVisible();
    await expect(kiosk.getByText('Kode tender')).toHaveCount(0);
    await kiosk.getByRole('button', { name: 'Ambil nomor' }).click();
    await kiosk.getByRole('region', { name: 'Nomor Anda' }).getByText('Slip tersimpan').waitFor();
    await kiosk.getByRole('button', { name: 'Selesai' }).click();

    await signIn(page, staff.desk);
    await expect(column(page, 'Menunggu').getByText('A001').first())
      .toBeVisible()
      .catch(() => undefined);
    await openVisit(page, 'A001');
    await atStep(page, 3, 8);
    await button(page, 'Panggil').click();
    await button(page, 'Sudah di meja').click();
    await atStep(page, 4, 8);
    await answer(page, 'Berkas di meja');
    await expect(page.getByText('Apakah berkas lengkap?')).toBeVisible();
    await answer(page, 'Lengkap');
    await atStep(page, 6, 8);
    await page.getByLabel('Nomor tanda terima').fill('TT-0017');
    await answer(page, 'Sudah diberikan');
    await atStep(page, 8, 8);
    await expect(page.getByText(/Berkas diterima/).first()).toBeVisible();
    await reportOut(kiosk, 'A001', noPicture);

    await page.getByRole('button', { name: /^Eskalasi/ }).click();
    await expect(page.getByText('Menunggu verifikasi').first()).toBeVisible();
  });
});
