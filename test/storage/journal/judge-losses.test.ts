import { describe, expect, test } from 'vitest';
import { encodeLine, genesis } from '../../../main/storage/journal/hashed-line.ts';
import { encodeFact, encodeHeader } from '../../../main/storage/journal/journal-format.ts';
import { isVoid } from '../../../main/storage/journal/outlines.ts';
import { code, fact, flip, four, oneByOne, read, text, write, identity } from './segments.ts';

const eight = write(1, 1, genesis, oneByOne(1, 8));
const line = (at: number): string => eight.lines[at] ?? '';
const bad = (at: number): string => flip(line(at), 'visit.called', 'visit.culled');
const zeros = (at: number): string => flip(line(at), 'visit.called', '\0'.repeat(12));
const header = (given: Partial<Parameters<typeof encodeHeader>[0]>): string =>
  encodeHeader({
    ...identity,
    segment: 2,
    month: '2026-11',
    reason: 'damaged',
    firstSeq: 5,
    through: 4,
    prev: eight.hashes[3] ?? '',
    ...given,
  }).line;

describe('a segment begun behind damage', () => {
  const copies =
    header({
      firstSeq: 2,
      through: 5,
      lost: [
        [3, 3],
        [5, 5],
      ],
      prev: eight.hashes[0] ?? '',
    }) +
    line(1) +
    line(3);
  const sixth = encodeFact(fact(6), 5, '').line;

  test('says which numbers are lost: they are damage where they stand, for good, and the next line has the next number', async () => {
    const before = eight.header + line(0) + line(1) + bad(2) + line(3) + bad(4);
    expect(await read({ 1: before, 2: copies + sixth })).toMatchObject({
      seqs: [1, 2, 4, 6],
      findings: [
        `damaged journal/000001.jsonl:4 ${code}`,
        `damaged journal/000001.jsonl:6 ${code}`,
      ],
      head: { seq: 6 },
      due: 7,
      isFlawless: true,
    });
    // Also with nothing behind its copies, and a lost number is no tear though it looks like one.
    expect(await read({ 1: before, 2: copies })).toMatchObject({
      seqs: [1, 2, 4],
      head: { seq: 4 },
      due: 6,
    });
    expect(
      await read({
        1: eight.header + line(0) + line(1) + zeros(2) + line(3) + zeros(4),
        2: copies + sixth,
      }),
    ).toMatchObject({
      seqs: [1, 2, 4, 6],
      findings: [
        `damaged journal/000001.jsonl:4 ${code}`,
        `damaged journal/000001.jsonl:6 ${code}`,
      ],
    });
  });

  test('still says so when the damaged lines are gone as well', async () => {
    expect(await read({ 1: eight.header + line(0), 2: copies + sixth })).toMatchObject({
      seqs: [1, 2, 4, 6],
      findings: ['missing journal/000002.jsonl:3', 'missing journal/000002.jsonl:4'],
      due: 7,
    });
    expect(await read({ 2: header({ firstSeq: 9, through: 8, prev: '' }) })).toMatchObject({
      seqs: [],
      findings: ['missing journal/000002.jsonl:1'],
      due: 9,
      head: { seq: 0, hash: genesis },
    });
    expect(
      await read({
        1: text(four),
        2:
          header({ firstSeq: 2, through: 9, lost: [[5, 9]], prev: eight.hashes[0] ?? '' }) +
          line(1) +
          line(2) +
          line(3),
      }),
    ).toMatchObject({ seqs: [1, 2, 3, 4], findings: ['missing journal/000002.jsonl:1'], due: 10 });
  });

  test('counts with a damaged copy though nothing stands behind it, and not where a copy was cut', async () => {
    const promised = header({ firstSeq: 3, through: 4, prev: eight.hashes[1] ?? '' });
    expect(await read({ 1: text(four), 2: promised + bad(2) + line(3) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [`damaged journal/000002.jsonl:2 ${code}`],
      due: 5,
    });
    expect(await read({ 1: text(four), 2: promised + zeros(2) + line(3) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['torn journal/000002.jsonl:1'],
    });
    // A line behind the copies was written, be it damaged: its number is used up.
    const behind = flip(line(4), 'visit.called', 'visit.culled');
    expect(await read({ 1: text(four), 2: promised + bad(2) + line(3) + behind })).toMatchObject({
      seqs: [1, 2, 3, 4],
      due: 6,
    });
  });
});

describe('a segment that lacks some of its copies', () => {
  test('counts where a line stands above them all the same, since somebody went on in it', async () => {
    expect(
      await read({
        1: text(four),
        2: header({ firstSeq: 2, through: 4, prev: eight.hashes[0] ?? '' }) + line(1) + line(4),
      }),
    ).toMatchObject({ seqs: [1, 2, 3, 4, 5], due: 6, head: { seq: 5 } });
  });

  test('and one whose header was never flushed has tears in it, though a line that counts stands behind them', async () => {
    const torn = '\0'.repeat(80) + '\n' + zeros(3) + line(4);
    expect(await read({ 1: text(four), 2: torn })).toMatchObject({
      seqs: [1, 2, 3, 4, 5],
      findings: ['torn journal/000002.jsonl:1', 'torn journal/000002.jsonl:2'],
      due: 6,
    });
  });

  test('no segment says anything about a line of one that is not there', () => {
    expect(isVoid([], { seq: 5, segment: 1 })).toBe(false);
  });
});

describe('what a later segment vouches for', () => {
  test('is damage where it is gone, also when it looks like a write that never ended', async () => {
    const december =
      header({ month: '2026-12', reason: 'month' }) +
      encodeFact(fact(5), 4, eight.hashes[3] ?? '').line;
    for (const last of [zeros(3), line(3).slice(0, 70)]) {
      expect(
        await read({ 1: eight.header + line(0) + line(1) + line(2) + last, 2: december }),
      ).toMatchObject({
        seqs: [1, 2, 3, 5],
        findings: [expect.stringContaining('damaged journal/000001.jsonl:5')],
      });
    }
  });

  test('and what a second program wrote beside it is named line by line, since people were told of it', async () => {
    const own = header({}) + encodeFact(fact(5, 0, 55), 4, eight.hashes[3] ?? '').line;
    expect(await read({ 1: text(eight, [0, 1, 2, 3, 4, 5]), 2: own })).toMatchObject({
      seqs: [1, 2, 3, 4, 5],
      monos: [1, 2, 3, 4, 55],
      findings: [`forked journal/000001.jsonl:6 ${code}`, `forked journal/000001.jsonl:7 ${code}`],
      due: 7,
    });
    // A damaged one among them too. The numbers that it used are not used again.
    expect(
      await read({ 1: text(eight, [0, 1, 2, 3, 4]) + bad(5) + line(6) + line(7), 2: own }),
    ).toMatchObject({
      findings: [6, 7, 8, 9].map((at) => `forked journal/000001.jsonl:${at} ${code}`),
      due: 9,
    });
  });

  test('is one line: another with its number is named', async () => {
    const other = encodeFact(fact(4, 0, 44), 3, eight.hashes[2] ?? '').line;
    expect(
      await read({
        1: text(four),
        2: header({ firstSeq: 4, through: 4, prev: eight.hashes[2] ?? '' }) + other,
      }),
    ).toMatchObject({ monos: [1, 2, 3, 44], findings: [`forked journal/000001.jsonl:5 ${code}`] });
    // Of two in one segment the one counts that is chained.
    const foreign = encodeFact(fact(3, 0, 33), 2, 'f'.repeat(64)).line;
    expect(
      await read({ 1: eight.header + line(0) + bad(1) + line(1) + foreign + line(2) }),
    ).toMatchObject({
      monos: [1, 2, 3],
      findings: [
        `damaged journal/000001.jsonl:3 ${code}`,
        `misplaced journal/000001.jsonl:5 ${code}`,
      ],
    });
  });
});

describe('a forged header', () => {
  test.each([
    { through: Number.MAX_SAFE_INTEGER - 1 },
    { firstSeq: 1, through: Number.MAX_SAFE_INTEGER - 1 },
    { lost: [[0, Number.MAX_SAFE_INTEGER]] as [number, number][] },
    {
      firstSeq: 3,
      through: 4,
      lost: [
        [9, 2],
        [3, 3],
        [3, 4],
      ] as [number, number][],
    },
    { segment: 7 },
    { segment: 999_999_999 },
  ])('never throws, and takes no line away: %j', async (given) => {
    const { seqs, due } = await read({ 1: text(four), 2: header(given) + line(4) });
    expect(seqs.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(due).toBeGreaterThan(4);
  });

  test('of another segment’s number speaks for nobody; the lines behind it say where they belong', async () => {
    expect(
      await read({
        1: text(eight, [0, 1, 2, 3, 4, 5]),
        2: header({ segment: 3, firstSeq: 3, through: 2 }) + line(6),
      }),
    ).toMatchObject({ seqs: [1, 2, 3, 4, 5, 6, 7], findings: ['damaged journal/000002.jsonl:1'] });
  });

  test('with what no header has is lost', async () => {
    for (const given of [
      { firstSeq: 0 },
      { firstSeq: -3 },
      { through: -1 },
      { lost: [[1]] },
      { lost: 'all' },
    ]) {
      const { hash: _, ...fields } = JSON.parse(header({})) as Record<string, unknown>;
      expect(
        (await read({ 1: text(four), 2: encodeLine({ ...fields, ...given }).line + line(4) }))
          .findings,
        JSON.stringify(given),
      ).toEqual(['damaged journal/000002.jsonl:1']);
    }
  });

  test('that is damaged keeps the damaged lines behind it: their numbers are used up', async () => {
    expect(
      await read({ 1: text(four), 2: flip(header({}), 'damaged', 'dAmaged') + bad(4) }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['damaged journal/000002.jsonl:1', `damaged journal/000002.jsonl:2 ${code}`],
      due: 6,
    });
  });
});

describe('a line feed that is not as it was', () => {
  const [first, second, third, fourth] = [line(0), line(1), line(2), line(3)].map((each) =>
    each.trimEnd(),
  );
  const last = `${third}\n${fourth}\n`;
  test.each([
    ['gone', `${first}\n${second}${last}`, [1, 2, 3, 4], ['damaged :3'], 5],
    ['another byte', `${first}\n${second}x${last}`, [1, 2, 3, 4], ['damaged :3'], 5],
    [
      'another byte behind a line that is bad as well',
      `${first}\n${bad(1).trimEnd()}x${last}`,
      [1, 3, 4],
      ['damaged :3', 'damaged :3'],
      5,
    ],
    [
      'other bytes, to the end',
      `${first}\n${second}\n${third}\n${fourth}xyz`,
      [1, 2, 3, 4],
      ['damaged :5', 'torn :5'],
      5,
    ],
    [
      'another byte, before a line that was still being written',
      `${first}\n${second}\n${third}x${fourth}\0\0`,
      [1, 2, 3],
      ['damaged :4', 'torn :4'],
      4,
    ],
    ['not there yet', `${first}\n${second}\n${third}\n${fourth}`, [1, 2, 3], ['torn :5'], 4],
  ])('%s', async (_, lines, seqs, findings, due) => {
    const told = await read({ 1: eight.header + lines });
    expect({
      ...told,
      findings: told.findings.map((each) =>
        each.replace('journal/000001.jsonl', '').replace(` ${code}`, ''),
      ),
    }).toMatchObject({ seqs, findings, due, isFlawless: false });
  });

  test.each([
    ['gone', ''],
    ['another byte', 'x\n'],
  ])('of a header, %s: the header stands all the same', async (_, feed) => {
    expect(await read({ 1: eight.header.trimEnd() + feed + line(0) + line(1) })).toMatchObject({
      seqs: [1, 2],
      findings: ['damaged journal/000001.jsonl:1'],
      due: 3,
      isFlawless: false,
    });
  });

  test('a segment under another’s name is damaged, and its lines are taken behind those that stood there', async () => {
    expect(await read({ 1: text(four), 2: text(four) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['damaged journal/000002.jsonl:1'],
      due: 5,
      isFlawless: false,
    });
  });
});
