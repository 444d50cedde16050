import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../shared/base/ids.ts';
import type { StampedFact } from '../../../shared/facts/facts.ts';
import { Unflushed, type Files } from '../../../main/ports.ts';
import { officeMonth } from '../../../shared/base/office-time.ts';
import {
  openJournal,
  type GoOn,
  type OpenedJournal,
} from '../../../main/storage/journal/journal.ts';
import { chaptersOf } from '../../../main/storage/journal/chapters.ts';
import {
  readFacts,
  readOutlines,
  type JournalReading,
} from '../../../main/storage/journal/read-journal.ts';
import type { ReadingPoint } from '../../../main/storage/journal/findings.ts';
import { verify } from '../../../main/storage/verify/verify.ts';
import { makeMemoryFiles, type MemoryFiles } from '../../adapters/memory-files.ts';
import { monday } from '../../office.ts';
import { identity } from './segments.ts';

const fact = (seq: number, at = monday): StampedFact =>
  ({
    type: 'sign-in.accepted',
    visit: null,
    data: { staff: `petugas-${seq}` },
    seq,
    at,
    run: 'run-1' as RunId,
    mono: seq,
    actor: { kind: 'system' },
    command: null,
    more: 0,
  }) as unknown as StampedFact;
const goOn = (reading: JournalReading, isTrusted: boolean, at: number): GoOn => ({
  reading,
  isTrusted,
  due: reading.due,
  lastSegment: reading.lastSegment,
  month: officeMonth(at, 'WIB'),
  identity,
});
/** Facts go in the month of the last of them, as the recorder sees to. */
const byMonthOfFacts = (journal: OpenedJournal) => ({
  ...journal,
  append: (facts: readonly StampedFact[]) =>
    journal.append(facts, officeMonth(facts.at(-1)?.at ?? 0, 'WIB')),
});
/** Opens a journal and keeps the facts that count. */
const open = async (files: Files, at = monday, from: ReadingPoint | null = null) => {
  const facts: StampedFact[] = [];
  const reading = await readFacts(
    files,
    '/data/journal',
    { from },
    (each) => void facts.push(each),
  );
  const journal = await openJournal(files, '/data/journal', goOn(reading, from !== null, at));
  return { ...byMonthOfFacts(journal), facts, findings: reading.findings };
};
const first = '/data/journal/000001.jsonl';

const written = async (count: number, files = makeMemoryFiles()): Promise<MemoryFiles> => {
  const journal = await open(files);
  for (let seq = 1; seq <= count; seq += 1) await journal.append([fact(seq)]);
  await journal.close();
  return files;
};
const withContent = async (files: MemoryFiles, path: string, bytes: Buffer): Promise<void> => {
  await files.remove(path);
  const file = await files.create(path);
  await file.write(bytes);
  await file.sync();
  await files.syncFolder('/data/journal');
};
/** The same files for another program to open. */
const makeCopy = (files: MemoryFiles): MemoryFiles => ({
  ...makeMemoryFiles(),
  ...files,
  create: makeMemoryFiles().create,
  openToAppend: async () => ({
    write: async (bytes) => bytes.length,
    sync: async () => undefined,
    close: async () => undefined,
  }),
});
const seqs = (facts: readonly StampedFact[]): readonly number[] => facts.map(({ seq }) => seq);

