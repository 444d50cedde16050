import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { guestA } from '../../scripts/demonstration/cast.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { checkIn } from '../../scripts/demonstration/visitor.ts';
import { electronEnvironment, electronFlags, electronPath } from '../../scripts/electron/launch.ts';
import { root } from '../../scripts/root.ts';
import { makeFolders, removeFolders, startDesktop } from './desktop.ts';

const noPicture = async (): Promise<void> => undefined;

/** Starts the program for its command line, and waits for its end. */
const records = (
  ...words: readonly string[]
): Promise<{ readonly exit: number | null; readonly report: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const child = spawn(electronPath(), [...electronFlags(), '.', 'records', ...words, '--json'], {
      cwd: root,
      env: electronEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.once('error', reject);
    child.once('close', (exit) =>
      resolve({ exit, report: JSON.parse(out) as Record<string, unknown> }),
    );
  });

test('the program’s own command line works beside the running program, and without it', async () => {
  const folders = await makeFolders(true);
  const desktop = await startDesktop(folders, '2026-11-23T05:58:00Z');
  await setUpOffice(desktop.console, noPicture);
  await checkIn(desktop.kiosk, guestA, noPicture);
  const backup = join(folders.root, 'b.tar.gz');
  expect(await records('backup', '--data', folders.data, '--to', backup)).toMatchObject({
    exit: 0,
    report: { state: 'done', noted: true },
  });
  // Beside the two there is the page that slips are printed from, which is never shown.
  const shown = desktop.app.windows().filter((page) => !page.url().startsWith('app://paper/'));
  expect(shown).toHaveLength(2);
  await checkIn(desktop.kiosk, guestA, noPicture);
  await desktop.app.close();

  expect(await records('verify', '--data', folders.data)).toMatchObject({
    exit: 0,
    report: { state: 'whole', findings: [] },
  });
  const restored = join(folders.root, 'restored');
  expect(await records('restore', backup, '--data', restored, '--without-erasures')).toMatchObject({
    exit: 0,
    report: { state: 'done', findings: [] },
  });
  expect(await records('restore', backup, '--data', restored)).toMatchObject({
    exit: 1,
    report: { why: 'folder-not-empty' },
  });
  expect(await records('verify', '--data', join(folders.root, 'none'))).toMatchObject({
    exit: 2,
    report: { why: 'not-a-data-folder' },
  });
  await removeFolders(folders);
});
