import { chmod, lstat, mkdir, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder for short names of sockets is not safely ours: a link, somebody else's, or no folder at all. */
export class UnsafeSocketFolder extends Error {
  readonly folder: string;
  constructor(folder: string) {
    super(`${folder} is no folder of this user's own`);
    this.folder = folder;
  }
}

const me = (): number => process.getuid?.() ?? 0;

/** The folder of this session, where the desktop made one that is ours: it is on no disk, and goes with the session. */
const sessionFolder = async (): Promise<string | null> => {
  const folder = process.env['XDG_RUNTIME_DIR'] ?? '';
  if (!isAbsolute(folder)) return null;
  const found = await stat(folder).catch(() => null);
  return found !== null && found.isDirectory() && found.uid === me()
    ? join(folder, 'pendamping')
    : null;
};

/** Makes a folder that nobody else may look into, or makes sure that the one there is such. */
const makeOwn = async (folder: string): Promise<void> => {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  // Anybody may have made that name before us in a folder that all may write to.
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== me()) throw new UnsafeSocketFolder(folder);
  if ((found.mode & 0o077) !== 0) await chmod(folder, 0o700);
};

/**
 * Opens a folder of this user's own for short paths to sockets: of the session, or in the system's temporary folder.
 * @param longest how many bytes its path may have
 * @throws UnsafeSocketFolder when what stands there is a link or another's; nothing was put into it
 */
export async function openSocketFolder(longest: number): Promise<string> {
  const name = `pendamping-${me()}`;
  const places = [await sessionFolder(), join(tmpdir(), name), join('/tmp', name)];
  const folder =
    places.find((place) => place !== null && Buffer.byteLength(place) <= longest) ??
    join('/tmp', name);
  await makeOwn(folder);
  return folder;
}

/** Takes the folder away when nothing is in it. */
export function leaveSocketFolder(folder: string): Promise<void> {
  return rmdir(folder).catch(() => undefined);
}
