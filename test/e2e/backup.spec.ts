import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { guestA, staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { signIn } from '../../scripts/demonstration/staff.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import { checkBackup } from '../../main/storage/backup/backup-format.ts';
import { chunksOf } from '../../main/storage/backup/make-backup.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { advance, makeFolders, removeFolders, startDesktop } from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;
const day = 86_400_000;

test('the coordinator arranges a daily backup; one that fails is told until one is made', async () => {
  const folders = await makeFolders(true);
  const backups = join(folders.root, 'cadangan');
  await mkdir(backups);
  const desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  const { console: desk } = desktop;
  await setUpOffice(desk, noPicture);
  await checkIn(desktop.kiosk, guestA, noPicture);
  await signIn(desk, staff.coordinator);
  await desk.getByRole('button', { name: 'Setelan' }).click();
  const section = desk.getByRole('region', { name: 'Cadangan harian' });
  await expect(section).toContainText('Belum ada cadangan harian.');
  await section.getByRole('button', { name: 'Simpan cadangan' }).click();
  await expect(section).toContainText('Tulis dulu foldernya');
  await section.getByLabel('Folder cadangan').fill(join(folders.root, 'tidak-ada'));
  await expect(section).not.toContainText('Tulis dulu foldernya');
  await section.getByRole('button', { name: 'Simpan cadangan' }).click();
  await expect(section).toContainText('Folder itu tidak ada atau tidak dapat ditulis.');
  await section.getByLabel('Folder cadangan').fill(backups);
  // What was refused is being put right.
  await expect(section).not.toContainText('Folder itu tidak ada');
  await section.getByLabel('Disimpan, hari').fill('14');
  await section.getByRole('button', { name: 'Simpan cadangan' }).click();
  await expect(section).toContainText('Tersimpan. Cadangan dibuat tiap hari.');
  const makeNow = section.getByRole('button', { name: 'Cadangkan sekarang' });
  // It would go to the folder that is saved, not to the one that stands there.
  await section.getByLabel('Disimpan, hari').fill('15');
  await expect(makeNow).toHaveAttribute('aria-disabled', 'true');
  await expect(makeNow).toHaveAccessibleDescription(/Tekan “Simpan cadangan” dulu/);
  await section.getByLabel('Disimpan, hari').fill('14');
  await makeNow.click();
  await expect(section).toContainText('Cadangan selesai dan sudah dibaca ulang');
  const made = (await readdir(backups)).filter((name) => name.endsWith('.tar.gz'));
  expect(made.length).toBeGreaterThan(0);
  const manifest = await checkBackup(chunksOf(nodeFiles, join(backups, made[0] ?? '')));
  expect(manifest.files.map(({ name }) => name)).toContain('journal/000001.jsonl');

  // The disk is gone: what should be a folder is none.
  await rm(backups, { recursive: true });
  await writeFile(backups, '');
  await advance(desktop, day);
  // Nobody touched the console for a day.
  await signIn(desk, staff.coordinator);
  await expect(desk.getByRole('status').filter({ hasText: 'Cadangan harian gagal' })).toBeVisible();
  await desk.getByRole('button', { name: 'Buka setelan cadangan' }).click();
  await section.getByRole('button', { name: 'Cadangkan sekarang' }).click();
  await expect(section).toContainText('Cadangan tidak dapat dibuat.');

  await rm(backups);
  await mkdir(backups);
  await advance(desktop, 3_700_000);
  await expect(desk.getByRole('status').filter({ hasText: 'Cadangan harian gagal' })).toHaveCount(
    0,
  );
  await expect
    .poll(async () =>
      (await readdir(backups)).filter((name) => name === 'pendamping-2026-11-24.tar.gz'),
    )
    .toHaveLength(1);
  await desktop.app.close();
  await removeFolders(folders);
});
