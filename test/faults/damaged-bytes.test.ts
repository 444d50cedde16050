import { beforeAll, describe, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { encodeLine } from '../../main/storage/journal/hashed-line.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { answer, guestBookB, must, openOffice, signIn } from '../office.ts';
import { bounded, makeChance } from './chance.ts';
import { makeCrashFiles } from './crash-files.ts';
import { decidedIn, type Decided } from './decided.ts';
import { emptyImage, type Image } from './disk.ts';
import { explore, type Recording } from './explore.ts';
import { folder, reopen } from './reopen.ts';
import { checkInAs, quiet, readyImage, record, stories } from './stories.ts';

const journal = '/data/journal/000001.jsonl';
const people = '/data/people/2026-11.jsonl';
const checkpoint = '/data/checkpoint.json';

let ready: Image = emptyImage;
/** A short morning, closed well: one segment, one people file, a checkpoint. */
let morning: Recording = { before: emptyImage, files: makeCrashFiles(), told: [], at: 0 };
let whole: Image = emptyImage;
let decided: Decided = decidedIn(emptyImage, []);
beforeAll(async () => {
  ready = await readyImage();
  morning = await record(
    {
      name: 'a morning',
      tell: async ({ start }) => {
        const office = await start();
        const { visit } = await must(checkInAs(office));
        await must(checkInAs(office, guestBookB));
        await quiet(office);
        await signIn(office, 'Meja layanan 1');
        await must(office.console('queue.call', { visit }));
        await must(office.console('queue.begin', { visit }));
        await must(office.console('visit.note', { visit, text: 'Berkas dibawa di flash disk.' }));
        await must(office.console('visit.tick-credentials', { visit, userId: null }));
        await must(answer(office, visit, 'yes'));
        await office.close();
      },
    },
    ready,
  );
  whole = morning.files.image();
  decided = decidedIn(ready, morning.files.events);
});

const withFile = (image: Image, path: string, bytes: Buffer): Image => ({
  ...image,
  files: new Map([...image.files, [path, bytes]]),
});
const bytesOf = (path: string): Buffer => whole.files.get(path) ?? Buffer.alloc(0);
const linesOf = (path: string): readonly string[] =>
  bytesOf(path).toString('utf8').split('\n').slice(0, -1);
const withLines = (path: string, lines: readonly string[]): Image =>
  withFile(whole, path, Buffer.from(lines.map((line) => `${line}\n`).join('')));
const withoutCheckpoint = (): Image => ({
  ...whole,
  files: new Map([...whole.files].filter(([path]) => path !== checkpoint)),
});
/** Without what knows of lines that are not there: a crash leaves nothing that does, and whoever cuts flushed lines off is told of elsewhere. */
const asACrashLeaves = (image: Image): Image => {
  const journals = [...image.files]
    .filter(([path]) => path.includes('/journal/'))
    .sort(([a], [b]) => a.localeCompare(b));
  const facts = journals.map(([, bytes]) => [
    ...bytes.toString('utf8').matchAll(/^\{"seq":(\d+),[^\n]*\}\n/gm),
  ]);
  // Of the last segment that has any: what stands above it in earlier ones was refused.
  const highest = Math.max(
    0,
    ...(facts.findLast((lines) => lines.length > 0) ?? []).map(([, seq]) => Number(seq)),
  );
  const counted = new Map(facts.flat().map(([line, seq]) => [Number(seq), line]));
  const text = [...counted].flatMap(([seq, line]) => (seq <= highest ? [line] : [])).join('');
  const kept = [...image.files].flatMap(([path, bytes]): [string, Buffer][] => {
    if (
      path === checkpoint ||
      (path.endsWith('.pdf') && !text.includes(path.slice(-13, -4))) ||
      (path.includes('/erasures/') && !text.includes('erasure.decided'))
    )
      return [];
    if (!path.includes('/people/')) return [[path, bytes]];
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => Number(/"after":(\d+)/.exec(line)?.[1] ?? 0) <= highest);
    return [[path, Buffer.from(lines.join('\n'))]];
  });
  return { ...image, files: new Map(kept) };
};
/** What `verify` says of a disk: how many lines count, and the places that it names. */
const verified = async (image: Image) => {
  const { lines, findings } = await verify(makeCrashFiles(image), folder);
  return { lines, places: findings.map(({ kind, place }) => `${kind} ${place}`), findings };
};
const opened = async (image: Image) =>
  openOffice({
    files: makeCrashFiles(image),
    folder,
    clock: makeSimulatedClock(morning.at + 60_000),
  });

