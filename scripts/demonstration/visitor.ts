import type { Page } from '@playwright/test';

/** What a visitor tells at the kiosk. */
export type Guest = {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly email: string;
  /** Null: "Saya tidak ingat". */
  readonly userId: string | null;
  readonly purpose: string;
  readonly tenderCode: string;
  readonly tenderName: string;
  /** A time of today's deadline, `15:30`; empty for none. */
  readonly deadlineToday: string;
};

/** Takes a picture of what the window shows now. */
export type Shot = (name: string) => Promise<void>;

const next = async (kiosk: Page): Promise<void> =>
  kiosk.getByRole('button', { name: /^Lanjut/ }).click();
const fill = async (kiosk: Page, field: string, text: string): Promise<void> =>
  kiosk.getByRole('textbox', { name: field }).fill(text);

/**
 * Checks a guest in as a person does: by what the screen says.
 * @returns the day number that the kiosk shows, and the visit code beside it
 */
export async function checkIn(
  kiosk: Page,
  guest: Guest,
  shot: Shot,
): Promise<{ readonly number: string; readonly code: string }> {
  await kiosk.getByRole('button', { name: /^Daftar/ }).click();
  await shot('kiosk-privasi');
  await kiosk.getByRole('button', { name: 'Mengerti, lanjut' }).click();
  await fill(kiosk, 'Nama', guest.name);
  await shot('kiosk-nama');
  await next(kiosk);
  await fill(kiosk, 'Perusahaan', guest.company);
  await shot('kiosk-perusahaan');
  await next(kiosk);
  await fill(kiosk, 'Nomor telepon', guest.phone);
  await fill(kiosk, 'E-mail', guest.email);
  await shot('kiosk-kontak');
  await next(kiosk);
  if (guest.userId === null) await kiosk.getByRole('button', { name: /^Saya tidak ingat/ }).click();
  else await fill(kiosk, 'User ID SPSE', guest.userId);
  await shot('kiosk-akun');
  await next(kiosk);
  await kiosk.getByRole('radio', { name: guest.purpose }).click();
  await shot('kiosk-keperluan');
  await next(kiosk);
  await fill(kiosk, 'Kode tender', guest.tenderCode);
  await fill(kiosk, 'Nama paket', guest.tenderName);
  if (guest.deadlineToday !== '') {
    await kiosk.getByRole('button', { name: 'Hari ini' }).click();
    await kiosk.getByLabel('Jam batas unggah').fill(guest.deadlineToday);
  }
  await shot('kiosk-paket');
  await next(kiosk);
  await kiosk.getByRole('heading', { name: 'Sudah benar semuanya?' }).waitFor();
  await shot('kiosk-tinjau');
  await kiosk.getByRole('button', { name: 'Ambil nomor' }).click();
  const ticket = kiosk.getByRole('region', { name: 'Nomor Anda' });
  await ticket.getByText('Slip tersimpan').waitFor();
  await shot('kiosk-nomor');
  const number = /[A-Z]\d{3}/.exec(await ticket.innerText())?.[0] ?? '';
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await ticket.innerText())?.[0] ?? '';
  await kiosk.getByRole('button', { name: 'Selesai' }).click();
  await kiosk.getByRole('heading', { name: 'Selamat datang.' }).waitFor();
  return { number, code };
}

/** Reports out by number or code. */
export async function reportOut(kiosk: Page, key: string, shot: Shot): Promise<void> {
  await kiosk.getByRole('button', { name: /^Lapor kembali/ }).click();
  await kiosk.getByRole('textbox', { name: 'Nomor atau kode kunjungan' }).fill(key);
  await shot('kiosk-lapor-kembali');
  await kiosk.keyboard.press('Enter');
  await kiosk.getByRole('heading', { name: /^Terima kasih/ }).waitFor();
  await shot('kiosk-terima-kasih');
  await kiosk.getByRole('button', { name: 'Selesai' }).click();
  await kiosk.getByRole('heading', { name: 'Selamat datang.' }).waitFor();
}
