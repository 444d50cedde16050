import { guestA, guestB, problemA, problemB, staff } from './cast.ts';
import { setUpOffice } from './set-up.ts';
import { answer, atStep, backToBoard, openVisit, signIn, writeProblem } from './staff.ts';
import type { Stage } from './stage.ts';
import { checkIn, reportOut } from './visitor.ts';

/** From the desk's call to the trainer's acceptance: steps 3 and 5. */
const throughTheDesk = async (
  { console, pass, shoot }: Stage,
  number: string,
  trainer: { readonly name: string; readonly pin: string; readonly functions: readonly string[] },
  workstation: string,
  userId: string | null,
): Promise<void> => {
  await signIn(console, staff.desk);
  await console.getByRole('button', { name: `Panggil berikutnya · ${number}` }).click();
  await pass(1);
  await openVisit(console, number);
  await shoot('console', `konsol-${number}-menunggu`);
  await console.getByRole('button', { name: 'Sudah di meja', exact: true }).click();
  await atStep(console, 3);
  if (userId !== null) await console.getByLabel('User ID SPSE').fill(userId);
  await console
    .getByRole('checkbox', { name: 'User ID dan kata sandi sudah tercatat di sistem LPSE' })
    .click();
  await console
    .getByRole('checkbox', {
      name: 'User ID dan kata sandi sudah tercatat di sistem LPSE',
      checked: true,
    })
    .waitFor();
  await pass(1, 52);
  await shoot('console', `konsol-${number}-langkah-3`);
  await answer(console, 'Ya, sudah');
  await atStep(console, 5);
  await console.getByRole('radio', { name: new RegExp(trainer.name) }).check({ force: true });
  await console.getByRole('radio', { name: new RegExp(workstation) }).check({ force: true });
  await shoot('console', `konsol-${number}-langkah-5`);
  await console.getByRole('button', { name: 'Panggil trainer' }).click();
  await pass(2, 47);
  await signIn(console, trainer);
  await openVisit(console, number);
  await shoot('console', `konsol-${number}-terima`);
  await answer(console, 'Terima pendampingan');
  await atStep(console, 6);
};

/** Visit (a): 1 2 3y 5 6n 7 8y 11 12n 9y 12y 13, with step 7 over its norm. Visit (b) checks in meanwhile. */
const playA = async (
  stage: Stage,
): Promise<{ readonly a: string; readonly b: string; readonly codeB: string }> => {
  const { kiosk, console, pass, shoot } = stage;
  const { number: a } = await checkIn(kiosk, guestA, (name) => shoot('kiosk', name));
  await shoot('kiosk', 'kiosk-papan');
  await pass(6);
  await throughTheDesk(stage, a, staff.trainer2, 'Komputer 1', null);
  await pass(2, 55);
  await answer(console, 'Belum');
  await atStep(console, 7);
  await pass(13);
  await shoot('console', 'konsol-langkah-7-mendekati');
  const { number: b, code: codeB } = await checkIn(kiosk, guestB, async () => undefined);
  await pass(5, 4);
  await backToBoard(console);
  await shoot('console', 'konsol-papan');
  await openVisit(console, a);
  await answer(console, 'Selesai');
  await shoot('console', 'konsol-langkah-7-lewat');
  await console.getByRole('radio', { name: 'Data belum siap' }).check({ force: true });
  await answer(console, 'Selesai');
  await atStep(console, 8);
  await pass(12, 40);
  await shoot('console', 'konsol-langkah-8');
  await answer(console, 'Ya, berhasil');
  await atStep(console, 11);
  await pass(11, 5);
  await answer(console, 'Selesai');
  await atStep(console, 12);
  await pass(11, 50);
  await answer(console, 'Tidak berhasil');
  await atStep(console, 9);
  await writeProblem(console, problemA);
  await pass(10, 32);
  await shoot('console', 'konsol-langkah-9');
  await answer(console, 'Ya, teratasi');
  await atStep(console, 12);
  await pass(12, 24);
  await console
    .getByRole('checkbox', { name: 'Perusahaan dan paket di layar benar milik kunjungan ini' })
    .check();
  await shoot('console', 'konsol-kunjungan');
  await answer(console, 'Ya, berhasil');
  await atStep(console, 13);
  await shoot('console', 'konsol-langkah-13');
  await pass(2);
  await reportOut(kiosk, a, (name) => shoot('kiosk', name));
  return { a, b, codeB };
};

/** Visit (b): 1 2 3y 5 6y 11 12n 9n 10 13: escalated, without the telephone confirmation at first. */
const playB = async (stage: Stage, b: string): Promise<void> => {
  const { kiosk, console, pass, shoot } = stage;
  await throughTheDesk(stage, b, staff.trainer1, 'Komputer 2', 'PANTURA01');
  await pass(3);
  await answer(console, 'Ya, sudah');
  await atStep(console, 11);
  await pass(9, 30);
  await answer(console, 'Selesai');
  await atStep(console, 12);
  await pass(8);
  await answer(console, 'Tidak berhasil');
  await atStep(console, 9);
  await writeProblem(console, problemB);
  await pass(13);
  await answer(console, 'Tidak dapat');
  await atStep(console, 10);
  await console.getByLabel('Saluran').selectOption('LPSE Support');
  await console.getByLabel('Nomor tiket').fill('LS-2311-07');
  await shoot('console', 'konsol-langkah-10');
  await console.getByRole('button', { name: 'Catat terkirim' }).click();
  await console.getByLabel('Berbicara dengan').waitFor();
  await shoot('console', 'konsol-langkah-10-terkirim');
  await pass(2);
  await answer(console, 'Selesai');
  await atStep(console, 13);
  await pass(1);
  await reportOut(kiosk, b, async () => undefined);
};

