import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Shared libraries that Electron does not carry, and the Debian packages that have them. */
const libraries: Readonly<Record<string, string>> = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
};

/**
 * Makes sure that the system has what Electron needs; a no-op elsewhere than on Linux.
 * @param virtualDisplay whether Xvfb is needed too
 * @throws with a sentence that names the packages, where they cannot be installed from here
 */
export async function installSystemPackages(virtualDisplay: boolean): Promise<void> {
  if (process.platform !== 'linux') return;
  install('Electron', await missingPackages(virtualDisplay));
}

/**
 * Makes sure that LibreOffice's spreadsheet can be called as `soffice`, for the long tests.
 * @throws with a sentence that names what to install, where that cannot be done from here
 */
export function installSpreadsheet(): void {
  if (!isOnPath(process.platform === 'win32' ? 'soffice.exe' : 'soffice'))
    install('npm run test:long', ['libreoffice-calc']);
}

/** @param who needs them, for the sentence where they cannot be installed from here */
function install(who: string, missing: readonly string[]): void {
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error(
      `${who} needs these packages of the system first: ${names}. On Debian: sudo apt-get install ${names}`,
    );
  }
  console.log(`Installing packages of the system: ${names} …`);
  apt(['update']);
  // Newer releases call some of them …t64.
  if (
    !aptInstalls(missing) &&
    !aptInstalls(missing.map((name) => (/^lib(gtk|asound)/.test(name) ? `${name}t64` : name)))
  ) {
    throw new Error(`apt-get could not install ${names}; install them by hand and try again.`);
  }
}

async function missingPackages(virtualDisplay: boolean): Promise<readonly string[]> {
  const known = await loadableLibraries();
  const missing = Object.entries(libraries).flatMap(([file, name]) =>
    known.includes(file) ? [] : [name],
  );
  if (virtualDisplay && !isOnPath('Xvfb')) missing.push('xvfb');
  if (!existsSync('/usr/share/fonts')) missing.push('fonts-dejavu-core');
  return missing;
}

async function loadableLibraries(): Promise<string> {
  for (const program of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    try {
      return (await run(program, ['-p'], { maxBuffer: 1 << 24 })).stdout;
    } catch {
      // The next place, then.
    }
  }
  // No way to know (musl, for one): Electron itself will say what it misses.
  return Object.keys(libraries).join('\n');
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)));
}

function aptInstalls(names: readonly string[]): boolean {
  return apt(['install', '-y', '--no-install-recommends', ...names]);
}

function apt(words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', ['-qq', ...words], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (done.status !== 0) console.error((done.stderr ?? done.error?.message ?? '').trim());
  return done.status === 0;
}
