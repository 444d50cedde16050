import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Adds or takes away room on a small disk: a file of zeros that fills it to the last byte. */
export type SmallDisk = { readonly folder: string; readonly fill: () => Promise<void>; readonly makeRoom: () => Promise<void>; readonly remove: () => Promise<void> };

/** A file system of its own in a file, that can be cut off from power. */
export type Volume = {
  /** Where it is mounted. */
  readonly folder: string;
  /** From now on nothing reaches the disk any more, as when the power goes; programs that use it get errors. */
  readonly cut: () => Promise<void>;
  /** What was not on the disk is gone. */
  readonly mountAgain: () => Promise<void>;
  /** The same, with the file system checked and mended in between, as a machine does at its start after errors. */
  readonly repair: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** What mkfs is told; and whether the file system has room for its own needs on a disk that will be full. */
export type Format = { readonly format?: readonly string[]; readonly keepsRoom?: boolean };

/** ext4's EXT4_IOC_SHUTDOWN without writing its log out first. Node has no ioctl; Perl is on every Debian. */
const shutdown = 'open(my $folder, "<", $ARGV[0]) or die "$!"; my $how = pack("L", 2); defined ioctl($folder, 0x8004587D, $how) or die "$!";';

/** What is mounted at present: none of it outlives this process, however that ends in order. */
const mounted = new Set<string>();
const unmountAll = (): void => {
  for (const folder of mounted) execFileSync('umount', ['-l', folder]);
};

const mount = async (words: readonly string[], folder: string): Promise<void> => {
  await run('mount', [...words, folder]);
  if (!process.listeners('exit').includes(unmountAll)) process.on('exit', unmountAll);
  mounted.add(folder);
};

const unmount = async (folder: string): Promise<void> => {
  if (!mounted.has(folder)) return;
  await run('umount', [folder]).catch(() => run('umount', ['-l', folder]));
  mounted.delete(folder);
};

const imageSize = '32M';

/**
 * A loop device takes a write that its file took in part for done. Page by page there is no part, so that what could not
 * be written is an error, as it is of a disk.
 * @returns puts the device back as it was
 */
const writePageByPage = async (folder: string): Promise<() => Promise<void>> => {
  const { stdout } = await run('findmnt', ['-n', '-o', 'SOURCE', folder]);
  const setting = join('/sys/block', basename(stdout.trim()), 'queue', 'max_sectors_kb');
  const before = await readFile(setting, 'utf8');
  await writeFile(setting, '4');
  return () => writeFile(setting, before);
};

/** Gives a file system's own log and tables their room on a small disk, so that only what is written into files can fail. */
const keepRoomForItself = async (image: string): Promise<void> => {
  await run('fallocate', ['-l', imageSize, image]);
  const { stdout } = await run('dumpe2fs', [image]);
  const block = Number(/^Block size: +(\d+)$/m.exec(stdout)?.[1]);
  for (const [, from, to] of stdout.matchAll(/^ {2}Free blocks: (\d+)-(\d+)$/gm)) {
    await run('fallocate', ['-p', '-o', String(Number(from) * block), '-l', String((Number(to) - Number(from) + 1) * block), image]);
  }
};

/**
 * Makes an ext4 in a file and mounts it by a loop device, which goes with the mount.
 * @param options of mount
 * @param on the folder in which the file lies; it may be larger than the room there
 */
export const makeVolume = async (options: readonly string[], on?: string, { format = [], keepsRoom = false }: Format = {}): Promise<Volume> => {
  const place = await mkdtemp(join(tmpdir(), 'pendamping-volume-'));
  const image = join(on ?? place, 'image');
  const folder = join(place, 'mounted');
  const mountIt = (): Promise<void> => mount(['-t', 'ext4', '-o', ['loop', ...options].join(','), image], folder);
  let putBack = async (): Promise<void> => undefined;
  const release = async (): Promise<void> => {
    await putBack();
    putBack = async () => undefined;
    await unmount(folder);
  };
  const remove = async (): Promise<void> => {
    await release();
    await rm(place, { recursive: true });
  };
  try {
    await mkdir(folder);
    await run('mkfs.ext4', ['-q', '-F', '-b', '4096', ...format, image, imageSize]);
    if (keepsRoom) await keepRoomForItself(image);
    await mountIt();
    if (on !== undefined) putBack = await writePageByPage(folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    cut: async () => void (await run('perl', ['-e', shutdown, folder])),
    mountAgain: async () => {
      await release();
      await mountIt();
    },
    repair: async () => {
      await release();
      // It ends with an error code when it has mended something.
      await run('e2fsck', ['-f', '-y', image]).catch(() => undefined);
      await mountIt();
    },
    remove,
  };
};

/** @param size as mount has it: `1m` */
export const makeSmallDisk = async (size: string): Promise<SmallDisk> => {
  const folder = await mkdtemp(join(tmpdir(), 'pendamping-small-'));
  const filler = join(folder, 'filler');
  const remove = async (): Promise<void> => {
    await unmount(folder);
    await rm(folder, { recursive: true });
  };
  try {
    await mount(['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs'], folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    // It ends with the error that there is no room: that is what was wanted.
    fill: async () => void (await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k']).catch(() => undefined)),
    makeRoom: () => rm(filler, { force: true }),
    remove,
  };
};

/** @returns why no power can be cut here, in a sentence; null when it can */
export const whyNoVolume = async (): Promise<string | null> => {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root';
  try {
    const volume = await makeVolume([]);
    try {
      await volume.cut();
    } finally {
      await volume.remove();
    }
    return null;
  } catch (error) {
    return `no loop device can be mounted and shut down here (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`;
  }
};
