import { join } from 'node:path';
import type { Files, Log } from '../../ports.ts';

/** So much one file takes, and so many files are kept. */
const fileBytes = 1_000_000;
const filesKept = 5;

const nameOf = (at: number): string => (at === 0 ? 'log.txt' : `log.${at}.txt`);

/**
 * The log on disk: `log.txt`, older ones `log.1.txt` to `log.4.txt`, at most a megabyte each. Nothing waits for it and nothing
 * fails by it: what cannot be written is lost, for there is nobody left to tell.
 * @param folder the machine's own, outside the data folder
 * @param lineOf makes a line of what is told
 */
export function openRollingLog(
  files: Files,
  folder: string,
  lineOf: (area: string, error: unknown) => string,
): Log & { readonly settled: () => Promise<void> } {
  let last: Promise<void> = Promise.resolve();

  const roll = async (): Promise<void> => {
    await files.remove(join(folder, nameOf(filesKept - 1)));
    for (let at = filesKept - 2; at >= 0; at -= 1)
      if ((await files.look(join(folder, nameOf(at)))) !== null)
        await files.rename(join(folder, nameOf(at)), join(folder, nameOf(at + 1)));
  };

  const write = async (bytes: Buffer): Promise<void> => {
    const path = join(folder, nameOf(0));
    await files.makeFolder(folder);
    const found = await files.look(path);
    if (found !== null && found.bytes + bytes.length > fileBytes) await roll();
    const isNew = (await files.look(path)) === null;
    const file = isNew ? await files.create(path) : await files.openToAppend(path);
    try {
      await file.write(bytes);
    } finally {
      await file.close();
    }
  };

  return {
    tell: (area, error) => {
      const line = Buffer.from(lineOf(area, error));
      last = last.then(() => write(line)).catch(() => undefined);
    },
    settled: () => last,
  };
}
