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
  'folder: people, made',
  'folder: people, renamed',
  'folder: slip, removed',
  'folder: slip, renamed',
];

const followed = 'nothing is told before the first line is appended to the new file, and that flush covers all of the file';
const renamedNext = 'nothing is told before the file is renamed, and the flush behind the rename covers both names';
const cache = 'the checkpoint is a cache: where the old one is found, what came since is read from the journal';
/** Flushes without which nothing told can be lost. */
const spare: Readonly<Record<string, string>> = {
  'file: people, made': followed,
  'folder: people, replaced, made': renamedNext,
  'folder: slip, replaced, made': renamedNext,
  'folder: destruction record, replaced, made': renamedNext,
  'folder: erasures, folder made': 'new folders are taken for durable here; crash-states.test.ts has a test of them',
  'folder: checkpoint, replaced, made': cache,
  'folder: checkpoint, renamed': cache,
};

let ready: Image = emptyImage;
beforeAll(async () => {
  ready = await readyImage();
});

const options = { sector: 512, foldersAreDurable: true, most: bounded(24, 500), stopAt: 1 } as const;
const withAll = new Map<string, boolean>();
/** Does a story keep its word with every flush in its place? Else it can say nothing about one that is missing. */
const keepsItsWord = async (story: Story): Promise<boolean> => {
  const known = withAll.get(story.name) ?? (await explore(await record(story, ready), options)).bad.length === 0;
  withAll.set(story.name, known);
  return known;
};

/** Explores the stories with one flush taken out of the code. @returns the first bad states found */
const without = async (site: string): Promise<readonly string[]> => {
  for (const story of stories) {
    const recording = await record(story, ready, site);
    if (!recording.files.sites.has(site) || !(await keepsItsWord(story))) continue;
    const { bad } = await explore(recording, options);
    if (bad.length > 0) return bad.map((each) => `${story.name}: ${each}`);
  }
  return [];
};

describe('every flush has its reason', { timeout: bounded(30_000, 1_200_000) }, () => {
  test('every flush of the stories is known here by its purpose', async () => {
    const met = new Set<string>();
    for (const story of stories) for (const site of (await record(story, ready)).files.sites) met.add(site);
    expect([...met].sort()).toEqual([...needed, ...Object.keys(spare)].sort());
  });

  test.each(needed)('without the flush of the %s something told is lost', async (site) => {
    expect(await without(site)).not.toEqual([]);
  });

  test.each(Object.entries(spare))('without the flush of the %s nothing is lost: %s', async (site) => {
    expect(await without(site)).toEqual([]);
  });
});
