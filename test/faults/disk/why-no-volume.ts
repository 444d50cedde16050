import { makeSmallDisk } from './small-disk.ts';
import { makeVolume } from './volume.ts';

/**
 * Tries whether file systems can be mounted and cut off here.
 * @returns why no power can be cut here, in a sentence; null when it can
 */
export async function whyNoVolume(): Promise<string | null> {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root';
  try {
    const small = await makeSmallDisk('40m');
    try {
      const volume = await makeVolume([], small.folder, { keepsRoom: true });
      try {
        await volume.cut();
      } finally {
        await volume.remove();
      }
    } finally {
      await small.remove();
    }
    return null;
  } catch (error) {
    return `no loop device can be mounted and shut down here (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`;
  }
}
