import { beforeAll, describe, expect, test } from 'vitest';
import { bounded } from './chance.ts';
import { emptyImage, type Image } from './disk.ts';
import { explore } from './explore.ts';
import { guestBookB } from '../office.ts';
import { checkInAs, readyImage, record, stories, type Story } from './stories.ts';

let ready: Image = emptyImage;
beforeAll(async () => {
  ready = await readyImage();
});

const most = bounded(60, 1_000);

const exploreIn = async (story: Story, foldersAreDurable: boolean) => {
  const recording = await record(story, ready);
  const found = [];
  for (const sector of [512, 4096] as const)
    found.push(await explore(recording, { sector, foldersAreDurable, most }));
  return found;
};
const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

describe(
  'after a power cut at any call, in every state that the disk may be in',
  { timeout: bounded(30_000, 1_200_000) },
  () => {
    test.each(stories)(
      '$name: nothing told is lost, nothing is half, nothing counts as damaged',
      async (story) => {
        const found = await exploreIn(story, true);
        expect(found.flatMap(({ bad }) => bad)).toEqual([]);
        const states = sum(found.map(({ states: opened }) => opened));
        expect(states).toBeGreaterThan(40);
        console.info(
          `${story.name}: ${states} states of the disk behind ${found[0]?.points} calls; at ${found[0]?.exhausted} of them every one`,
        );
      },
    );

    test('of a person’s record that was never whole nothing is left when the program has started again', async () => {
      const story = stories.find(({ name }) =>
        name.startsWith('the power went while a person’s record'),
      );
      if (story === undefined) throw new Error('No story');
      const { files } = await record(
        {
          ...story,
          tell: async ({ start, files: disk, clock }) => {
            const office = await start();
            disk.onCall = (event) =>
              event.kind === 'write' && event.path.includes('/people/')
                ? event.asked.length - 20
                : undefined;
            expect(await checkInAs(office, guestBookB)).toMatchObject({
              ok: false,
              code: 'out-of-service',
            });
            disk.onCall = () => undefined;
            expect(
              disk.image().files.get('/data/people/2026-11.jsonl')?.includes(guestBookB.company),
            ).toBe(true);
            clock.advance(60_000);
            await start();
          },
        },
        ready,
      );
      expect(
        [...files.image().files]
          .filter(([, bytes]) => bytes.includes(guestBookB.company))
          .map(([path]) => path),
      ).toEqual([]);
    });

    test('a folder that was made is there after a power cut, with all that was told to be in it', async () => {
      const [first] = stories;
      if (first === undefined) throw new Error('No story');
      expect((await exploreIn(first, false)).flatMap(({ bad }) => bad)).toEqual([]);
    });
  },
);