describe('a journal that ends anywhere', { timeout: bounded(120_000, 1_800_000) }, () => {
  /** Opens a recording's disk with its last segment cut. @returns what is wrong beyond what the cutting itself explains */
  const cutAt = async (
    { files, at }: Recording,
    known: Decided,
    path: string,
    length: number,
  ): Promise<readonly string[]> => {
    const image = files.image();
    const cut = (image.files.get(path) ?? Buffer.alloc(0)).subarray(0, length);
    const { problems, point } = await reopen(
      asACrashLeaves(withFile(image, path, cut)),
      known,
      at + 60_000,
    );
    const lines = cut.toString('utf8').split('\n').slice(0, -1);
    const ends = known.points.filter(({ lastHash }) =>
      lines.some((line) => line.endsWith(`"hash":"${lastHash}"}`)),
    );
    const least = Math.max(0, ...ends.map(({ seq }) => seq));
    const serious = problems.filter(
      (problem) =>
        !/refused is still there|^cut-off|^forked|^gone|is lost|is not the one on record/.test(
          problem,
        ),
    );
    if (point !== null && point.seq < least) serious.push(`only ${point.seq} of ${least} facts`);
    return serious.map((problem) => `${path} cut at ${length}: ${problem}`);
  };

  test('every prefix of a small one, and of every story’s journal, opens, keeps every whole command, and goes on', async () => {
    const setUp = await record(
      {
        ...stories[0],
        name: 'set-up',
        tell: async ({ start }) => (await start()).close(),
        onNewDisk: true,
      },
      ready,
    );
    const recordings = [
      setUp,
      morning,
      ...(await Promise.all(stories.map((story) => record(story, ready)))),
    ];
    const wrong: string[] = [];
    let tried = 0;
    for (const recording of recordings) {
      const known = decidedIn(recording.before, recording.files.events);
      const last =
        [...recording.files.image().files.keys()]
          .filter((path) => path.includes('/journal/'))
          .sort()
          .at(-1) ?? journal;
      const lengths = Array.from(
        { length: recording.files.image().files.get(last)?.length ?? 0 },
        (_, length) => length,
      );
      const some =
        recording === setUp
          ? lengths
          : makeChance(lengths.length).some(lengths, bounded(130, Infinity));
      for (const length of some) wrong.push(...(await cutAt(recording, known, last, length)));
      tried += some.length;
    }
    console.info(`${tried} prefixes, ${wrong.length} things wrong`);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(tried).toBeGreaterThan(bounded(2_500, 50_000));
  });

  test('a dozen check-ins in one flush: any of their sectors may be lost', async () => {
    const recording = await record(
      {
        name: 'many at once',
        tell: async ({ start }) => {
          const office = await start();
          await Promise.all(Array.from({ length: 14 }, () => checkInAs(office)));
          await quiet(office);
        },
      },
      ready,
    );
    const { states, bad } = await explore(recording, {
      sector: 512,
      foldersAreDurable: true,
      most: bounded(45, 170),
    });
    expect(bad).toEqual([]);
    expect(states).toBeGreaterThan(bounded(400, 4_096));
    console.info(`${states} states with reordered sectors`);
  });
});

