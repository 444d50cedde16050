import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { guestA, staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { openVisit, signIn } from '../../scripts/demonstration/staff.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import { makeFolders, removeFolders, startDesktop } from './desktop.ts';

test('a changed line of the journal is named at the next start, with its visit; the rest works on', async () => {
  const noPicture = async (): Promise<void> => undefined;
  const folders = await makeFolders(true);
  const clock = '2026-11-23T05:58:00Z';
  const first = await startDesktop(folders, clock);
  await setUpOffice(first.console, noPicture);
  const { number, code } = await checkIn(first.kiosk, guestA, noPicture);
  await signIn(first.console, staff.desk);
  await first.console.keyboard.press('p');
  await first.console.getByRole('button', { name: `Sudah di meja, ${number}` }).waitFor();
  await first.app.close();

  const path = join(folders.data, 'journal', '000001.jsonl');
  const lines = (await readFile(path, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes('"visit.called"'));
  lines[at] = lines[at]?.replace('"kind":"staff"', '"kind":"stuff"') ?? '';
  await writeFile(path, lines.join('\n'));

  const later = await startDesktop(folders, clock);
  await signIn(later.console, staff.coordinator);
  await expect(
    later.console.getByRole('status').filter({ hasText: `000001.jsonl:${at + 1}` }),
  ).toContainText(code);
  await openVisit(later.console, number);
  await expect(later.console.getByText('Catatan rusak', { exact: true })).toBeVisible();
  await expect(
    later.console.getByRole('button', { name: 'Sudah di meja', exact: true }),
  ).toBeVisible();
  await later.app.close();
  await removeFolders(folders);
});
