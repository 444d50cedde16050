import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';

/** The version that the product is meant for. */
export const productVersion = '45.4.1';

/** The version that stands in where the product's own cannot be had. */
export const standInVersion = '22.3.25';

/** Where Electrons obtained by the scripts are kept; git ignores it. */
export const cacheFolder = join(root, '.electron');

/** An Electron on disk. */
export type Electron = {
  readonly source: 'override' | 'own download' | 'stand-in';
  readonly version: string;
  /** The program. */
  readonly program: string;
  /** Its folder as it was released, without a default app of ours: what a package is made from. */
  readonly cleanFolder: string;
};

/** The folder that `ELECTRON_OVERRIDE_DIST_PATH` names, if it does. */
function override(): Electron | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return undefined;
  return {
    source: 'override',
    version: 'as found there',
    program: join(folder, programName()),
    cleanFolder: folder,
  };
}

/** The binary that the electron package downloads into its own folder. */
function ownDownload(): Electron | undefined {
  let folder: string;
  try {
    folder = join(
      dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json')),
      'dist',
    );
  } catch {
    return undefined;
  }
  return {
    source: 'own download',
    version: productVersion,
    program: join(folder, programName()),
    cleanFolder: folder,
  };
}

/** What `stand-in.ts` unpacks. */
export function standIn(): Electron {
  const folder = join(cacheFolder, standInVersion);
  return {
    source: 'stand-in',
    version: standInVersion,
    program: join(folder, 'running', 'electron'),
    cleanFolder: join(folder, 'clean'),
  };
}

/**
 * The Electron to use, in the order of the README: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, the electron
 * package's own, the stand-in. Nothing is fetched; undefined when there is none yet.
 */
export function electronAtHand(): Electron | undefined {
  const named = override();
  if (named !== undefined) return existsSync(named.program) ? named : undefined;
  return [ownDownload(), standIn()].find(
    (electron) => electron !== undefined && existsSync(electron.program),
  );
}

function programName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
