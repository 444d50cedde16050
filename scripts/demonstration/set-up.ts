import type { Page } from '@playwright/test';
import { allFunctions, staff } from './cast.ts';
import type { Member } from './staff.ts';
import type { Shot } from './visitor.ts';

/** First start at the console: the office as it is offered, its staff, and a long day without anybody signed out. */
export async function setUpOffice(console: Page, shot: Shot): Promise<void> {
  await console.getByRole('heading', { name: 'Siapkan kantor ini' }).waitFor();
  await console.getByLabel('Keluar sendiri setelah, menit').fill('240');
  await shot('konsol-persiapan');
  const members: readonly Member[] = Object.values(staff);
  await console.getByRole('button', { name: 'Tambah petugas' }).click();
  for (const [at, { name, functions, pin }] of members.entries()) {
    const member = console.getByRole('group', { name: `Petugas ke-${at + 1}` });
    await member.getByLabel('Nama').fill(name);
    for (const each of allFunctions)
      await member.getByRole('checkbox', { name: each }).setChecked(functions.includes(each));
    await member.getByLabel('PIN', { exact: true }).fill(pin);
    await member.getByLabel('PIN sekali lagi').fill(pin);
  }
  await shot('konsol-persiapan-petugas');
  await console.getByRole('button', { name: 'Mulai' }).click();
  await console.getByRole('heading', { name: 'Siapa yang bertugas?' }).waitFor();
  await shot('konsol-masuk');
}
