import { beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../../../main/ports.ts';
import { readRegister } from '../../../main/reports/register/read-register.ts';
import { readSummaries } from '../../../main/storage/store/summaries.ts';
import { openCheckpoint } from '../../../main/storage/store/checkpoint.ts';
import { readOutlines } from '../../../main/storage/journal/read-journal.ts';
import { makeMemoryFiles, type MemoryFiles } from '../../adapters/memory-files.ts';
import { fourMonths, type Contents } from '../../four-months.ts';

const summaries = '/data/summaries.json';
let contents: Contents = new Map();
beforeAll(async () => {
  contents = await fourMonths();
});

const filled = async (more: Contents = new Map()): Promise<MemoryFiles> => {
  const files = makeMemoryFiles();
  for (const [path, bytes] of new Map([...contents, ...more]))
    await (await files.create(path)).write(bytes);
  return files;
};

/** Notes which journal segments are read to their end. */
const watched = (files: Files) => {
  const read = new Set<string>();
  return {
    read,
    files: {
      ...files,
      read: (path: string, from?: number, to?: number) => {
        if (path.includes('/journal/') && from === 0 && to === undefined)
          read.add(path.slice(-7, -6));
        return files.read(path, from, to);
      },
    },
  };
};

const ask = async (files: Files, month: string) => {
  const state = (await openCheckpoint(files, '/data').read())?.state;
  if (state === undefined) throw new Error('No checkpoint');
  return readRegister(files, '/data', {
    month,
    state,
    now: {
      at: Date.parse('2027-02-01T03:00:00Z'),
      t: state.timeline.t,
      jumps: state.timeline.jumps,
    },
  });
};

describe('the register of a month', () => {
  test('has its visits as they were left, whatever later months tell of them', async () => {
    const files = await filled();
    const told = async (month: string) =>
      (await ask(files, month)).map(({ number, outcome, erased, date }) => ({
        number,
        outcome,
        erased,
        date,
      }));
    expect(await told('2026-11')).toEqual([
      { number: 'A001', outcome: 'left-early', erased: true, date: '2026-11-23' },
    ]);
    expect(await told('2026-12')).toMatchObject([
      { date: '2026-12-08', outcome: null },
      { date: '2026-12-07', outcome: 'left-early' },
    ]);
    expect(await told('2027-01')).toMatchObject([
      { date: '2027-01-29', outcome: 'left-early', erased: false },
    ]);
    expect(await told('2027-02')).toMatchObject([{ date: '2027-02-01', outcome: null }]);
    expect(await told('2027-03')).toEqual([]);
  });

  test('reads the chapters that tell of it, once all have a summary, and no others', async () => {
    const files = await filled();
    const first = await ask(files, '2026-11');
    const { read, files: again } = watched(files);
    expect(await ask(again, '2026-11')).toEqual(first);
    expect([...read]).toEqual(['1', '5']);
    read.clear();
    const january = await ask(again, '2027-01');
    expect([...read]).toEqual(['4', '5']);
    // January tells more of a visit of December.
    read.clear();
    const december = await ask(again, '2026-12');
    expect([...read]).toEqual(['2', '3', '4']);
    expect(
      (
        await readSummaries(files, '/data', await readOutlines(files, '/data/journal'), '2026-11')
      ).map(({ segments, summary }) => ({ segments, summary })),
    ).toEqual([
      { segments: [1], summary: { moved: [], months: ['2026-11'], late: [] } },
      { segments: [2, 3], summary: { moved: [], months: ['2026-12'], late: [] } },
      { segments: [4], summary: { moved: [], months: ['2027-01'], late: [december[1]?.code] } },
      {
        segments: [5],
        summary: { moved: [], months: ['2027-02'], late: [january[0]?.code, first[0]?.code] },
      },
    ]);
  });

  test.each([
    ['empty', ''],
    ['torn', '{"format":1,"chap'],
    ['of a newer format', '{"format":2}'],
    ['of another journal', '{"format":1,"chapters":{}}'],
  ])('makes summaries anew where they are %s', async (_, text) => {
    const sound = await filled();
    const rows = await ask(sound, '2026-11');
    const files = await filled(new Map([[summaries, Buffer.from(text)]]));
    expect(await ask(files, '2026-11')).toEqual(rows);
    expect(files.textOf(summaries)).toBe(sound.textOf(summaries));
  });

  test('answers also where nothing can be written', async () => {
    const sound = await filled();
    const rows = await ask(sound, '2026-12');
    const files = await filled();
    files.onCall = () => {
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    };
    expect(await ask(files, '2026-12')).toEqual(rows);
  });
});
