import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { guestA, staff } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { signIn } from '../../scripts/demonstration/staff.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import { makeFolders, removeFolders, startDesktop, type Folders } from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;
const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' });
const clock = '2026-11-23T05:58:00Z';

/** An office with two visitors, ended well. */
const afterTwoVisitors = async (folders: Folders): Promise<readonly string[]> => {
  const first = await startDesktop(folders, clock);
  await setUpOffice(first.console, noPicture);
  const visits = [
    await checkIn(first.kiosk, guestA, noPicture),
    await checkIn(first.kiosk, guestA, noPicture),
  ];
  await first.app.close();
  return visits.flatMap(({ number, code }) => [number, code]);
};

test('garbage behind the last segment costs nobody who comes then: three visitors in turn get numbers of their own, and are kept', async () => {
  const folders = await makeFolders(true);
  const known = new Set(await afterTwoVisitors(folders));
  const path = join(folders.data, 'journal', '000001.jsonl');
  await writeFile(
    path,
    (await readFile(path, 'utf8')) +
      Array.from({ length: 20 }, (_, at) => `rusak ${at}\n`).join(''),
  );
  const numbers: string[] = [];
  for (let start = 0; start < 3; start += 1) {
    const later = await startDesktop(folders, '2026-11-23T06:30:00Z');
    await expect(
      later.console
        .getByRole('status')
        .filter({ hasText: 'Akhir jurnal rusak atau hilang: 20 catatan' }),
    ).toBeVisible();
    if (start === 0) await picture(later.console, 'masuk');
    const { number, code } = await checkIn(later.kiosk, guestA, noPicture);
    expect(known.has(number) || known.has(code)).toBe(false);
    known.add(number).add(code);
    numbers.push(number);
    await signIn(later.console, staff.coordinator);
    for (const each of numbers)
      await expect(later.console.getByText(each, { exact: true }).first()).toBeVisible();
    await expect(
      later.console.getByRole('status').filter({ hasText: 'tempat lagi' }),
    ).toBeVisible();
    if (start === 0) await picture(later.console, 'papan');
    await later.app.close();
  }
  await removeFolders(folders);
});

test('an office whose journal is gone is not set up anew: both windows say so, and what to do', async () => {
  const folders = await makeFolders(true);
  await afterTwoVisitors(folders);
  await rm(join(folders.data, 'journal'), { recursive: true });
  const later = await startDesktop(folders, '2026-11-23T06:30:00Z');
  await expect(later.console.getByRole('alert')).toContainText(
    'jurnalnya hilang bersama setelan kantor',
  );
  await expect(later.console.getByRole('button', { name: 'Siapkan' })).toHaveCount(0);
  await expect(later.console.getByRole('main')).toContainText('Nama petugas tidak dapat dibaca');
  await picture(later.console, 'hilang');
  await picture(later.kiosk, 'kios');
  await later.app.close();
  // The journal is put back: what was written meanwhile stands in a segment of its own.
  expect((await readdir(join(folders.data, 'journal'))).includes('000001.jsonl')).toBe(false);
  await removeFolders(folders);
});
