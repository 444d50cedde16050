import { expect, test, type Page } from '@playwright/test';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { answer, atStep, openVisit, signIn } from '../../scripts/demonstration/staff.ts';
import { guestA, guestB, staff } from '../../scripts/demonstration/cast.ts';
import { checkIn, reportOut } from '../../scripts/demonstration/visitor.ts';
import {
  advance,
  killDesktop,
  makeFolders,
  removeFolders,
  startDesktop,
  type Desktop,
  type Folders,
} from './desktop.ts';

test.describe.configure({ mode: 'serial' });

/** The console driven by hand: wrong input, the clock passed over a norm, the program killed in the middle. */
let folders: Folders;
let desktop: Desktop;
const noPicture = async (): Promise<void> => undefined;
const start = '2026-11-23T05:58:00Z';
let passed = 0;

const pass = async (minutes: number): Promise<void> => {
  passed += minutes * 60_000;
  await advance(desktop, minutes * 60_000);
};
const page = (): Page => desktop.console;
const button = (name: string | RegExp) =>
  page().getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** On this small display the visit's own details are a tab beside its step. */
const showDetails = async (): Promise<void> =>
  page().getByRole('tab', { name: 'Kunjungan' }).click();
const showStep = async (): Promise<void> => page().getByRole('tab', { name: 'Langkah' }).click();

test.beforeAll(async () => {
  folders = await makeFolders(true);
  desktop = await startDesktop(folders, start);
});
test.afterAll(async () => {
  await desktop.app.close();
  await removeFolders(folders);
});

test('first start says what is missing, beside it, and keeps what was typed', async () => {
  await page().getByLabel('Nama kantor').fill('');
  const first = page().getByRole('group', { name: 'Petugas ke-1' });
  await first.getByLabel('Nama').fill('Koordinator');
  await first.getByLabel('PIN', { exact: true }).fill('12345');
  await first.getByLabel('PIN sekali lagi').fill('54321');
  await button('Mulai').click();
  await expect(page().getByText('Bagian ini masih kosong. Isi dulu.').first()).toBeVisible();
  await expect(first.getByText('PIN paling sedikit 6 angka.')).toBeVisible();
  await expect(first.getByLabel('Nama')).toHaveValue('Koordinator');
  await first.getByRole('checkbox', { name: 'Koordinator' }).uncheck();
  await expect(first.getByText('Pilih paling sedikit satu fungsi.')).toBeVisible();
  await expect(page().getByText('Tambahkan paling sedikit satu Koordinator.')).toBeVisible();
  await expect(page().getByText('Baru satu Koordinator.')).toHaveCount(0);
  await first.getByRole('checkbox', { name: 'Koordinator' }).check();
  await expect(page().getByText('Baru satu Koordinator.')).toBeVisible();
  await page().getByLabel('Nama kantor').fill('LPSE Kabupaten Batang');
  await setUpOffice(page(), noPicture);
});

test('a wrong PIN is told kindly, with the tries that are left', async () => {
  await button(/^Trainer 1/).click();
  await page().getByLabel('PIN Trainer 1').fill('111222');
  await button('Masuk').click();
  await expect(page().getByRole('alert')).toContainText('PIN belum cocok. Coba lagi; 2 kali lagi');
  await expect(page().getByLabel('PIN Trainer 1')).toHaveValue('');
  await page().getByLabel('PIN Trainer 1').fill('111222');
  await button('Masuk').click();
  await expect(page().getByRole('alert')).toContainText('PIN belum cocok. Coba lagi; 1 kali lagi');
  await button('Bukan saya').click();
  await signIn(page(), staff.desk);
});

test('called, at the desk, ticked: step 3 runs; a note that tells a password is refused and kept nowhere', async () => {
  await checkIn(desktop.kiosk, guestA, noPicture);
  await page().keyboard.press('p');
  await expect(desktop.kiosk.getByText('Sedang dipanggil')).toBeVisible();
  await expect(desktop.kiosk.getByText('Meja layanan 1')).toBeVisible();
  await openVisit(page(), 'A001');
  await button('Sudah di meja').click();
  await atStep(page(), 3);
  await showDetails();
  await page().getByLabel('Tulis catatan').fill('sandi saya Batang#77');
  await button('Simpan catatan').click();
  await expect(
    page().getByText('Tulisan ini mirip kata sandi. Demi keamanan, jangan ditulis di sini.'),
  ).toBeVisible();
  await expect(page().getByLabel('Tulis catatan')).toHaveValue('sandi saya Batang#77');
  // The answer keys Y and T are letters here, not answers.
  await page().getByLabel('Tulis catatan').fill('');
  await page()
    .getByLabel('Tulis catatan')
    .pressSequentially('Tty tidak bisa masuk, kata sandi salah');
  await button('Simpan catatan').click();
  await expect(page().getByText('Tty tidak bisa masuk, kata sandi salah')).toBeVisible();
  await showStep();
  await atStep(page(), 3);
});

