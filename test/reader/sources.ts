import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../adapters/memory-files.ts';
import { readyImage, record, stories } from '../faults/stories.ts';
import { fourMonths, type Contents } from '../four-months.ts';
import { answer, checkIn, guestBookB, monday, must, openReadyOffice, signIn } from '../office.ts';

/** A data folder from which damaged ones are made. */
export type Source = { readonly name: string; readonly contents: Contents };

const past = join(import.meta.dirname, '..', 'past-journals');
const fixture = async (name: string): Promise<Source> => {
  const entries = await readdir(join(past, name), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file));
  return {
    name,
    contents: new Map(
      await Promise.all(
        files.map(async (path): Promise<[string, Buffer]> => [
          join('/data', path.slice(join(past, name).length)),
          await readFile(path),
        ]),
      ),
    ),
  };
};

/** Every file of a data folder. */
export async function contentsOf(files: MemoryFiles): Promise<Contents> {
  const found = new Map<string, Buffer>();
  const walk = async (folder: string): Promise<void> => {
    for (const name of await files.list(folder)) {
      const path = join(folder, name);
      const content = (await files.isFolder(path)) ? null : await files.read(path);
      if (content === null) await walk(path);
      else found.set(path, content);
    }
  };
  await walk('/data');
  return found;
}

/** A file system in memory with these files. */
export async function filesWith(contents: Contents): Promise<MemoryFiles> {
  const files = makeMemoryFiles();
  for (const [path, content] of contents) await putContent(files, path, content);
  return files;
}

/** From the set-up to the first steps of a visit, closed well. */
const ordinaryDay = async (): Promise<Source> => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files, clock: makeSimulatedClock(monday) });
  const visit = await checkIn(office);
  await checkIn(office, guestBookB);
  await office.slipsDone();
  await signIn(office, 'Meja layanan 1');
  await must(office.console('queue.call', { visit }));
  await must(office.console('queue.begin', { visit }));
  await must(office.console('visit.note', { visit, text: 'Berkas dibawa di flash disk.' }));
  await must(office.console('visit.tick-credentials', { visit, userId: null }));
  await must(answer(office, visit, 'yes'));
  await office.close();
  return { name: 'an ordinary day', contents: await contentsOf(files) };
};

/** Folders of every past format, four months, an ordinary day, and what the stories of failures leave behind. */
export async function sources(): Promise<readonly Source[]> {
  const ready = await readyImage();
  const told: Source[] = [];
  for (const story of stories)
    told.push({ name: story.name, contents: (await record(story, ready)).files.image().files });
  const fixtures = (await readdir(past)).sort();
  return [
    ...(await Promise.all(fixtures.map(fixture))),
    { name: 'four months', contents: await fourMonths() },
    await ordinaryDay(),
    ...told,
  ];
}
