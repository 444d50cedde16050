import { expect, test, type Page } from '@playwright/test';
import { staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { signIn } from '../../scripts/demonstration/staff.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { makeFolders, removeFolders, startDesktop, viewIn } from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;
const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' });

test('the coordinator writes holidays and special hours, is told at the field what is wrong, and the kiosk goes by them', async () => {
  const folders = await makeFolders(true);
  const desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  const { console: desk, kiosk } = desktop;
  await setUpOffice(desk, noPicture);
  await expect(kiosk.getByText('Buka sampai 15.30 WIB')).toBeVisible();
  await signIn(desk, staff.coordinator);
  await desk.getByRole('button', { name: 'Setelan' }).click();
  const form = desk.getByRole('form', { name: 'Setelan' });
  const save = () => form.getByRole('button', { name: 'Simpan setelan' }).click();
  const days = form.getByRole('region', { name: 'Hari libur dan jam khusus' });

  await days.getByRole('button', { name: 'Tambah hari libur' }).click();
  await days.getByLabel('Nama libur ke-1').fill('Hari libur contoh');
  await days.getByRole('button', { name: 'Tambah jam khusus' }).click();
  await days.getByLabel('Tanggal khusus ke-1').fill('2026-12-24');
  await days.getByLabel('Buka ke-1').fill('12:00');
  await days.getByLabel('Tutup ke-1').fill('08:00');
  await form.getByLabel('Komputer ke-2').fill('komputer  1');
  await form.getByLabel('Telepon Helpdesk LKPP').fill('password: Rahasia1');
  await save();
  await expect(days).toContainText('Tulis tanggalnya lengkap: hari, bulan, tahun.');
  await expect(days).toContainText('Jam tutup harus sesudah jam buka.');
  await expect(form).toContainText('Komputer lain sudah bernama ini.');
  await expect(form).toContainText('Tulisan ini mirip kata sandi.');
  await picture(desk, 'refused');
  await days.scrollIntoViewIfNeeded();
  await days.screenshot({ path: test.info().outputPath('refused-days.png') });

  await form.getByLabel('Komputer ke-2').fill('Komputer 2');
  await form.getByLabel('Telepon Helpdesk LKPP').fill('144');
  await days.getByLabel('Tanggal libur ke-1').fill('2026-11-23');
  await days.getByLabel('Buka ke-1').fill('08:00');
  await days.getByLabel('Tutup ke-1').fill('12:00');
  await save();
  await expect(form).toContainText('Tersimpan.');
  const { settings } = await viewIn<ConsoleView>(desk);
  expect(settings.holidays).toEqual([{ date: '2026-11-23', name: 'Hari libur contoh' }]);
  expect(settings.specialHours).toEqual([{ date: '2026-12-24', opens: '08:00', closes: '12:00' }]);
  await expect(kiosk.getByText('Hari ini ruang tutup: Hari libur contoh')).toBeVisible();
  await expect(desk.getByText('Ruang tutup', { exact: true })).toBeVisible();
  await picture(kiosk, 'kiosk-holiday');

  await days.getByRole('button', { name: 'Hapus libur ke-1' }).click();
  await save();
  await expect(kiosk.getByText('Buka sampai 15.30 WIB')).toBeVisible();
  await desktop.app.close();
  await removeFolders(folders);
});
