import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { mount, runTool, unmount } from './mounts.ts';

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
const shutdown =
  'open(my $folder, "<", $ARGV[0]) or die "$!"; my $how = pack("L", 2); defined ioctl($folder, 0x8004587D, $how) or die "$!";';

const imageSize = '32M';

/**
 * A loop device takes a write that its file took in part for done. Page by page there is no part, so that what could not
 * be written is an error, as it is of a disk.
 * @returns puts the device back as it was
 */
const writePageByPage = async (folder: string): Promise<() => Promise<void>> => {
  const { stdout } = await runTool('findmnt', ['-n', '-o', 'SOURCE', folder]);
  const setting = join('/sys/block', basename(stdout.trim()), 'queue', 'max_sectors_kb');
  const before = await readFile(setting, 'utf8');
  await writeFile(setting, '4');
  return () => writeFile(setting, before);
};

/** Gives a file system's own log and tables their room on a small disk, so that only what is written into files can fail. */
const keepRoomForItself = async (image: string): Promise<void> => {
  await runTool('fallocate', ['-l', imageSize, image]);
  const { stdout } = await runTool('dumpe2fs', [image]);
  const block = Number(/^Block size: +(\d+)$/m.exec(stdout)?.[1]);
  for (const [, from, to] of stdout.matchAll(/^ {2}Free blocks: (\d+)-(\d+)$/gm)) {
    await runTool('fallocate', [
      '-p',
      '-o',
      String(Number(from) * block),
      '-l',
      String((Number(to) - Number(from) + 1) * block),
      image,
    ]);
  }
};

/**
 * Makes an ext4 in a file and mounts it by a loop device, which goes with the mount.
 * @param options of mount
 * @param on the folder in which the file lies; it may be larger than the room there
 */
export async function makeVolume(
  options: readonly string[],
  on?: string,
  { format = [], keepsRoom = false }: Format = {},
): Promise<Volume> {
  const place = await mkdtemp(join(tmpdir(), 'pendamping-volume-'));
  const image = join(on ?? place, 'image');
  const folder = join(place, 'mounted');
  const mountIt = (): Promise<void> =>
    mount(['-t', 'ext4', '-o', ['loop', ...options].join(','), image], folder);
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
    await runTool('mkfs.ext4', ['-q', '-F', '-b', '4096', ...format, image, imageSize]);
    if (keepsRoom) await keepRoomForItself(image);
    await mountIt();
    if (on !== undefined) putBack = await writePageByPage(folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    cut: async () => void (await runTool('perl', ['-e', shutdown, folder])),
    mountAgain: async () => {
      await release();
      await mountIt();
    },
    repair: async () => {
      await release();
      // It ends with an error code when it has mended something.
      await runTool('e2fsck', ['-f', '-y', image]).catch(() => undefined);
      await mountIt();
    },
    remove,
  };
}