describe('a bit that flipped', { timeout: bounded(40_000, 1_800_000) }, () => {
  test.each([journal, people, checkpoint])(
    'in %s is named by file, and every other line is kept',
    async (path) => {
      const original = bytesOf(path);
      const { lines: allLines } = await verified(whole);
      const bits = makeChance(2).some(
        Array.from({ length: original.length * 8 }, (_, bit) => bit),
        bounded(1_200, Infinity),
      );
      const wrong: string[] = [];
      for (const bit of bits) {
        const flipped = Buffer.from(original);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const { lines, places } = await verified(withFile(whole, path, flipped));
        const line = original.subarray(0, bit >> 3).filter((byte) => byte === 10).length + 1;
        const isNamed = places.some((place) =>
          place.endsWith(`${path.slice('/data/'.length)}:${line}`),
        );
        // A line break that is none any more glues two lines, and both can still be told apart.
        const lost =
          path === journal && line > 1 && original[bit >> 3] !== 10
            ? 1
            : path === journal && original[bit >> 3] === 10
              ? 2
              : 0;
        if (!isNamed || lines < allLines - lost)
          wrong.push(
            `bit ${bit} (line ${line}): ${lines} of ${allLines} lines, ${places.join() || 'nothing named'}`,
          );
      }
      expect(wrong.slice(0, 20)).toEqual([]);
      console.info(`${bits.length} flipped bits of ${path}`);
    },
  );

  test('in any file, the program opens, and keeps what is not in that line', async () => {
    const paths = [journal, people, checkpoint];
    const wrong: string[] = [];
    const chance = makeChance(3);
    for (let round = 0; round < bounded(400, 20_000); round += 1) {
      const path = paths[round % paths.length] ?? journal;
      const flipped = Buffer.from(bytesOf(path));
      const byte = chance.below(flipped.length);
      flipped[byte] = (flipped[byte] ?? 0) ^ (1 << chance.below(8));
      const office = await opened(withFile(whole, path, flipped));
      const checkedIn = await checkInAs(office, { ...guestBookB, deadline: '' });
      await quiet(office);
      const visits = Object.values(office.state().visits);
      const numbers = visits.map(({ number }) => number);
      if (
        !checkedIn.ok ||
        new Set(numbers).size !== numbers.length ||
        visits.length < 2 ||
        office.reported.length > 0
      )
        wrong.push(
          `${path}, byte ${byte}: ${numbers.join()} ${office.reported.map(String).join()}`,
        );
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});

describe('lines that somebody moved', () => {
  /** The second line of facts that stands somewhere in the middle. */
  const middle = 8;

  test('a line that is missing is named where the next one stands', async () => {
    const lines = linesOf(journal);
    for (let at = 1; at < lines.length - 1; at += 1) {
      const { lines: left, places } = await verified(withLines(journal, lines.toSpliced(at, 1)));
      expect(places, `line ${at + 1}`).toContain(`missing journal/000001.jsonl:${at + 1}`);
      expect(left).toBe(lines.length - 2);
    }
  });

  test('a last line that is missing is named by what was written behind it elsewhere', async () => {
    const lines = linesOf(journal);
    const { places } = await verified(withLines(journal, lines.slice(0, -1)));
    expect(places.filter((place) => place.startsWith('cut-off'))).toHaveLength(1);
  });

  test('a line that stands twice is named, and counts once', async () => {
    const lines = linesOf(journal);
    for (let at = 1; at < lines.length; at += 1) {
      const { lines: kept, places } = await verified(
        withLines(journal, lines.toSpliced(at, 0, lines[at] ?? '')),
      );
      expect(places, `line ${at + 1}`).toEqual([`misplaced journal/000001.jsonl:${at + 2}`]);
      expect(kept).toBe(lines.length - 1);
    }
  });

  test('two lines that changed places are named, and both are kept', async () => {
    const lines = linesOf(journal);
    for (let at = 1; at < lines.length - 1; at += 1) {
      const swapped = lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? '');
      const { lines: kept, places } = await verified(withLines(journal, swapped));
      expect(places, `lines ${at + 1} and ${at + 2}`).toEqual([
        `misplaced journal/000001.jsonl:${at + 2}`,
      ]);
      expect(kept).toBe(lines.length - 1);
    }
  });

  test('a line that was changed is named with its visit, and all others are kept', async () => {
    const lines = linesOf(journal);
    const at = lines.findIndex((line) => line.includes('"visit.checked-in"'));
    const { lines: kept, findings } = await verified(
      withLines(journal, lines.with(at, (lines[at] ?? '').replace('"A001"', '"A009"'))),
    );
    const visit = /"visit":"([^"]+)"/.exec(lines[at] ?? '')?.[1];
    expect(findings).toContainEqual({
      kind: 'damaged',
      place: `journal/000001.jsonl:${at + 1}`,
      visit,
    });
    expect(kept).toBe(lines.length - 2);
  });

  test('a line that was changed and hashed anew is named where the next one does not fit', async () => {
    const lines = linesOf(journal);
    for (let at = 1; at < lines.length - 1; at += 1) {
      const { hash, ...fields } = JSON.parse(lines[at] ?? '') as Record<string, unknown>;
      expect(hash).toHaveLength(64);
      const forged = encodeLine({ ...fields, at: 1 }).line.slice(0, -1);
      const { lines: kept, places } = await verified(withLines(journal, lines.with(at, forged)));
      expect(places, `line ${at + 1}`).toEqual([`unchained journal/000001.jsonl:${at + 2}`]);
      expect(kept).toBe(lines.length - 1);
    }
  });

  test('an end that was written anew is named, where the checkpoint or a slip still knows the old one', async () => {
    const lines = linesOf(journal);
    const { hash, ...fields } = JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
    const forged = encodeLine({ ...fields, at: 1 }).line.slice(0, -1);
    const { places } = await verified(withLines(journal, [...lines.slice(0, -1), forged]));
    expect(places).toEqual([`forked journal/000001.jsonl:${lines.length}`]);
    const { findings } = await verify(
      makeCrashFiles(
        withFile(
          withoutCheckpoint(),
          journal,
          Buffer.from(`${[...lines.slice(0, -1), forged].join('\n')}\n`),
        ),
      ),
      folder,
      { head: { seq: Number(fields['seq']), hash: String(hash).slice(0, 12) } },
    );
    expect(findings.map(({ kind }) => kind)).toEqual(['forked']);
  });

  test('a person’s record that is gone, changed or hashed anew is named with its visit', async () => {
    const lines = linesOf(people);
    const at = lines.findIndex((line) => line.includes('CV Sumber Makmur Batang'));
    const { hash, ...fields } = JSON.parse(lines[at] ?? '') as Record<string, unknown>;
    expect(hash).toHaveLength(64);
    const forged = encodeLine({
      ...fields,
      data: { ...(fields['data'] as object), company: 'PT Lain' },
    }).line.slice(0, -1);
    const visit = decided.points
      .at(-1)
      ?.facts.find(({ type }) => type === 'visit.checked-in')?.visit;
    for (const [name, changed] of [
      ['gone', lines.toSpliced(at, 1)],
      ['damaged', lines.with(at, (lines[at] ?? '').replace('Batang', 'Bateng'))],
      ['damaged', lines.with(at, forged)],
    ] as const) {
      const { findings } = await verified(withLines(people, changed));
      expect(findings.map(({ kind }) => kind)).toEqual([name]);
      expect(findings[0]?.visit).toBe(visit);
    }
  });

  test('a start takes the same lines as verify, and says the same', async () => {
    const lines = linesOf(journal);
    for (const changed of [
      lines.toSpliced(middle, 1),
      lines.with(middle, '{}'),
      lines.toSpliced(middle, 0, lines[middle] ?? ''),
      lines.with(middle, lines[middle + 1] ?? '').with(middle + 1, lines[middle] ?? ''),
    ]) {
      const image = withFile(
        withoutCheckpoint(),
        journal,
        Buffer.from(changed.map((line) => `${line}\n`).join('')),
      );
      const office = await opened(image);
      const { findings } = await verify(makeCrashFiles(image), folder);
      expect(office.restored.findings).toEqual(findings);
      expect(office.restored.state.seq).toBe(lines.length - 1);
    }
  });
});
