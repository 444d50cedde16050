import { realpathSync } from 'node:fs';
import { readFile, realpath, statfs } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Kinds of network shares that are known; what is not known is taken for a disk of this computer. */
export type NetworkKind = 'nfs' | 'smb' | 'afs' | 'ceph' | '9p' | 'fuse';

/** By Linux's own numbers of file systems (`statfs`). */
const kindByType: ReadonlyMap<number, NetworkKind> = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xff534d42, 'smb'],
  [0xfe534d42, 'smb'],
  [0x5346414f, 'afs'],
  [0x6b414653, 'afs'],
  [0x00c36400, 'ceph'],
  [0x01021997, '9p'],
]);
const fuse = 0x65735546;

/** By the name under which it is mounted: for programs in FUSE, and where `statfs` cannot be asked. */
const kindByMount: ReadonlyMap<string, NetworkKind> = new Map([
  ['nfs', 'nfs'],
  ['nfs4', 'nfs'],
  ['cifs', 'smb'],
  ['smb3', 'smb'],
  ['smbfs', 'smb'],
  ['afs', 'afs'],
  ['ceph', 'ceph'],
  ['9p', '9p'],
  ...[
    'sshfs',
    'rclone',
    'gvfsd-fuse',
    'glusterfs',
    's3fs',
    'davfs',
    'davfs2',
    'smbnetfs',
    'curlftpfs',
    'google-drive-ocamlfuse',
    'onedriver',
    'ceph-fuse',
  ].map((program): [string, NetworkKind] => [`fuse.${program}`, 'fuse']),
]);

/**
 * What kind of network share is this?
 * @param type the file system's number, or null where it cannot be asked
 * @param mount the name of its kind in the table of mounts, or null
 * @returns null for a disk of this computer, and for what is not known
 */
export function networkKind(type: number | null, mount: string | null): NetworkKind | null {
  const byMount = mount === null ? null : (kindByMount.get(mount) ?? null);
  if (type === null) return byMount;
  // A 32-bit number, which some systems hand on with a sign.
  const unsigned = type >>> 0;
  return unsigned === fuse ? byMount : (kindByType.get(unsigned) ?? null);
}

/**
 * Under which kind is the place mounted where a path lies?
 * @param mounts the text of /proc/self/mounts
 * @param path absolute, without links
 */
export function mountKind(mounts: string, path: string): string | null {
  let found: { readonly at: string; readonly kind: string } | null = null;
  for (const line of mounts.split('\n')) {
    const [, written = '', kind = ''] = line.split(' ');
    const at = written.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isAbove = at !== '' && (path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`));
    // The deepest counts, and of two at one place the later, which covers the other.
    if (isAbove && at.length >= (found?.at.length ?? 0)) found = { at, kind };
  }
  return found?.kind ?? null;
}

/** Is this a Windows path to a share, `\\server\share`? A drive letter that stands for one cannot be told from it. */
export function isUncPath(path: string): boolean {
  return /^[\\/]{2}(?![.?][\\/])[^\\/]|^\\\\\?\\UNC\\/i.test(path);
}

const onLinux = async (folder: string): Promise<boolean> => {
  const path = await realpath(folder);
  // The oldest runtime tried (Node 16) does not have it yet.
  const ask = statfs as typeof statfs | undefined;
  const type = ask === undefined ? null : (await ask(path)).type;
  const mounts = await readFile('/proc/self/mounts', 'utf8').catch(() => '');
  return networkKind(type, mountKind(mounts, path)) !== null;
};

/**
 * Does a folder lie on a network share? A flush may end in another computer's memory there, and a lock may be seen by this
 * computer alone. Told on Linux by the file system, on Windows by its path: of a mapped drive only where Windows itself names
 * the server behind it. Never throws: what cannot be told is no.
 */
export async function isOnNetwork(folder: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') return await onLinux(folder);
    return (
      process.platform === 'win32' && [resolve(folder), realpathSync.native(folder)].some(isUncPath)
    );
  } catch {
    return false;
  }
}