describe('the journal', () => {
  test('gives back what was appended, and chains on behind it', async () => {
    const files = await written(3);
    const again = await open(files);
    expect(seqs(again.facts)).toEqual([1, 2, 3]);
    expect(again.facts[0]).toEqual(fact(1));
    await again.append([fact(4), fact(5)]);
    await again.close();
    expect(await verify(files, '/data')).toMatchObject({
      lines: 5,
      findings: [],
      head: { seq: 5 },
    });
  });

  test('after a clean end goes on in the same segment; after any other writes what it read into a new one', async () => {
    const files = makeMemoryFiles();
    const journal = await open(files);
    await journal.append([fact(1)]);
    const point = journal.head();
    await journal.close();
    await (await open(files, monday, point)).close();
    expect(await files.list('/data/journal')).toEqual(['000001.jsonl']);
    const unclean = await open(files);
    await unclean.append([fact(2)]);
    await unclean.close();
    expect(await files.list('/data/journal')).toEqual(['000001.jsonl', '000002.jsonl']);
    expect(files.textOf('/data/journal/000002.jsonl').split('\n')[1]).toBe(
      files.textOf(first).split('\n')[1],
    );
    expect(await verify(files, '/data')).toMatchObject({ lines: 2, findings: [] });
  });

  test('answers no append before its flush, and flushes the names of new files', async () => {
    const files = makeMemoryFiles();
    const journal = await open(files);
    expect(files.calls.map(({ call }) => call)).toEqual([
      'sync-folder',
      'create',
      'write',
      'sync',
      'sync-folder',
    ]);
    const before = files.calls.length;
    await journal.append([fact(1), fact(2)]);
    expect(files.calls.slice(before).map(({ call }) => call)).toEqual(['write', 'sync']);
    files.cutPower();
    expect(seqs((await open(files)).facts)).toEqual([1, 2]);
  });

  test('begins a new segment for each month, also where a clock that was wrong comes back', async () => {
    const files = makeMemoryFiles();
    const journal = await open(files);
    const december = Date.parse('2026-11-30T17:00:00Z');
    await journal.append([fact(1)]);
    await journal.append([fact(2, december)]);
    await journal.append([fact(3, monday)]);
    expect(await files.list('/data/journal')).toEqual([
      '000001.jsonl',
      '000002.jsonl',
      '000003.jsonl',
    ]);
    expect(files.textOf('/data/journal/000002.jsonl')).toContain(
      '"month":"2026-12","reason":"month"',
    );
    expect(chaptersOf(await readOutlines(files, '/data/journal'))).toMatchObject([
      { segments: [1], firstSeq: 1, month: '2026-11', closedBy: { segment: 2 } },
      { segments: [2], firstSeq: 2, month: '2026-12', closedBy: { segment: 3 } },
      { segments: [3], firstSeq: 3, month: '2026-11', closedBy: null },
    ]);
    expect(seqs((await open(files)).facts)).toEqual([1, 2, 3]);
  });

  test('begins a segment of its own where the last one has no line', async () => {
    const bare = makeMemoryFiles();
    await (await open(bare)).close();
    const reading = await readFacts(bare, '/data/journal', {}, () => undefined);
    const again = byMonthOfFacts(
      await openJournal(bare, '/data/journal', goOn(reading, true, monday)),
    );
    await again.append([fact(1)]);
    expect(seqs((await open(bare)).facts)).toEqual([1]);
  });

  test('takes nothing more once it is closed, and may be closed twice', async () => {
    const files = makeMemoryFiles();
    const journal = await open(files);
    await journal.close();
    await journal.close();
    await expect(journal.append([fact(1)])).rejects.toThrow(Unflushed);
    await expect(journal.append([fact(1)])).rejects.toMatchObject({
      message: 'The facts could not be flushed',
      cause: { message: 'The last flush failed; a new segment is needed' },
    });
    files.onCall = () => {
      throw new Error('ENOSPC');
    };
    await expect(journal.renew()).rejects.toMatchObject({
      message: 'A new segment could not be begun',
      cause: { message: 'ENOSPC' },
    });
  });

  test('starts at a checkpoint’s line and reads only what is behind it', async () => {
    const files = await written(3);
    const journal = await open(files);
    const point = journal.head();
    await journal.append([fact(4)]);
    await journal.close();
    const behind = await open(files, monday, point);
    expect(seqs(behind.facts)).toEqual([4]);
    expect(behind.findings).toEqual([]);
    await behind.append([fact(5)]);
    expect(seqs((await open(files)).facts)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a new segment', () => {
  const headerOf = (files: MemoryFiles, segment: number) =>
    JSON.parse(files.textOf(`/data/journal/00000${segment}.jsonl`).split('\n')[0] ?? '') as Record<
      string,
      unknown
    >;
  const hashOf = (files: MemoryFiles, segment: number, line: number) =>
    (
      JSON.parse(files.textOf(`/data/journal/00000${segment}.jsonl`).split('\n')[line] ?? '') as {
        readonly hash: string;
      }
    ).hash;

  test('says why it was begun, and goes on with the number and the hash of the last line', async () => {
    const files = await written(2);
    expect(headerOf(files, 1)).toMatchObject({
      segment: 1,
      month: '2026-11',
      reason: 'first',
      firstSeq: 1,
      through: 0,
    });
    await (await open(files)).close();
    expect(headerOf(files, 2)).toMatchObject({
      reason: 'unclean-end',
      firstSeq: 1,
      through: 2,
      prev: '0'.repeat(64),
    });
    await (await files.openToAppend('/data/journal/000002.jsonl')).write(Buffer.from('{"half'));
    await (await open(files)).close();
    expect(headerOf(files, 3)).toMatchObject({ reason: 'torn', firstSeq: 1, through: 2 });
    const whole = files.textOf('/data/journal/000003.jsonl');
    await withContent(
      files,
      '/data/journal/000003.jsonl',
      Buffer.from(whole.replace('petugas-2', 'petugas-9')),
    );
    await withContent(
      files,
      '/data/journal/000002.jsonl',
      Buffer.from(files.textOf('/data/journal/000002.jsonl').replace('petugas-2', 'petugas-9')),
    );
    await withContent(
      files,
      first,
      Buffer.from(files.textOf(first).replace('petugas-2', 'petugas-9')),
    );
    await (await open(files)).close();
    expect(headerOf(files, 4)).toMatchObject({
      reason: 'damaged',
      firstSeq: 1,
      through: 2,
      lost: [[2, 2]],
      prev: '0'.repeat(64),
    });
    expect(seqs((await open(files)).facts)).toEqual([1]);
  });

  test('holds copies of the lines on both sides of a damaged one, and says which is lost', async () => {
    const files = await written(4);
    await withContent(
      files,
      first,
      Buffer.from(files.textOf(first).replace('petugas-2', 'petugas-9')),
    );
    const journal = await open(files);
    expect(headerOf(files, 2)).toMatchObject({
      reason: 'damaged',
      firstSeq: 1,
      through: 4,
      lost: [[2, 2]],
    });
    await journal.append([fact(5)]);
    await journal.close();
    const again = await open(files);
    expect(seqs(again.facts)).toEqual([1, 3, 4, 5]);
    expect(again.findings).toHaveLength(1);
  });

  test('is begun for the month that it is, also when the clock was set back over it', async () => {
    const files = await written(1);
    const december = await open(files, Date.parse('2026-12-05T02:00:00Z'));
    await december.append([fact(2, Date.parse('2026-12-05T02:00:00Z'))]);
    await december.close();
    const back = await open(files, monday);
    await back.append([fact(3, monday)]);
    await back.close();
    expect(
      (await files.list('/data/journal')).map((_, at) => headerOf(files, at + 1)['month']),
    ).toEqual(['2026-11', '2026-12', '2026-11']);
  });

  test('can be read from any of its heads on', async () => {
    const files = await written(2);
    const journal = await open(files);
    for (const seq of [3, 4, 5]) {
      const point = journal.head();
      expect(point).toMatchObject({ seq: seq - 1, segment: 2, line: seq });
      await journal.append([fact(seq)]);
      expect(seqs((await open(makeCopy(files), monday, point)).facts)).toEqual([seq]);
      expect(point.hash).toBe(hashOf(files, 2, seq - 1));
    }
    const byMonth = await open(files);
    await byMonth.append([
      fact(6, Date.parse('2026-11-30T17:00:00Z')),
      fact(7, Date.parse('2026-11-30T17:00:01Z')),
    ]);
    expect(byMonth.head()).toMatchObject({ seq: 7, segment: 4, line: 3 });
    expect(headerOf(files, 4)).toMatchObject({
      reason: 'month',
      month: '2026-12',
      firstSeq: 6,
      through: 5,
    });
  });
});

describe('a failed flush', () => {
  test.each(['write', 'sync'] as const)(
    'at %s: nothing is acknowledged until a new segment, with the acknowledged tail in it',
    async (failing) => {
      const files = makeMemoryFiles();
      const journal = await open(files);
      await journal.append([fact(1)]);
      files.onCall = ({ call }) => {
        if (call === failing) throw new Error('EIO');
      };
      await expect(journal.append([fact(2)])).rejects.toBeInstanceOf(Unflushed);
      files.onCall = () => undefined;
      expect(journal.head()).toMatchObject({ seq: 1, segment: 1, offset: 0, line: 0 });
      await expect(journal.append([fact(2)])).rejects.toBeInstanceOf(Unflushed);
      await journal.renew();
      await journal.renew();
      expect(await files.list('/data/journal')).toEqual(['000001.jsonl', '000002.jsonl']);
      await journal.append([{ ...fact(2), mono: 99 }]);
      await journal.close();
      const again = await open(files);
      expect(seqs(again.facts)).toEqual([1, 2]);
      expect(again.facts[1]?.mono).toBe(99);
      expect(again.findings).toEqual([]);
      expect(files.textOf('/data/journal/000002.jsonl').split('\n')[1]).toBe(
        files.textOf(first).split('\n')[1],
      );
    },
  );

  test('a disk that takes half a line without an error is a failure too', async () => {
    const files = makeMemoryFiles();
    const journal = await open(files);
    await journal.append([fact(1)]);
    files.onCall = ({ call, bytes }) => (call === 'write' ? Math.floor(bytes / 2) : undefined);
    await expect(journal.append([fact(2)])).rejects.toBeInstanceOf(Unflushed);
    await expect(journal.renew()).rejects.toBeInstanceOf(Unflushed);
    files.onCall = () => undefined;
    await journal.renew();
    await journal.append([fact(2)]);
    const again = await open(files);
    expect(seqs(again.facts)).toEqual([1, 2]);
  });

  test('after many lines only the last 128 KiB stand in the new segment again, and nothing is missing', async () => {
    const files = makeMemoryFiles();
    const journal = await open(files);
    for (let seq = 1; seq <= 2_500; seq += 50)
      await journal.append(Array.from({ length: 50 }, (_, at) => fact(seq + at)));
    files.onCall = ({ call }) => {
      if (call === 'sync') throw new Error('EIO');
    };
    await expect(journal.append([fact(2_501)])).rejects.toBeInstanceOf(Unflushed);
    files.onCall = () => undefined;
    await journal.renew();
    await journal.append([fact(2_501)]);
    await journal.close();
    const copies = Buffer.byteLength(files.textOf('/data/journal/000002.jsonl'));
    expect(copies).toBeGreaterThan(128 * 1024);
    expect(copies).toBeLessThan(130 * 1024);
    const again = await open(files);
    expect(again.facts).toHaveLength(2_501);
    expect(again.findings).toEqual([]);
  });

  test('what the first segment lost of the acknowledged tail is found in the new one', async () => {
    const files = makeMemoryFiles();
    const journal = await open(files);
    for (const seq of [1, 2, 3]) await journal.append([fact(seq)]);
    files.onCall = ({ call }) => {
      if (call === 'sync') throw new Error('EIO');
    };
    await expect(journal.append([fact(4)])).rejects.toBeInstanceOf(Unflushed);
    files.onCall = () => undefined;
    await journal.renew();
    await journal.append([fact(4)]);
    await journal.close();
    const lines = files.textOf(first).split('\n');
    await withContent(
      files,
      first,
      Buffer.from(`${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 40)}`),
    );
    const again = await open(files);
    expect(seqs(again.facts)).toEqual([1, 2, 3, 4]);
  });
});

describe('at start', () => {
  test('every byte prefix of a journal opens, loses no whole line, and goes on', async () => {
    const whole = await written(4);
    const bytes = Buffer.from(whole.textOf(first));
    for (let length = 0; length < bytes.length; length += 1) {
      const files = makeMemoryFiles();
      await withContent(files, first, bytes.subarray(0, length));
      const journal = await open(files);
      const complete = Math.max(0, bytes.subarray(0, length).toString().split('\n').length - 2);
      expect(seqs(journal.facts), `prefix of ${length} bytes`).toEqual(
        [1, 2, 3, 4].slice(0, complete),
      );
      await journal.append([fact(complete + 1)]);
      await journal.close();
      expect(seqs((await open(files)).facts)).toEqual([1, 2, 3, 4].slice(0, complete + 1));
    }
  });

  test('every flipped bit is named, and every other line is kept', async () => {
    const whole = await written(3);
    const bytes = Buffer.from(whole.textOf(first));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const files = makeMemoryFiles();
      await withContent(files, first, flipped);
      const { findings, lines } = await verify(files, '/data');
      expect(findings.length, `bit ${bit}`).toBeGreaterThan(0);
      // A flipped newline costs no line, any other bit one at most.
      expect(lines, `bit ${bit}`).toBeGreaterThanOrEqual(2);
    }
  });

  test('a damaged line below what is known durable is named with its visit; later lines are kept', async () => {
    const files = await written(4);
    const lines = files.textOf(first).split('\n');
    lines[2] = lines[2]?.replace('petugas-2', 'petugas-9') ?? '';
    await withContent(files, first, Buffer.from(lines.join('\n')));
    const journal = await open(files);
    expect(seqs(journal.facts)).toEqual([1, 3, 4]);
    expect(journal.findings).toEqual([
      { kind: 'damaged', place: 'journal/000001.jsonl:3', visit: null },
    ]);
    await journal.append([fact(5)]);
    expect(seqs((await open(files)).facts)).toEqual([1, 3, 4, 5]);
  });

  test('a missing, a doubled and a swapped line are found', async () => {
    const original = (await written(4)).textOf(first).split('\n');
    const variants: readonly (readonly [string, readonly number[]])[] = [
      ['missing', [0, 1, 3, 4]],
      ['doubled', [0, 1, 2, 2, 3, 4]],
      ['swapped', [0, 1, 3, 2, 4]],
    ];
    for (const [name, order] of variants) {
      const files = makeMemoryFiles();
      await withContent(
        files,
        first,
        Buffer.from(`${order.map((at) => original[at]).join('\n')}\n`),
      );
      const { findings, lines } = await verify(files, '/data');
      expect(findings.length, name).toBeGreaterThan(0);
      expect(lines, name).toBe(new Set(order).size - 1);
      expect(seqs((await open(files)).facts), name).toEqual(
        [...new Set(order)].filter((at) => at > 0).sort((a, b) => a - b),
      );
    }
  });

  test('a line changed and hashed anew does not fit its neighbours', async () => {
    const files = await written(3);
    const other = makeMemoryFiles();
    const journal = await open(other);
    await journal.append([fact(1)]);
    await journal.append([{ ...fact(2), mono: 77 }]);
    const lines = files.textOf(first).split('\n');
    lines[2] = other.textOf(first).split('\n')[2] ?? '';
    await withContent(files, first, Buffer.from(lines.join('\n')));
    expect((await verify(files, '/data')).findings).toEqual([
      { kind: 'unchained', place: 'journal/000001.jsonl:4', visit: null },
    ]);
  });

  test('a segment whose beginning the power cut off is passed over; nothing before it is void', async () => {
    const files = await written(3);
    for (const torn of ['', '{"journal":"pendamping","format":1']) {
      await withContent(files, '/data/journal/000002.jsonl', Buffer.from(torn));
      const journal = await open(files);
      expect(seqs(journal.facts)).toEqual([1, 2, 3]);
      await journal.close();
      await files.remove('/data/journal/000003.jsonl');
    }
  });
});