/** Telephone, answer and contact; the provider comes back and the new visit is linked with the old one. */
const followUp = async (stage: Stage, codeB: string): Promise<string> => {
  const { kiosk, console, pass, shoot } = stage;
  await console.getByRole('button', { name: /^Eskalasi/ }).click();
  await console.getByLabel('Berbicara dengan').fill('Petugas Helpdesk LKPP');
  await shoot('console', 'konsol-eskalasi');
  await console.getByRole('button', { name: 'Catat konfirmasi telepon' }).click();
  await console.getByLabel('Isi jawaban').waitFor();
  await pass(2 * 24 * 60);
  await signIn(console, staff.trainer1);
  await console.getByRole('button', { name: /^Eskalasi/ }).click();
  await console.getByLabel('Isi jawaban').fill('Server sudah diperbaiki, silakan unggah ulang.');
  await console.getByRole('button', { name: 'Catat jawaban' }).click();
  await console.getByLabel('Yang disampaikan').fill('Diminta datang lagi dan mengunggah ulang.');
  await console.getByRole('button', { name: 'Catat Penyedia dihubungi' }).click();
  await console.getByRole('button', { name: 'Tutup, selesai' }).waitFor();
  await shoot('console', 'konsol-eskalasi-dihubungi');
  const { number } = await checkIn(
    kiosk,
    { ...guestB, userId: 'PANTURA01' },
    async () => undefined,
  );
  await signIn(console, staff.desk);
  await openVisit(console, number);
  await console.getByRole('button', { name: 'Tindakan lain' }).click();
  await shoot('console', 'konsol-tindakan-lain');
  await console.getByRole('menuitem', { name: 'Hubungkan dengan kunjungan lama' }).click();
  await console.getByLabel('Kode kunjungan lama').fill(codeB);
  await console.getByRole('button', { name: 'Hubungkan' }).click();
  await console.getByRole('dialog').waitFor({ state: 'hidden' });
  await shoot('console', 'konsol-lanjutan');
  return number;
};

/** The executor accounts for step 7, the coordinator accepts, and the register is saved. */
const account = async ({ console, shoot }: Stage): Promise<void> => {
  await signIn(console, staff.trainer2);
  await console.getByRole('button', { name: /^Simpangan/ }).click();
  await console.getByRole('button', { name: 'Tulis pertanggungjawaban' }).first().click();
  await console
    .getByLabel('Sebab dengan kata-kata')
    .fill('Akta perubahan belum dipindai; dipindai di ruang layanan.');
  await console.getByLabel('Perbaikan').fill('Daftar berkas dikirim saat penyedia mendaftar.');
  await shoot('console', 'konsol-simpangan');
  await console.getByRole('button', { name: 'Catat, kirim ke Koordinator' }).click();
  await signIn(console, staff.coordinator);
  await console.getByRole('button', { name: /^Simpangan/ }).click();
  await console.getByRole('button', { name: 'Terima', exact: true }).first().waitFor();
  await shoot('console', 'konsol-simpangan-koordinator');
  await console.getByRole('button', { name: 'Terima', exact: true }).first().click();
};

const saveRegister = async ({ console, shoot }: Stage): Promise<void> => {
  await console.getByRole('button', { name: 'Register' }).click();
  await console.getByRole('cell', { name: 'CV Sumber Makmur Batang', exact: true }).waitFor();
  await console.getByRole('button', { name: 'Simpan CSV' }).click();
  await console.getByText(/kunjungan tersimpan di/).waitFor();
  await shoot('console', 'konsol-register');
  await console.getByRole('button', { name: 'Setelan' }).click();
  await console.getByRole('heading', { name: 'Setelan' }).waitFor();
  await shoot('console', 'konsol-setelan');
};

/** A look at both windows in English. */
const inEnglish = async ({ kiosk, console, shoot }: Stage): Promise<void> => {
  await kiosk.getByRole('button', { name: 'English' }).click();
  await kiosk.getByRole('heading', { name: 'Welcome.' }).waitFor();
  await shoot('kiosk', 'kiosk-english');
  await kiosk.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await console.getByRole('button', { name: 'English' }).click();
  await console.getByRole('button', { name: 'Board' }).click();
  await shoot('console', 'console-english');
};

/**
 * Plays visits (a) and (b) of the product's papers through the real windows, by role and name, from first start to register.
 * @returns the day numbers of the three visits; (b) comes back two days later
 */
export async function play(
  stage: Stage,
): Promise<{ readonly a: string; readonly b: string; readonly again: string }> {
  const { kiosk, console, shoot, pass } = stage;
  await setUpOffice(console, (name) => shoot('console', name));
  await kiosk.getByRole('button', { name: /^Daftar/ }).waitFor();
  await shoot('kiosk', 'kiosk-sambutan');
  await pass(9);
  const { a, b, codeB } = await playA(stage);
  await playB(stage, b);
  await account(stage);
  const again = await followUp(stage, codeB);
  await signIn(console, staff.coordinator);
  await saveRegister(stage);
  await inEnglish(stage);
  return { a, b, again };
}
