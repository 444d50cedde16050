import { describe, expect, test } from 'vitest';
import { genesis, sha256 } from '../../../main/storage/journal/hashed-line.ts';
import {
  encodeHeader,
  NewerFormat,
  readEntries,
  readHeader,
  segmentName,
  segmentNumber,
} from '../../../main/storage/journal/journal-format.ts';
import type { ReadingPoint } from '../../../main/storage/journal/findings.ts';
import {
  readFacts,
  readJournal,
  segmentNumbers,
} from '../../../main/storage/journal/read-journal.ts';
import {
  code,
  fact,
  flip,
  four,
  oneByOne,
  read,
  text,
  withFiles,
  write,
  identity,
} from './segments.ts';

describe('a journal without a flaw', () => {
  test('counts whole, and can be gone on with behind its last byte', async () => {
    const content = text(four);
    expect(await read({ 1: content })).toEqual({
      seqs: [1, 2, 3, 4],
      monos: [1, 2, 3, 4],
      findings: [],
      head: { seq: 4, hash: four.hashes[3] },
      due: 5,
      forkedOrdinal: 0,
      isFlawless: true,
      month: '2026-11',
      lastSegment: 1,
      end: { segment: 1, offset: Buffer.byteLength(content), line: 5 },
    });
  });

  test('may be empty, or only begun', async () => {
    expect(await read({})).toMatchObject({
      seqs: [],
      head: { seq: 0, hash: genesis },
      end: null,
      isFlawless: false,
      month: '',
      lastSegment: 0,
    });
    expect(await read({ 1: four.header })).toMatchObject({
      seqs: [],
      head: { seq: 0, hash: genesis },
      end: null,
      isFlawless: true,
      lastSegment: 1,
      findings: [],
    });
  });

  test('goes on in the next segment, and is read from a point on', async () => {
    const next = write(2, 5, four.hashes[3] ?? '', oneByOne(5, 6), {
      month: '2026-12',
      reason: 'month',
    });
    const files = { 1: text(four), 2: text(next) };
    expect(await read(files)).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6],
      findings: [],
      month: '2026-12',
      isFlawless: true,
    });
    const start = Buffer.byteLength(four.header + four.lines.slice(0, 2).join(''));
    const from: ReadingPoint = {
      seq: 2,
      hash: four.hashes[1] ?? '',
      segment: 1,
      offset: start,
      line: 3,
    };
    expect(await read(files, { from })).toMatchObject({ seqs: [3, 4, 5, 6], findings: [] });
    expect(await read({ 1: text(four, [0, 1]) }, { from })).toMatchObject({
      seqs: [],
      head: { seq: 2, hash: four.hashes[1] },
      end: from,
      isFlawless: true,
    });
    // What lies before the point is not read again, be it in its segment or before it.
    const spoiled = text(four).replace('"mono":1', '"mono":7');
    expect(await read({ ...files, 1: spoiled }, { from })).toMatchObject({
      seqs: [3, 4, 5, 6],
      findings: [],
    });
    const inNext: ReadingPoint = {
      seq: 5,
      hash: next.hashes[0] ?? '',
      segment: 2,
      offset: Buffer.byteLength(next.header + next.lines[0]),
      line: 2,
    };
    expect(await read({ ...files, 1: spoiled }, { from: inNext })).toMatchObject({
      seqs: [6],
      findings: [],
    });
    expect(await read(files, { until: { ...from, segment: 1 } })).toMatchObject({
      seqs: [1, 2],
      lastSegment: 1,
      findings: [],
    });
    expect(await read(files, { only: new Set([2]) })).toMatchObject({
      seqs: [5, 6],
      findings: [],
      head: { seq: 6 },
    });
    expect(await read(files, { only: new Set([1]) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [],
      head: { seq: 4 },
    });
    expect(await read(files, { only: new Set() })).toMatchObject({ seqs: [], findings: [] });
    // What the header behind them says of the end is judged too.
    expect(
      await read({ 1: text(four, [0, 1, 2]), 2: text(next) }, { only: new Set([1]) }),
    ).toMatchObject({ seqs: [1, 2, 3], findings: ['missing journal/000002.jsonl:1'] });
    // A journal that lost its first segment does not begin with its second.
    expect(await read({ 2: text(next) }, { only: new Set([2]) })).toMatchObject({
      seqs: [5, 6],
      findings: ['missing journal/000002.jsonl:1'],
    });
  });

  test('is read once; only where copies are promised a segment is looked through before', async () => {
    const second = write(2, 5, four.hashes[3] ?? '', oneByOne(5, 6), {
      month: '2026-12',
      reason: 'month',
    });
    const third =
      encodeHeader({
        ...identity,
        segment: 3,
        month: '2026-12',
        reason: 'unclean-end',
        firstSeq: 6,
        through: 6,
        prev: second.hashes[0] ?? '',
      }).line + second.lines[1];
    const files = await withFiles({ 1: text(four), 2: text(second), 3: third });
    const whole: string[] = [];
    const watched = {
      ...files,
      read: (path: string, from = 0, to?: number) => {
        if (from === 0 && to === undefined) whole.push(path.slice(-7, -6));
        return files.read(path, from, to);
      },
    };
    await readJournal(watched, '/j', {}, () => undefined);
    expect(whole.sort()).toEqual(['1', '2', '3', '3']);
    whole.splice(0);
    const from: ReadingPoint = {
      seq: 6,
      hash: second.hashes[1] ?? '',
      segment: 3,
      offset: Buffer.byteLength(third),
      line: 2,
    };
    expect(await readJournal(watched, '/j', { from }, () => undefined)).toMatchObject({
      head: { seq: 6 },
      isFlawless: true,
    });
    expect(whole).toEqual([]);
  });

  test('counts lines of format 1, which had no `more`', async () => {
    const { seq, at, run, mono, type, actor, visit, command, data } = fact(1);
    const { encodeLine } = await import('../../../main/storage/journal/hashed-line.ts');
    const header = encodeLine({
      journal: 'pendamping',
      format: 1,
      facts: 1,
      segment: 1,
      month: '2026-11',
      reason: 'first',
      firstSeq: 1,
      through: 0,
      prev: genesis,
    });
    const old = encodeLine({
      seq,
      at,
      run,
      mono,
      type,
      actor,
      visit,
      command,
      data,
      durable: 0,
      prev: genesis,
    });
    expect(await read({ 1: header.line + old.line })).toMatchObject({ seqs: [1], findings: [] });
  });
});

