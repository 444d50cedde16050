import { beforeAll, describe, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { guestBookB, monday, must, openOffice } from '../office.ts';
import { makeCrashFiles } from './crash-files.ts';
import { decidedIn, sameState } from './decided.ts';
import { emptyImage, type Image } from './disk.ts';
import type { Recording } from './explore.ts';
import { folder, reopen } from './reopen.ts';
import { checkInAs, quiet, readyImage, record } from './stories.ts';

const checkpoint = '/data/checkpoint.json';
let morning: Recording = { before: emptyImage, files: makeCrashFiles(), told: [], at: 0 };
let whole: Image = emptyImage;
beforeAll(async () => {
  morning = await record(
    {
      name: 'a morning, closed well',
      tell: async ({ start }) => {
        const office = await start();
        await must(checkInAs(office));
        await must(checkInAs(office, guestBookB));
        await quiet(office);
        await office.close();
      },
    },
    await readyImage(),
  );
  whole = morning.files.image();
});

const withFiles = (changes: Readonly<Record<string, Buffer | string>>): Image => ({
  ...whole,
  files: new Map([
    ...whole.files,
    ...Object.entries(changes).map(([path, content]): [string, Buffer] => [
      path,
      Buffer.from(content),
    ]),
  ]),
});
/** All that was told is found, whatever else lies there. */
const problemsOf = async (image: Image): Promise<readonly string[]> => {
  const { problems, point } = await reopen(
    image,
    decidedIn(morning.before, morning.files.events),
    morning.at + 60_000,
  );
  const full = Math.max(
    ...decidedIn(morning.before, morning.files.events).points.map(({ seq }) => seq),
  );
  return point?.seq === full ? problems : [...problems, `only ${point?.seq} of ${full} facts`];
};

describe('a checkpoint that is of no use', () => {
  const kept = (): Buffer => whole.files.get(checkpoint) ?? Buffer.alloc(0);
  const variants: readonly (readonly [string, () => Buffer | string])[] = [
    ['empty', () => ''],
    ['torn at its half', () => kept().subarray(0, kept().length / 2)],
    ['torn before its last byte', () => kept().subarray(0, -1)],
    ['all zeros', () => Buffer.alloc(kept().length)],
    [
      'zeros behind its first sector',
      () => Buffer.concat([kept().subarray(0, 512), Buffer.alloc(kept().length - 512)]),
    ],
    [
      'of a newer fold',
      () =>
        kept()
          .toString('utf8')
          .replace(/"foldVersion":\d+/, '"foldVersion":999'),
    ],
    ['of another kind', () => '[]'],
    ['no JSON', () => 'checkpoint'],
    [
      'of the first format',
      () =>
        JSON.stringify({
          foldVersion: 2,
          point: { seq: 3, hash: '0'.repeat(64), segment: 1, offset: 10 },
          sha256: '0'.repeat(64),
          state: { seq: 3 },
        }),
    ],
    ['twice the same', () => Buffer.concat([kept(), kept()])],
  ];
  test.each(variants)('%s: the journal is read from its first line', async (_, made) => {
    const problems = await problemsOf(withFiles({ [checkpoint]: made() }));
    expect(problems.filter((problem) => problem !== 'damaged at checkpoint.json:1')).toEqual([]);
  });

  test('what a replacement left behind is taken away, and is never read', async () => {
    const name = 'CV Sisa Lama';
    const leftovers = Object.fromEntries(
      [
        `${checkpoint}.new`,
        '/data/people/2026-11.jsonl.new',
        '/data/slips/2026-11/AAAA-AAAA.pdf.new',
      ].map((path) => [path, name]),
    );
    expect(await problemsOf(withFiles(leftovers))).toEqual([]);
    const files = makeCrashFiles(withFiles(leftovers));
    await openOffice({ files, folder, clock: makeSimulatedClock(morning.at + 60_000) });
    expect(
      [...files.image().files].filter(([, bytes]) => bytes.includes(name)).map(([path]) => path),
    ).toEqual([]);
  });
});

describe('files of others in the data folder', () => {
  test.each([
    'desktop.ini',
    'Thumbs.db',
    '.DS_Store',
    '000001.jsonl~',
    '000001.jsonl.bak',
    '000001 (1).jsonl',
    '1.jsonl',
    '0000010.jsonl',
    '.000001.jsonl.swp',
    'catatan.txt',
  ])('%s is passed over', async (name) => {
    expect(
      await problemsOf(
        withFiles({
          [`/data/journal/${name}`]: 'x',
          [`/data/people/${name.replace('000001', '2026-11')}`]: 'x',
          [`/data/${name}`]: 'x',
        }),
      ),
    ).toEqual([]);
  });

  test('are not changed', async () => {
    const files = makeCrashFiles(
      withFiles({
        '/data/journal/desktop.ini': 'x',
        '/data/people/catatan.txt': 'y',
        '/data/slips/2026-11/foto.jpg': 'z',
      }),
    );
    const office = await openOffice({
      files,
      folder,
      clock: makeSimulatedClock(morning.at + 60_000),
    });
    await must(checkInAs(office, { ...guestBookB, deadline: '' }));
    await quiet(office);
    expect(
      ['/data/journal/desktop.ini', '/data/people/catatan.txt', '/data/slips/2026-11/foto.jpg'].map(
        (path) => files.image().files.get(path)?.toString(),
      ),
    ).toEqual(['x', 'y', 'z']);
  });
});

describe('a clock that was set', () => {
  const day = 86_400_000;
  const starts: readonly (readonly [string, readonly number[]])[] = [
    ['back an hour', [monday - 3_600_000]],
    ['back a day, and right again', [monday - day, monday + 600_000]],
    ['to 1970, and right again', [0, monday + 600_000]],
    ['before 1970, and right again', [-day, monday + 600_000]],
    ['forward a year, and right again', [monday + 366 * day, monday + 600_000]],
    [
      'across the year’s change',
      [Date.parse('2026-12-31T16:59:00Z'), Date.parse('2026-12-31T17:01:00Z')],
    ],
    ['forward to 9999, and right again', [Date.parse('9999-12-30T00:00:00Z'), monday + 600_000]],
  ];
  test.each(starts)(
    '%s: nothing is lost and no number is issued twice on one day',
    async (_, moments) => {
      let image = whole;
      const issued = new Set<string>();
      const codes = new Set<string>();
      let visits = 2;
      for (const at of moments) {
        const files = makeCrashFiles(image);
        const office = await openOffice({ files, folder, clock: makeSimulatedClock(at) });
        for (const { day: of, number, code } of Object.values(office.state().visits)) {
          issued.add(`${of} ${number}`);
          codes.add(code);
        }
        const { visit } = await must(checkInAs(office, { ...guestBookB, deadline: '' }));
        await quiet(office);
        visits += 1;
        const made =
          office.state().visits[visit as keyof ReturnType<typeof office.state>['visits']];
        expect(issued).not.toContain(`${made?.day} ${made?.number}`);
        expect(codes).not.toContain(visit);
        expect(office.state().lastOrdinal).toBe(visits);
        expect((await verify(files, folder)).findings).toEqual([]);
        await office.close();
        const again = await openOffice({ files, folder, clock: makeSimulatedClock(at + 1_000) });
        expect(sameState(again.restored.state, office.state())).toBe(true);
        expect(again.restored.findings).toEqual([]);
        await again.close();
        image = files.afterPowerCut();
      }
    },
  );
});
