import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { defaultSettings } from '../../shared/settings/settings.ts';
import {
  advance,
  callFrom,
  makeFolders,
  removeFolders,
  startDesktop,
  type Desktop,
  type Folders,
} from './desktop.ts';

test.describe.configure({ mode: 'serial' });

/** The kiosk driven as a visitor does, on the real program. */
let folders: Folders;
let desktop: Desktop;
let kiosk: Page;

test.beforeAll(async () => {
  folders = await makeFolders(true);
  desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  kiosk = desktop.kiosk;
});
test.afterAll(async () => {
  await desktop.app.close();
  await removeFolders(folders);
});

const button = (name: string) => kiosk.getByRole('button', { name, exact: true });
const field = (name: string) => kiosk.getByRole('textbox', { name });
/** "Lanjut" can be tapped before a field is right: it then says what is missing, so no waiting until it is enabled. */
const next = async (): Promise<void> =>
  kiosk.getByRole('button', { name: /^Lanjut/ }).click({ force: true });

/** Every byte of the data folder, as text. */
const allData = async (): Promise<string> => {
  const names = await readdir(folders.data, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  return texts.join('\n');
};

test('before the office is set up the kiosk says so, and takes nothing', async () => {
  await expect(kiosk.getByRole('heading', { name: 'Ruang ini sedang disiapkan.' })).toBeVisible();
  await expect(button('Daftar')).toHaveCount(0);
  const setUp = await callFrom(desktop.console, 'office.set-up', {
    commandId: 'kiosk-spec-set-up',
    settings: defaultSettings,
    staff: [{ name: 'Koordinator', functions: ['coordinator'], pin: '718293' }],
  });
  expect(setUp.ok).toBe(true);
  await expect(kiosk.getByRole('button', { name: /^Daftar/ })).toBeVisible();
});

test('each wrong entry gets a plain sentence and stays as typed; a right one goes on', async () => {
  await kiosk.getByRole('button', { name: /^Daftar/ }).click();
  await expect(kiosk.getByRole('heading', { name: 'Data Anda, hak Anda.' })).toBeVisible();
  await expect(kiosk.getByText('disimpan 5 tahun')).toBeVisible();
  await button('Mengerti, lanjut').click();

  await next();
  await expect(kiosk.getByText('Bagian ini masih kosong. Isi dulu.')).toBeVisible();
  await field('Nama').fill('Wakil CV Sumber Makmur Batang');
  await next();

  await field('Perusahaan').fill('Sumber Makmur Batang');
  await next();
  await expect(kiosk.getByText('Tambahkan bentuk usahanya, misalnya CV atau PT.')).toBeVisible();
  await expect(field('Perusahaan')).toHaveValue('Sumber Makmur Batang');
  await button('Tambahkan CV').click();
  await expect(field('Perusahaan')).toHaveValue('CV Sumber Makmur Batang');
  await next();

  await field('Nomor telepon').fill('0812345');
  await next();
  await expect(kiosk.getByText('Nomor telepon kurang 2 angka.')).toBeVisible();
  await field('Nomor telepon').fill('0812 3456 7890');
  await next();

  await field('User ID SPSE').fill('Batang#77');
  await next();
  await expect(
    kiosk.getByText('Tulisan ini mirip kata sandi. Demi keamanan, jangan ditulis di sini.'),
  ).toBeVisible();
  await button('Saya tidak ingat Tidak apa-apa. Meja layanan akan melengkapinya.').click();
  await next();

  await expect(kiosk.getByRole('radio', { checked: true })).toHaveCount(0);
  await next();
  await expect(kiosk.getByText('Bagian ini masih kosong. Isi dulu.')).toBeVisible();
  await kiosk.getByRole('radio', { name: 'Lainnya' }).click();
  await next();
  await expect(kiosk.getByText('Bagian ini masih kosong. Isi dulu.')).toBeVisible();
  await kiosk.getByRole('radio', { name: 'Mengunggah dokumen penawaran' }).click();
  await next();

  await field('Kode tender').fill('delapan');
  await next();
  await expect(kiosk.getByText('Kode tender hanya angka, 4 sampai 15 angka.')).toBeVisible();
  await field('Kode tender').fill('8412119');
  await next();
});

test('the review shows all that was typed and leads back to each of it', async () => {
  await expect(kiosk.getByRole('heading', { name: 'Sudah benar semuanya?' })).toBeVisible();
  for (const entry of [
    'Wakil CV Sumber Makmur Batang',
    'CV Sumber Makmur Batang',
    '0812 3456 7890',
    'Saya tidak ingat',
    '8412119',
  ]) {
    await expect(kiosk.getByText(entry, { exact: true })).toBeVisible();
  }
  await button('Ubah: Nama paket').click();
  await field('Nama paket').fill('Rehabilitasi Jembatan Kecamatan Bandar');
  await next();
  await expect(kiosk.getByText('Rehabilitasi Jembatan Kecamatan Bandar')).toBeVisible();
});

test('the number is there at once, with code, QR and slip; the refused password is nowhere', async () => {
  await button('Ambil nomor').click();
  await expect(kiosk.getByText('A001', { exact: true })).toBeVisible();
  await expect(
    kiosk.getByRole('img', { name: /^Kode QR kunjungan [2-9A-Z]{4}-[2-9A-Z]{4}$/ }),
  ).toBeVisible();
  await expect(kiosk.getByText('Slip tersimpan')).toBeVisible();
  const data = await allData();
  expect(data).toContain('CV Sumber Makmur Batang');
  expect(data).not.toContain('Batang#77');
  await button('Selesai').click();
  await expect(kiosk.getByText('1 nomor menunggu')).toBeVisible();
  await expect(kiosk.getByText('CV Sumber Makmur Batang')).toHaveCount(0);
});

test('reporting out: an unknown number and one that is not at step 13 are told where to go', async () => {
  await kiosk.getByRole('button', { name: /^Lapor kembali/ }).click();
  await field('Nomor atau kode kunjungan').fill('a021');
  await kiosk.keyboard.press('Enter');
  await expect(
    kiosk.getByText('Nomor A021 tidak ada hari ini. Periksa lagi, atau tanya meja layanan.'),
  ).toBeVisible();
  await expect(field('Nomor atau kode kunjungan')).toHaveValue('A021');
  await field('Nomor atau kode kunjungan').fill('A001');
  await kiosk.keyboard.press('Enter');
  await expect(
    kiosk.getByText('Kunjungan ini belum sampai langkah lapor kembali. Silakan ke meja layanan.'),
  ).toBeVisible();
  await button('Batalkan').click();
});

test('English is one tap away, and so is the privacy notice, on every screen', async () => {
  await button('English').click();
  await expect(kiosk.getByRole('heading', { name: 'Welcome.' })).toBeVisible();
  await kiosk.getByRole('button', { name: /^Check in/ }).click();
  for (const screen of ['Understood, next', 'Next']) {
    await button('Privacy notice').click();
    await expect(kiosk.getByRole('region', { name: 'Privacy notice' })).toContainText(
      'kept 5 years',
    );
    await kiosk
      .getByRole('region', { name: 'Privacy notice' })
      .getByRole('button', { name: 'Close' })
      .click();
    if (screen === 'Understood, next') await button(screen).click();
  }
  await button('Cancel').click();
});

test('left alone the kiosk warns, then empties itself and speaks Indonesian again', async () => {
  await kiosk.clock.install();
  await button('English').click();
  await kiosk.getByRole('button', { name: /^Check in/ }).click();
  await button('Understood, next').click();
  await field('Name').fill('Nobody must read this');
  await kiosk.clock.runFor(61_000);
  await expect(kiosk.getByRole('alert').filter({ hasText: 'Still there?' })).toContainText(
    /erased in (19|20) seconds/,
  );
  await button('I am still here').click();
  await expect(kiosk.getByText('Still there?')).toHaveCount(0);
  await expect(field('Name')).toHaveValue('Nobody must read this');
  await kiosk.clock.runFor(81_000);
  await expect(kiosk.getByRole('heading', { name: 'Selamat datang.' })).toBeVisible();
  await kiosk.getByRole('button', { name: /^Daftar/ }).click();
  await button('Mengerti, lanjut').click();
  await expect(field('Nama')).toHaveValue('');
  await button('Batalkan').click();
});

test('the day goes on: the clock on the wall of the kiosk follows', async () => {
  await advance(desktop, 60 * 60_000);
  await expect(kiosk.getByText('13.58 WIB')).toBeVisible();
});