describe('a line that is not as it was written', () => {
  test('is a tear above all that is known flushed, where its end or a sector is missing; nobody was told of it', async () => {
    const half = four.lines[3]?.slice(0, 60) ?? '';
    expect(await read({ 1: text(four, [0, 1, 2]) + half })).toMatchObject({
      seqs: [1, 2, 3],
      findings: ['torn journal/000001.jsonl:5'],
      head: { seq: 3, hash: four.hashes[2] },
      isFlawless: false,
    });
    const zeros = flip(four.lines[3] ?? '', 'visit.called', '\0'.repeat(12));
    expect(await read({ 1: text(four, [0, 1, 2]) + zeros })).toMatchObject({
      seqs: [1, 2, 3],
      findings: ['torn journal/000001.jsonl:5'],
      head: { seq: 3 },
    });
    // What stands behind a tear in its segment was never flushed either.
    const batch = write(
      1,
      1,
      genesis,
      oneByOne(1, 4).map((each) => ({ ...each, durable: 0 })),
    );
    const lost = flip(batch.lines[1] ?? '', 'visit.called', '\0'.repeat(12));
    expect(
      await read({ 1: batch.header + batch.lines[0] + lost + batch.lines[2] + batch.lines[3] }),
    ).toMatchObject({ seqs: [1], findings: ['torn journal/000001.jsonl:3'] });
  });

  test('is damage otherwise, named with its visit; every other line counts and its number is used up', async () => {
    const changed = flip(four.lines[1] ?? '', 'visit.called', 'visit.culled');
    expect(
      await read({ 1: four.header + four.lines[0] + changed + four.lines[2] + four.lines[3] }),
    ).toMatchObject({
      seqs: [1, 3, 4],
      findings: [`damaged journal/000001.jsonl:3 ${code}`],
      head: { seq: 4 },
      isFlawless: false,
    });
    const last = flip(four.lines[3] ?? '', 'visit.called', 'visit.culled');
    expect(await read({ 1: text(four, [0, 1, 2]) + last })).toMatchObject({
      seqs: [1, 2, 3],
      findings: [`damaged journal/000001.jsonl:5 ${code}`],
      head: { seq: 3, hash: four.hashes[2] },
      due: 5,
    });
    // In the last flush of several, too.
    const batch = write(
      1,
      1,
      genesis,
      oneByOne(1, 3).map((each) => ({ ...each, durable: 0 })),
    );
    const middle = flip(batch.lines[1] ?? '', 'visit.called', 'visit.culled');
    expect(
      await read({ 1: batch.header + batch.lines[0] + middle + batch.lines[2] }),
    ).toMatchObject({ seqs: [1, 3], findings: [`damaged journal/000001.jsonl:3 ${code}`] });
    // A lost sector below what is known flushed: by a later line, or by a checkpoint.
    const zeros = flip(four.lines[1] ?? '', 'visit.called', '\0'.repeat(12));
    expect(
      await read({ 1: four.header + four.lines[0] + zeros + four.lines[2] + four.lines[3] }),
    ).toMatchObject({ seqs: [1, 3, 4], findings: [`damaged journal/000001.jsonl:3 ${code}`] });
    expect(await read({ 1: text(four, [0]) + zeros }, { durable: 2 })).toMatchObject({
      seqs: [1],
      findings: [`damaged journal/000001.jsonl:3 ${code}`],
      head: { seq: 1 },
      due: 3,
    });
    expect(await read({ 1: text(four, [0]) + zeros }, { durable: 1 })).toMatchObject({
      seqs: [1],
      findings: ['torn journal/000001.jsonl:3'],
    });
  });

  test('costs no other line when it is only a newline', async () => {
    const whole = text(four);
    const second = Buffer.from(whole);
    second[Buffer.byteLength(four.header + four.lines[0] + four.lines[1]) - 1] = 11;
    expect(await read({ 1: second })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [`damaged journal/000001.jsonl:3 ${code}`],
      isFlawless: false,
    });
    const last = Buffer.from(whole);
    last[last.length - 1] = 11;
    expect(await read({ 1: last })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [`damaged journal/000001.jsonl:5 ${code}`],
    });
    last[last.length - 1] = 0;
    expect(await read({ 1: last })).toMatchObject({
      seqs: [1, 2, 3],
      findings: ['torn journal/000001.jsonl:5'],
    });
    expect(await read({ 1: whole.slice(0, -1) })).toMatchObject({
      seqs: [1, 2, 3],
      findings: ['torn journal/000001.jsonl:5'],
    });
  });

  test('that became two by a stray newline is damage twice and loses one number', async () => {
    const split = flip(four.lines[1] ?? '', 'visit.called', 'visit\ncalled');
    expect(
      await read({ 1: four.header + four.lines[0] + split + four.lines[2] + four.lines[3] }),
    ).toMatchObject({
      seqs: [1, 3, 4],
      findings: ['damaged journal/000001.jsonl:3', `damaged journal/000001.jsonl:4 ${code}`],
    });
  });
});

