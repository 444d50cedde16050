import { beforeAll, describe, expect, test } from 'vitest';
import { bounded } from './chance.ts';
import { emptyImage, type Image } from './disk.ts';
import { explore } from './explore.ts';
import { readyImage, record, stories, type Story } from './stories.ts';

/** Flushes without which something that was told can be lost. */
const needed: readonly string[] = [
  'file: journal, appended',
  'file: journal, made',
  'file: checkpoint, replaced, made',
  'file: destruction record, replaced, made',
  'file: people, appended',
  'file: people, replaced, made',
  'file: slip, replaced, made',
  'folder: destruction record, renamed',
  'folder: journal, made',
  'folder: people, renamed',
  'folder: slip, removed',
  'folder: slip, renamed',
];
/** Flushes of the names of new folders, needed where a file system does not make those durable by itself. */
const neededForFolders: readonly string[] = [
  'folder: data, folder made',
  'folder: journal, folder made',
  'folder: slips, folder made',
  'folder: slip, folder made',
  'folder: erasures, folder made',
];

const renamedNext =
  'nothing is told before the file is renamed, and the flush behind the rename covers both names';
const cache =
  'the checkpoint is a cache: where the old one is found, what came since is read from the journal';
const madeBefore =
  'the name was flushed when the folder was made; it is flushed again for a start that died in between';
/** Flushes without which nothing told can be lost. */
const spare: Readonly<Record<string, string>> = {
  'folder: people, replaced, made': renamedNext,
  'folder: slip, replaced, made': renamedNext,
  'folder: destruction record, replaced, made': renamedNext,
  'folder: people, folder made':
    'the flush behind the making of the journal’s folder covers both names, and nothing is told before it',
  'folder: , nothing new': madeBefore,
  'folder: data, nothing new': madeBefore,
  'folder: checkpoint, replaced, made': cache,
  'folder: checkpoint, renamed': cache,
};

let ready: Image = emptyImage;
beforeAll(async () => {
  ready = await readyImage();
});

const options = {
  sector: 512,
  foldersAreDurable: true,
  most: bounded(24, 500),
  stopAt: 1,
} as const;
const withAll = new Map<string, boolean>();
/** Does a story keep its word with every flush in its place? Else it can say nothing about one that is missing. */
const keepsItsWord = async (story: Story, foldersAreDurable: boolean): Promise<boolean> => {
  const key = `${story.name} ${foldersAreDurable}`;
  const known =
    withAll.get(key) ??
    (await explore(await record(story, ready), { ...options, foldersAreDurable })).bad.length === 0;
  withAll.set(key, known);
  return known;
};

/** Explores the stories with one flush taken out of the code. @returns the first bad states found */
const without = async (site: string, foldersAreDurable = true): Promise<readonly string[]> => {
  for (const story of stories) {
    const recording = await record(story, ready, site);
    if (!recording.files.sites.has(site) || !(await keepsItsWord(story, foldersAreDurable)))
      continue;
    const { bad } = await explore(recording, { ...options, foldersAreDurable });
    if (bad.length > 0) return bad.map((each) => `${story.name}: ${each}`);
  }
  return [];
};

describe('every flush has its reason', { timeout: bounded(150_000, 1_200_000) }, () => {
  test('every flush of the stories is known here by its purpose', async () => {
    const met = new Set<string>();
    for (const story of stories)
      for (const site of (await record(story, ready)).files.sites) met.add(site);
    expect([...met].sort()).toEqual([...needed, ...neededForFolders, ...Object.keys(spare)].sort());
  });

  test.each(needed)('without the flush of the %s something told is lost', async (site) => {
    expect(await without(site)).not.toEqual([]);
  });

  test.each(neededForFolders)(
    'without the flush of the %s something told is lost where new folders may be',
    async (site) => {
      expect(await without(site, false)).not.toEqual([]);
    },
  );

  test.each(Object.entries(spare))(
    'without the flush of the %s nothing is lost: %s',
    async (site) => {
      expect(await without(site, !site.endsWith('folder made'))).toEqual([]);
    },
  );
});
