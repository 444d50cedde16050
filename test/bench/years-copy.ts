import { copyFile, link, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder of its own with ten years in it: what is never written to again is linked, the rest copied. */
export async function copyYears(years: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pendamping-bench-years-'));
  for (const below of ['journal', 'people']) {
    await mkdir(join(folder, below));
    const names = (await readdir(join(years, below))).sort();
    for (const name of names)
      await (name === names.at(-1) ? copyFile : link)(
        join(years, below, name),
        join(folder, below, name),
      );
  }
  await copyFile(join(years, 'checkpoint.json'), join(folder, 'checkpoint.json'));
  return folder;
}