describe('lines in the wrong place', () => {
  test('are named, and every one of them counts in its order', async () => {
    expect(await read({ 1: text(four, [0, 2, 1, 3]) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [`misplaced journal/000001.jsonl:4 ${code}`],
    });
    expect(await read({ 1: text(four, [0, 1, 1, 2, 3]) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [`misplaced journal/000001.jsonl:4 ${code}`],
    });
    expect(await read({ 1: text(four, [3, 2, 1, 0]) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [4, 3, 2].map((_, at) => `misplaced journal/000001.jsonl:${3 + at} ${code}`),
    });
  });

  test('or not there at all are missed; a line from elsewhere does not chain', async () => {
    expect(await read({ 1: text(four, [0, 3]) })).toMatchObject({
      seqs: [1, 4],
      findings: ['missing journal/000001.jsonl:3'],
      head: { seq: 4 },
    });
    expect(await read({ 1: text(four, [1, 2, 3]) })).toMatchObject({
      seqs: [2, 3, 4],
      findings: ['missing journal/000001.jsonl:2'],
    });
    const other = write(1, 1, genesis, [
      { fact: fact(1), durable: 0 },
      { fact: fact(2, 0, 77), durable: 1 },
    ]);
    expect(
      await read({
        1: four.header + four.lines[0] + other.lines[1] + four.lines[2] + four.lines[3],
      }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4],
      monos: [1, 77, 3, 4],
      findings: ['unchained journal/000001.jsonl:4'],
    });
    // The first of two different lines with one number counts.
    expect(await read({ 1: text(four, [0, 1]) + other.lines[1] })).toMatchObject({
      monos: [1, 2],
      findings: [`misplaced journal/000001.jsonl:4 ${code}`],
    });
  });

  test('a segment that is gone is missed, also where the next one is empty', async () => {
    const next = write(3, 7, 'f'.repeat(64), oneByOne(7, 8), { reason: 'month' });
    expect(await read({ 1: text(four), 3: text(next) })).toMatchObject({
      seqs: [1, 2, 3, 4, 7, 8],
      findings: ['missing journal/000003.jsonl:1'],
      head: { seq: 8 },
    });
    expect(await read({ 1: text(four), 3: next.header })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['missing journal/000003.jsonl:1'],
      head: { seq: 4 },
      due: 7,
    });
    const foreign = write(2, 5, 'f'.repeat(64), [], { reason: 'month' });
    expect(await read({ 1: text(four), 2: foreign.header })).toMatchObject({
      findings: ['unchained journal/000002.jsonl:1'],
    });
  });
});

describe('a command of several facts', () => {
  const three = write(1, 1, genesis, [
    { fact: fact(1), durable: 0 },
    { fact: fact(2, 1), durable: 1 },
    { fact: fact(3), durable: 1 },
  ]);

  test('counts to its end or not at all', async () => {
    expect(await read({ 1: text(three) })).toMatchObject({ seqs: [1, 2, 3], findings: [] });
    expect(await read({ 1: text(three, [0, 1]) })).toMatchObject({
      seqs: [1],
      head: { seq: 1, hash: three.hashes[0] },
      findings: ['torn journal/000001.jsonl:3'],
      isFlawless: false,
    });
    expect(await read({ 1: text(three, [0, 1]) + three.lines[2]?.slice(0, 50) })).toMatchObject({
      seqs: [1],
      findings: ['torn journal/000001.jsonl:4', 'torn journal/000001.jsonl:3'],
    });
  });

  test('whose end is damaged keeps what there is of it', async () => {
    const changed = flip(three.lines[2] ?? '', 'visit.called', 'visit.culled');
    expect(await read({ 1: text(three, [0, 1]) + changed })).toMatchObject({
      seqs: [1, 2],
      findings: [`damaged journal/000001.jsonl:4 ${code}`],
      head: { seq: 2, hash: three.hashes[1] },
      due: 4,
    });
    expect(await read({ 1: text(three, [0, 1]) }, { durable: 2 })).toMatchObject({
      seqs: [1, 2],
      findings: [],
    });
    const after = write(1, 4, three.hashes[2] ?? '', [{ fact: fact(4), durable: 3 }]);
    expect(await read({ 1: text(three, [0, 1]) + changed + after.lines[0] })).toMatchObject({
      seqs: [1, 2, 4],
      findings: [`damaged journal/000001.jsonl:4 ${code}`],
    });
  });
});

test('a command whose end never came is not kept open for the next one', async () => {
  const cut = write(1, 1, genesis, [
    { fact: fact(1), durable: 0 },
    { fact: fact(2, 1), durable: 1 },
    { fact: fact(3), durable: 1 },
    { fact: fact(4, 1), durable: 3 },
  ]);
  const changed = flip(cut.lines[2] ?? '', 'visit.called', 'visit.culled');
  expect(
    await read({ 1: cut.header + cut.lines[0] + cut.lines[1] + changed + cut.lines[3] }),
  ).toMatchObject({
    seqs: [1, 2],
    findings: [`damaged journal/000001.jsonl:4 ${code}`, 'torn journal/000001.jsonl:5'],
  });
});

describe('several faults at once', () => {
  const eight = write(1, 1, genesis, oneByOne(1, 8));
  const bad = (at: number): string => flip(eight.lines[at] ?? '', 'visit.called', 'visit.culled');
  const line = (at: number): string => eight.lines[at] ?? '';

  test('are each named at their place; each damaged line uses up one number, and no more', async () => {
    expect(
      await read({
        1:
          eight.header + line(0) + bad(1) + bad(2) + line(3) + line(4) + bad(5) + line(6) + line(7),
      }),
    ).toMatchObject({
      seqs: [1, 4, 5, 7, 8],
      findings: [3, 4, 7].map((at) => `damaged journal/000001.jsonl:${at} ${code}`),
    });
    // Two numbers are gone where one line is damaged: one is missing.
    expect(await read({ 1: eight.header + line(0) + bad(1) + line(3) })).toMatchObject({
      seqs: [1, 4],
      findings: [`damaged journal/000001.jsonl:3 ${code}`, 'missing journal/000001.jsonl:4'],
    });
    expect(await read({ 1: eight.header + line(0) + bad(1) + bad(2) })).toMatchObject({
      seqs: [1],
      head: { seq: 1 },
      due: 4,
    });
    // Misplaced behind damage.
    expect(
      await read({ 1: eight.header + line(0) + bad(1) + line(3) + line(2) + line(4) }),
    ).toMatchObject({
      seqs: [1, 3, 4, 5],
      findings: [
        `damaged journal/000001.jsonl:3 ${code}`,
        `misplaced journal/000001.jsonl:5 ${code}`,
      ],
    });
  });

  test('behind a point are told by their line in the file', async () => {
    const start = Buffer.byteLength(eight.header + line(0) + line(1));
    const from: ReadingPoint = {
      seq: 2,
      hash: eight.hashes[1] ?? '',
      segment: 1,
      offset: start,
      line: 3,
    };
    const after = eight.header + line(0) + line(1);
    expect(await read({ 1: after + bad(2) + line(3) }, { from })).toMatchObject({
      seqs: [4],
      findings: [`damaged journal/000001.jsonl:4 ${code}`],
      end: { line: 5 },
    });
    expect(await read({ 1: after + bad(2) }, { from })).toMatchObject({
      seqs: [],
      head: { seq: 2 },
      due: 4,
      findings: [`damaged journal/000001.jsonl:4 ${code}`],
    });
    expect(await read({ 1: after + line(3) }, { from })).toMatchObject({
      seqs: [4],
      findings: ['missing journal/000001.jsonl:4'],
    });
    expect(await read({ 1: after + line(2).slice(0, 30) }, { from })).toMatchObject({
      seqs: [],
      head: { seq: 2 },
      findings: ['torn journal/000001.jsonl:4'],
    });
    // What stands before the point is not looked at.
    expect(
      await read(
        { 1: eight.header + bad(0).replace('culled', 'called') + line(1) + line(2) },
        { from },
      ),
    ).toMatchObject({ seqs: [3], findings: [] });
  });

  test('a damaged end of a segment, and the next one chained to nothing', async () => {
    const next = write(2, 4, '', oneByOne(4, 5), { reason: 'damaged' });
    const second = text(next);
    expect(await read({ 1: eight.header + line(0) + line(1) + bad(2), 2: second })).toMatchObject({
      seqs: [1, 2, 4, 5],
      findings: [`damaged journal/000001.jsonl:4 ${code}`],
      isFlawless: true,
    });
    // Were there no damaged line, one would be missing.
    expect(await read({ 1: eight.header + line(0) + line(1), 2: second })).toMatchObject({
      seqs: [1, 2, 4, 5],
      findings: ['missing journal/000002.jsonl:1'],
    });
    // Nor does it join a line that stands there whole.
    expect(await read({ 1: eight.header + line(0) + line(1) + line(2), 2: second })).toMatchObject({
      seqs: [1, 2, 3, 4, 5],
      findings: ['unchained journal/000002.jsonl:2'],
    });
  });

  test('a header that is lost costs none of the lines behind it, and a damaged first one is named beside it', async () => {
    expect(
      await read({ 1: flip(eight.header, 'first', 'firsT') + bad(0) + line(1) + line(2) }),
    ).toMatchObject({
      seqs: [2, 3],
      findings: ['damaged journal/000001.jsonl:1', `damaged journal/000001.jsonl:2 ${code}`],
      isFlawless: false,
    });
    expect(await read({ 1: flip(eight.header, 'first', 'firsT') })).toMatchObject({
      seqs: [],
      findings: ['damaged journal/000001.jsonl:1'],
      isFlawless: false,
    });
    expect(await read({ 1: eight.header.slice(0, -1) })).toMatchObject({
      seqs: [],
      findings: ['torn journal/000001.jsonl:1'],
    });
  });

  test('of several segments with copies the last word holds', async () => {
    const begun = (segment: number, from: number, to: number, prev: string): string =>
      encodeHeader({
        ...identity,
        segment,
        month: '2026-11',
        reason: 'failed-flush',
        firstSeq: from,
        through: to,
        prev,
      }).line + eight.lines.slice(from - 1, to).join('');
    const at = (seq: number): string => eight.hashes[seq - 1] ?? '';
    const refused = write(1, 5, at(4), [{ fact: fact(5, 0, 55), durable: 4 }]);
    const again = write(2, 6, at(5), [{ fact: fact(6, 0, 66), durable: 5 }]);
    const files = {
      1: eight.header + eight.lines.slice(0, 4).join('') + refused.lines[0],
      2: begun(2, 3, 4, at(2)) + line(4) + again.lines[0],
      3: begun(3, 2, 5, at(1)) + line(5) + line(6),
    };
    expect(await read(files)).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6, 7],
      monos: [1, 2, 3, 4, 5, 6, 7],
      findings: [],
      isFlawless: true,
      end: { segment: 3, line: 7 },
    });
    // A bad line that is void by then is a tear, and what stands behind it in its segment is looked at still.
    expect(
      await read({
        ...files,
        1: eight.header + line(0) + bad(1) + line(2) + line(3) + refused.lines[0],
      }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6, 7],
      findings: [`torn journal/000001.jsonl:3 ${code}`],
    });
    expect(await read({ ...files, 3: files[3].replace(line(2), bad(2)) })).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6, 7],
      findings: [`damaged journal/000003.jsonl:3 ${code}`],
    });
  });

  test('a command that is broken in its middle keeps what there is, where later lines show that it was flushed', async () => {
    const broken = write(1, 1, genesis, [
      { fact: fact(1, 2), durable: 0 },
      { fact: fact(2, 1), durable: 0 },
      { fact: fact(3), durable: 0 },
      { fact: fact(4), durable: 3 },
    ]);
    expect(await read({ 1: text(broken, [0, 1, 3]) })).toMatchObject({
      seqs: [1, 2, 4],
      findings: ['missing journal/000001.jsonl:4'],
    });
    expect(await read({ 1: text(broken, [0, 2, 3]) })).toMatchObject({
      seqs: [1, 3, 4],
      findings: ['missing journal/000001.jsonl:3'],
    });
    expect(await read({ 1: text(broken, [0, 1]) })).toMatchObject({
      seqs: [],
      head: { seq: 0, hash: genesis },
      findings: ['torn journal/000001.jsonl:2'],
    });
    const next = write(2, 3, broken.hashes[1] ?? '', [{ fact: fact(3, 0, 33), durable: 2 }], {
      reason: 'month',
    });
    expect(await read({ 1: text(broken, [0, 1]), 2: text(next) })).toMatchObject({
      seqs: [1, 2, 3],
      findings: [],
    });
  });
});

