import { beforeAll, describe, expect, test } from 'vitest';
import { bounded } from './chance.ts';
import { emptyImage, type Image } from './disk.ts';
import { explore } from './explore.ts';
import { readyImage, record, stories } from './stories.ts';

let ready: Image = emptyImage;
beforeAll(async () => {
  ready = await readyImage();
});

const most = bounded(12, 2_000);

describe('after a power cut at any call, in every state that the disk may be in', () => {
  test.each(stories)('$name: nothing that was told is lost', { timeout: bounded(30_000, 1_200_000) }, async (story) => {
    const recording = await record(story, ready);
    for (const sector of [512, 4096] as const) {
      const explored = await explore(recording, { sector, foldersAreDurable: true, most });
      expect(explored.bad).toEqual([]);
      expect(explored.states).toBeGreaterThan(20);
    }
  });
});
