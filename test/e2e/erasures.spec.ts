import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { guestA, staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { signIn } from '../../scripts/demonstration/staff.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import { runRecords } from '../../main/command-line/run-records.ts';
import { systemClock } from '../../main/clocks.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { callFrom, makeFolders, removeFolders, startDesktop, viewIn } from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;
const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' });

test('the coordinator sees that backups by hand go with the daily ones, and reads what an erasure did not reach', async () => {
  const folders = await makeFolders(true);
  const backups = join(folders.root, 'cadangan');
  await mkdir(backups);
  const desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  const { console: desk } = desktop;
  await setUpOffice(desk, noPicture);
  await checkIn(desktop.kiosk, guestA, noPicture);
  await signIn(desk, staff.coordinator);
  const [visit] = (await viewIn<ConsoleView>(desk)).visits;
  const code = visit?.code ?? '';
  await callFrom(desk, 'visit.close', {
    commandId: 'close-001',
    visit: code,
    outcome: 'left-early',
    reason: 'Dokumen tertinggal.',
    cause: null,
  });
  await callFrom(desk, 'reports.export-register', { month: '2026-11', language: 'id' });

  await desk.getByRole('button', { name: 'Setelan' }).click();
  const daily = desk.getByRole('region', { name: 'Cadangan harian' });
  await daily.getByLabel('Folder cadangan').fill(backups);
  await daily.getByLabel('Disimpan, hari').fill('14');
  await daily.getByRole('button', { name: 'Simpan cadangan' }).click();
  await expect(daily).toContainText('Tersimpan. Cadangan dibuat tiap hari.');
  await expect(daily).toContainText(
    'dihapus bersama cadangan harian setelah 14 hari; yang terbaru selalu tetap ada',
  );
  await daily.getByRole('button', { name: 'Cadangkan sekarang' }).click();
  await expect(daily).toContainText('Cadangan selesai dan sudah dibaca ulang');

  const erasures = desk.getByRole('region', { name: 'Pemusnahan data pribadi' });
  await expect(erasures).toContainText('Belum ada data yang dimusnahkan.');
  const exit = await runRecords(['erase', '--data', folders.data, '--visit', code, '--yes'], {
    files: nodeFiles,
    clock: systemClock,
    version: 'test',
    workingFolder: folders.root,
    beside: null,
    print: () => undefined,
    tell: () => undefined,
    isCancelled: () => false,
  });
  expect(exit).toBe(0);
  // It comes by itself.
  const item = erasures.getByRole('listitem').first();
  await expect(item).toContainText('Senin, 23 November 2026');
  await expect(item).toContainText('permintaan pemilik data · 1 kunjungan, 2 catatan pribadi');
  await item.getByText('Yang tidak terjangkau (4)').click();
  await expect(item).toContainText(
    `Cadangan buatan program di ${backups} mungkin masih memuat data ini: paling lambat sampai 2026-12-08`,
  );
  await expect(item).toContainText('register-2026-11.csv');
  await picture(desk, 'daftar');
  const read = erasures.getByRole('button', { name: 'Baca berita acara Senin, 23 November 2026' });
  await read.click();
  const record = desk.getByRole('dialog', { name: 'Berita acara pemusnahan' });
  await expect(record).toContainText('BERITA ACARA PEMUSNAHAN DATA PRIBADI');
  await expect(record).toContainText(`- ${code}`);
  await expect(record).toContainText('DESTRUCTION RECORD FOR PERSONAL DATA');
  await expect(record).not.toContainText(guestA.name);
  await picture(desk, 'berita-acara');
  await desk.keyboard.press('Escape');
  await expect(record).toHaveCount(0);

  await desk.getByRole('button', { name: 'English' }).click();
  const english = desk.getByRole('region', { name: 'Erasure of personal data' });
  await expect(english).toContainText('the data subject asked · 1 visit, 2 personal records');
  await expect(english).toContainText(
    `Backups made by the program in ${backups} may still hold these data: until 2026-12-08 at the latest`,
  );
  await expect(desk.getByRole('region', { name: 'Daily backup' })).toContainText(
    'is removed with the daily ones after 14 days',
  );
  await english.scrollIntoViewIfNeeded();
  await picture(desk, 'list');
  await english.getByRole('button', { name: 'Read the destruction record of' }).click();
  await expect(desk.getByRole('dialog', { name: 'Destruction record' })).toBeVisible();
  await picture(desk, 'record');
  await desktop.app.close();
  await removeFolders(folders);
});