describe('what is read of a file', () => {
  test('is its segments by their names; others are passed over', async () => {
    const files = await withFiles({ 1: '' });
    for (const name of ['1.jsonl', '000002.json', 'x000003.jsonl', '000004.jsonl.new'])
      await (await files.create(`/j/${name}`)).close();
    expect(await segmentNumbers(files, '/j')).toEqual([1]);
    expect([segmentName(7), segmentNumber('000007.jsonl'), segmentNumber('7.jsonl')]).toEqual([
      '000007.jsonl',
      7,
      null,
    ]);
  });

  test('is nothing of a later version', async () => {
    const { encodeLine } = await import('../../../main/storage/journal/hashed-line.ts');
    for (const version of [
      { format: 4, facts: 1 },
      { format: 1, facts: 99 },
    ]) {
      await expect(
        read({ 1: encodeLine({ journal: 'pendamping', ...version }).line }),
      ).rejects.toBeInstanceOf(NewerFormat);
    }
    expect(
      readHeader(Buffer.from(encodeLine({ journal: 'another', format: 9, facts: 9 }).line)),
    ).toBeNull();
    expect(readHeader(Buffer.from('{}'))).toBeNull();
    expect(readHeader(Buffer.from(four.header))?.end).toBe(four.header.length);
  });

  test('is a line with its place in the file and in the chain', () => {
    const [line] = [...readEntries(Buffer.from(four.lines[1] ?? ''), 100, 9)];
    expect(line).toMatchObject({
      kind: 'line',
      at: 9,
      end: 100 + (four.lines[1]?.length ?? 0),
      seq: 2,
      more: 0,
      durable: 1,
      prev: four.hashes[0],
      hash: four.hashes[1],
    });
  });

  test('begins with its number, and a header is one of a month', async () => {
    const { encodeLine } = await import('../../../main/storage/journal/hashed-line.ts');
    const within = encodeLine({ a: { seq: 5, more: 0 }, more: 0, durable: 0, prev: genesis }).line;
    expect([...readEntries(Buffer.from(within), 0, 1)].map(({ kind }) => kind)).toEqual(['bad']);
    for (const month of ['x2026-11', '2026-11x', '2026-1', '26-11']) {
      const header = encodeLine({
        journal: 'pendamping',
        format: 2,
        facts: 2,
        segment: 1,
        month,
        reason: 'first',
        firstSeq: 1,
        through: 0,
        prev: genesis,
      }).line;
      expect(readHeader(Buffer.from(header)), month).toBeNull();
    }
  });

  test('that is no fact this program knows is damage for who reads facts', async () => {
    const { encodeLine } = await import('../../../main/storage/journal/hashed-line.ts');
    const strange = (fields: object) =>
      encodeLine({
        seq: 1,
        at: 5,
        run: 'r',
        mono: 1,
        type: 'visit.called',
        actor: { kind: 'system' },
        visit: code,
        command: null,
        data: {},
        more: 0,
        durable: 0,
        prev: genesis,
        ...fields,
      }).line;
    const taken: number[] = [];
    const readOne = async (line: string) =>
      readFacts(
        await withFiles({ 1: four.header + line }),
        '/j',
        {},
        ({ seq }) => void taken.push(seq),
      );
    expect((await readOne(strange({}))).findings).toEqual([]);
    expect(taken).toEqual([1]);
    for (const fields of [
      { type: 'visit.sold' },
      { at: 'noon' },
      { run: 1 },
      { mono: '1' },
      { command: 1 },
      { actor: { kind: 'nobody' } },
      { data: { extra: 1 } },
      { visit: null },
    ]) {
      expect((await readOne(strange(fields))).findings, JSON.stringify(fields)).toEqual([
        {
          kind: 'damaged',
          place: 'journal/000001.jsonl:2',
          visit: fields.visit === null ? null : code,
        },
      ]);
    }
    expect(taken).toEqual([1]);
    const body = `{"seq":1,"at":5,"data":{,"more":0,"durable":0,"prev":"${genesis}"`;
    expect((await readOne(`${body},"hash":"${sha256(body)}"}\n`)).findings[0]?.kind).toBe(
      'damaged',
    );
    for (const fields of [{ more: 'x' }, { durable: 'x' }, { prev: undefined }])
      expect((await readOne(strange(fields))).findings[0]?.kind, JSON.stringify(fields)).toBe(
        'damaged',
      );
  });
});