test('over the norm the answer is held until a cause is chosen', async () => {
  await pass(6);
  await expect(page().getByText('lewat 1:00').first()).toBeVisible();
  await answer(page(), 'Ya, sudah');
  await atStep(page(), 3);
  await expect(page().getByText('Pilih satu sebab dulu, lalu jawab.')).toBeVisible();
  await page().getByRole('radio', { name: 'Jaringan lambat' }).check({ force: true });
  await answer(page(), 'Ya, sudah');
  await atStep(page(), 5);
  await showDetails();
  await expect(page().getByText('Langkah 3, waktu')).toBeVisible();
});

test('an answer is taken back, and the deviation stays', async () => {
  await button(/^Koreksi jawaban/).click();
  await expect(page().getByText('Langkah 3, waktu')).toBeVisible();
  await showStep();
  await atStep(page(), 3);
  await answer(page(), 'Ya, sudah');
  await atStep(page(), 5);
});

test('killed in the middle: the visit is there again with its clocks, and nobody is signed in', async () => {
  await page()
    .getByRole('radio', { name: /Trainer 1/ })
    .check({ force: true });
  await page()
    .getByRole('radio', { name: /Komputer 1/ })
    .check({ force: true });
  await button('Panggil trainer').click();
  await expect(page().getByText('Trainer 1 dipanggil ke Komputer 1')).toBeVisible();
  await pass(2);
  await killDesktop(desktop);
  desktop = await startDesktop(
    folders,
    new Date(Date.parse(start) + passed + 60_000).toISOString(),
  );
  passed += 60_000;
  await expect(page().getByRole('heading', { name: 'Siapa yang bertugas?' })).toBeVisible();
  await signIn(page(), staff.trainer1);
  await openVisit(page(), 'A001');
  await expect(page().getByText('3:00 / 5').first()).toBeVisible();
  await showDetails();
  await expect(page().getByText('Tty tidak bisa masuk, kata sandi salah')).toBeVisible();
  await showStep();
  await answer(page(), 'Terima pendampingan');
  await atStep(page(), 6);
});

test('a workstation is not given to another company before it is confirmed clean', async () => {
  await checkIn(desktop.kiosk, guestB, noPicture);
  await button('Tindakan lain').click();
  await page().getByRole('menuitem', { name: 'Pulang lebih awal' }).click();
  await page().getByLabel('Alasan').fill('Dokumen tertinggal di kantor.');
  await button('Tutup kunjungan').click();
  await signIn(page(), staff.desk);
  await openVisit(page(), 'A002');
  await button('Sudah di meja').click();
  await answer(page(), 'Belum');
  await atStep(page(), 4);
  await answer(page(), 'Penyedia lanjut');
  await atStep(page(), 5);
  await page()
    .getByRole('radio', { name: /Trainer 2/ })
    .check({ force: true });
  await page()
    .getByRole('radio', { name: /Komputer 1/ })
    .check({ force: true });
  await button('Panggil trainer').click();
  await expect(
    page().getByText('identitas, berkas, dan sesi perusahaan sebelumnya', { exact: false }).first(),
  ).toBeVisible();
  await expect(page().getByText('Trainer 2 dipanggil ke Komputer 1')).toHaveCount(0);
  await page()
    .getByRole('checkbox', { name: /sudah dibersihkan/ })
    .check();
  await button('Panggil trainer').click();
  await expect(page().getByText('Trainer 2 dipanggil ke Komputer 1')).toBeVisible();
});

test('training advised: the visitor leaves, and reports out by the visit code', async () => {
  const { number, code } = await checkIn(desktop.kiosk, guestA, noPicture);
  await button('Papan').click();
  await openVisit(page(), number);
  await button('Sudah di meja').click();
  await answer(page(), 'Belum');
  await atStep(page(), 4);
  await answer(page(), 'Penyedia pulang');
  await atStep(page(), 13);
  await reportOut(desktop.kiosk, code.toLowerCase(), noPicture);
  await button('Register').click();
  await page()
    .getByRole('searchbox')
    .or(page().getByLabel('Cari nomor, kode, nama, perusahaan, atau paket'))
    .first()
    .fill(code);
  await expect(page().getByRole('cell', { name: 'Disarankan pelatihan' })).toBeVisible();
  await expect(page().getByRole('row')).toHaveCount(2);
});
