import { expect, test, type Page } from '@playwright/test';
import { guestA, staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { signIn } from '../../scripts/demonstration/staff.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import { makeFolders, removeFolders, startDesktop } from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;
const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' });

test('a clock ten years ahead is said and asked once; the visit gets its day, and the next one too', async () => {
  const folders = await makeFolders(true);
  const first = await startDesktop(folders, '2026-11-23T05:58:00Z');
  await setUpOffice(first.console, noPicture);
  await checkIn(first.kiosk, guestA, noPicture);
  await first.app.close();

  const ahead = await startDesktop(folders, '2036-01-05T02:00:00Z');
  const { console: desk } = ahead;
  await expect(
    desk.getByRole('status').filter({ hasText: 'Jam komputer tiba-tiba jauh di depan' }),
  ).toBeVisible();
  const { number } = await checkIn(ahead.kiosk, { ...guestA, deadlineToday: '' }, noPicture);
  expect(number).toBe('A002');
  await signIn(desk, staff.desk);
  await expect(desk.getByText('Hari belum pasti').first()).toBeVisible();
  // Whoever waited since before has not waited for ten years.
  await expect(desk.getByText(/\d{4,}:/)).toHaveCount(0);
  await picture(desk, 'ditanya');
  await desk.getByRole('button', { name: 'Jawab' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Hari apa sekarang?' });
  await dialog.getByRole('radio', { name: 'Salah' }).check();
  await dialog.getByLabel('Tanggal yang benar').fill('2026-11-20');
  await dialog.getByRole('button', { name: 'Simpan jawaban' }).click();
  await expect(dialog.getByRole('alert')).toContainText('sebelum 23 Nov 2026');
  await picture(desk, 'salah');
  await dialog.getByLabel('Tanggal yang benar').fill('2026-11-24');
  await dialog.getByRole('button', { name: 'Simpan jawaban' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.getByRole('status').filter({ hasText: 'kantor memakai hari' })).toContainText(
    '24 Nov',
  );
  await expect(desk.getByText('Hari belum pasti')).toHaveCount(0);
  await desk.getByRole('button', { name: 'English' }).first().click();
  await picture(desk, 'answered');
  await ahead.app.close();

  const right = await startDesktop(folders, '2026-11-24T03:00:00Z');
  expect((await checkIn(right.kiosk, { ...guestA, deadlineToday: '' }, noPicture)).number).toBe(
    'A003',
  );
  await expect(right.console.getByText('Jam komputer')).toHaveCount(0);
  await right.app.close();
  await removeFolders(folders);
});
