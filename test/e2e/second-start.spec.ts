import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { electronEnvironment, electronFlags, electronPath } from '../../scripts/electron/launch.ts';
import { setUpOffice } from '../../scripts/demonstration/set-up.ts';
import { root } from '../../scripts/root.ts';
import { makeFolders, removeFolders, startDesktop } from './desktop.ts';

/** Starts the program a second time, as a person would, and waits until it has left. */
const startAgain = (
  args: readonly string[],
  before: readonly string[] = [],
): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(electronPath(), [...electronFlags(), ...before, '.', ...args], {
      cwd: root,
      env: electronEnvironment(),
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
    });
    child.once('exit', (code) => resolve({ code, said }));
  });

test('a second start on the same data brings the first to the front and leaves', async () => {
  const folders = await makeFolders(false);
  const desktop = await startDesktop(folders, null);
  await desktop.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  // Another machine folder: Electron's own lock would not see that the data are the same.
  const { code, said } = await startAgain([
    '--data',
    folders.data,
    `--user-data-dir=${folders.machine}-2`,
  ]);
  expect(code).toBe(0);
  expect(said).toContain('Pendamping sudah berjalan');
  await expect
    .poll(() =>
      desktop.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      ),
    )
    .toEqual([true, true]);
  await desktop.app.close();
  const later = await startDesktop(folders, null);
  await later.app.close();
  await removeFolders(folders);
});

test('a second start never opens a window over the first, though it has a greeting to show', async () => {
  const folders = await makeFolders(false);
  const watched = ['-r', join(root, 'test', 'e2e', 'tell-windows.cjs')];
  const again = () =>
    startAgain(['--data', folders.data, `--user-data-dir=${folders.machine}-2`], watched);
  const first = await startDesktop(folders, null);
  await setUpOffice(first.console, async () => undefined);
  await first.app.close();
  expect(existsSync(join(folders.data, 'greeting.json'))).toBe(true);

  const desktop = await startDesktop(folders, null);
  const { code, said } = await again();
  expect(code).toBe(0);
  expect(said).toContain('Watching for windows');
  expect(said).not.toContain('A window was opened');
  await desktop.app.close();
  await removeFolders(folders);
});

test('a second start on data whose program hangs says so after some seconds, and does not take them', async () => {
  const folders = await makeFolders(false);
  const desktop = await startDesktop(folders, null);
  const first = desktop.app.process();
  first.kill('SIGSTOP');
  const second = spawn(
    electronPath(),
    [...electronFlags(), '.', '--data', folders.data, `--user-data-dir=${folders.machine}-2`],
    { cwd: root, env: electronEnvironment() },
  );
  let said = '';
  await new Promise<void>((resolve) => {
    second.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('tidak menjawab')) resolve();
    });
  });
  // It shows the sentence until somebody has read it.
  second.kill('SIGKILL');
  await once(second, 'exit');
  first.kill('SIGCONT');
  const { code } = await startAgain([
    '--data',
    folders.data,
    `--user-data-dir=${folders.machine}-2`,
  ]);
  expect(code).toBe(0);
  await desktop.app.close();
  await removeFolders(folders);
});

test('the simulated clock runs on no folder but a marked one', async () => {
  const folders = await makeFolders(false);
  const desktop = await startDesktop(folders, null);
  await desktop.app.close();
  const child = spawn(
    electronPath(),
    [
      ...electronFlags(),
      '.',
      '--data',
      folders.data,
      `--user-data-dir=${folders.machine}`,
      '--simulated-clock',
      '2026-11-23T05:58:00Z',
    ],
    { cwd: root, env: electronEnvironment() },
  );
  let said = '';
  const refused = new Promise<void>((resolve) => {
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('simulasi')) resolve();
    });
  });
  await refused;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  await removeFolders(folders);
});
