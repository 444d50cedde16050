import { describe, expect, test } from 'vitest';
import { genesis } from '../../../main/storage/journal/hashed-line.ts';
import { encodeHeader } from '../../../main/storage/journal/journal-format.ts';
import { code, fact, flip, four, oneByOne, read, text, write, identity } from './segments.ts';

describe('a segment that holds copies', () => {
  const copies = {
    header: encodeHeader({
      ...identity,
      segment: 2,
      month: '2026-11',
      reason: 'failed-flush',
      firstSeq: 3,
      through: 4,
      prev: four.hashes[1] ?? '',
    }).line,
    lines: [four.lines[2] ?? '', four.lines[3] ?? ''],
    hashes: [],
  };
  const behind = write(2, 5, four.hashes[3] ?? '', oneByOne(5, 6));
  const second = text(copies) + behind.lines.join('');

  test('makes what follows in the earlier one void', async () => {
    const refused = write(1, 5, four.hashes[3] ?? '', [{ fact: fact(5, 0, 99), durable: 4 }]);
    expect(await read({ 1: text(four) + refused.lines[0], 2: second })).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6],
      monos: [1, 2, 3, 4, 5, 6],
      findings: [],
    });
    expect(await read({ 1: `${text(four)}{"half`, 2: second })).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6],
      findings: ['torn journal/000001.jsonl:6'],
    });
  });

  test('makes what is above its end void also where it says nothing of those numbers itself', async () => {
    const refused = write(1, 5, four.hashes[3] ?? '', [
      { fact: fact(5), durable: 4 },
      { fact: fact(6), durable: 4 },
    ]);
    expect(await read({ 1: text(four) + refused.lines.join(''), 2: text(copies) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [],
      isFlawless: true,
    });
    // Nor does a still later one bring it back.
    const fifth = write(2, 5, four.hashes[3] ?? '', [{ fact: fact(5, 0, 55), durable: 4 }]);
    const third =
      encodeHeader({
        ...identity,
        segment: 3,
        month: '2026-11',
        reason: 'unclean-end',
        firstSeq: 5,
        through: 5,
        prev: four.hashes[3] ?? '',
      }).line + fifth.lines[0];
    expect(
      await read({
        1: text(four) + refused.lines.join(''),
        2: text(copies) + fifth.lines[0],
        3: third,
      }),
    ).toMatchObject({ seqs: [1, 2, 3, 4, 5], monos: [1, 2, 3, 4, 55], findings: [] });
  });

  test('is not whole where one of them is torn and nothing stands behind them', async () => {
    const header = encodeHeader({
      ...identity,
      segment: 2,
      month: '2026-11',
      reason: 'unclean-end',
      firstSeq: 2,
      through: 4,
      prev: four.hashes[0] ?? '',
    }).line;
    const zeros = flip(four.lines[2] ?? '', 'visit.called', '\0'.repeat(12));
    expect(
      await read({ 1: text(four), 2: header + four.lines[1] + zeros + four.lines[3] }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['torn journal/000002.jsonl:1'],
      isFlawless: false,
    });
    // With a line behind them it was whole once: what is zero now was lost since.
    expect(
      await read({
        1: text(four),
        2: header + four.lines[1] + zeros + four.lines[3] + behind.lines.join(''),
      }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6],
      findings: [`damaged journal/000002.jsonl:3 ${code}`],
    });
  });

  test('counts before the line that it is a copy of; a bad one that it makes good uses up no number', async () => {
    const other = write(2, 4, four.hashes[2] ?? '', [{ fact: fact(4, 0, 44), durable: 3 }], {
      reason: 'unclean-end',
      through: 4,
    });
    expect(await read({ 1: text(four), 2: text(other) })).toMatchObject({
      seqs: [1, 2, 3, 4],
      monos: [1, 2, 3, 44],
    });
    const bad = flip(four.lines[3] ?? '', 'visit.called', 'visit.culled');
    const copied =
      encodeHeader({
        ...identity,
        segment: 2,
        month: '2026-11',
        reason: 'unclean-end',
        firstSeq: 4,
        through: 4,
        prev: four.hashes[2] ?? '',
      }).line + four.lines[3];
    expect(await read({ 1: text(four, [0, 1, 2]) + bad, 2: copied })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [`torn journal/000001.jsonl:5 ${code}`],
      head: { seq: 4, hash: four.hashes[3] },
      isFlawless: true,
    });
  });

  test('that lost its header is judged by the lines of all segments before it', async () => {
    const lost = '\0'.repeat(512);
    const fifth = write(2, 5, four.hashes[3] ?? '', oneByOne(5, 6), { reason: 'month' });
    // Its lines stand in the one before it, or before an empty one.
    const half = `${fifth.lines[1]?.slice(0, 40)}`;
    for (const segments of [
      { 1: text(four), 2: text(fifth), 3: lost + fifth.lines[0] },
      { 1: text(four), 2: fifth.header, 3: lost + four.lines[3] },
      { 1: text(four), 2: text(fifth, [0]) + half, 3: lost + fifth.lines[0] },
    ]) {
      const { findings, seqs } = await read(segments);
      expect(findings.at(-1)).toBe('torn journal/000003.jsonl:1');
      expect(seqs).toEqual(
        seqs.length === 4 ? [1, 2, 3, 4] : seqs.length === 5 ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6],
      );
    }
    // Cut off whole, with the first fact in its place.
    expect(await read({ 1: four.lines.join('') })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['damaged journal/000001.jsonl:1'],
      isFlawless: false,
    });
  });

  test('makes good what is bad in the earlier one, and the other way round', async () => {
    const changed = flip(four.lines[2] ?? '', 'visit.called', 'visit.culled');
    expect(
      await read({ 1: text(four, [0, 1]) + changed + four.lines[3], 2: second }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6],
      findings: [`torn journal/000001.jsonl:4 ${code}`],
    });
    expect(await read({ 1: text(four, [0, 1]), 2: second })).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6],
      findings: [],
    });
    expect(
      await read({
        1: text(four),
        2: copies.header + changed + four.lines[3] + behind.lines.join(''),
      }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6],
      findings: [`damaged journal/000002.jsonl:2 ${code}`],
    });
  });

  test('does not count before it is whole: nothing is void by it then', async () => {
    const refused = write(1, 5, four.hashes[3] ?? '', [{ fact: fact(5), durable: 4 }]);
    for (const begun of [
      '',
      copies.header.slice(0, 50),
      copies.header,
      copies.header + copies.lines[0],
      '\0'.repeat(512) + copies.lines[1],
    ]) {
      expect(
        await read({ 1: text(four) + refused.lines[0], 2: begun }),
        begun.slice(0, 20),
      ).toMatchObject({
        seqs: [1, 2, 3, 4, 5],
        findings: ['torn journal/000002.jsonl:1'],
        isFlawless: false,
      });
    }
  });

  test('that lost its header counts for nothing where all its lines stand before it, a torn one among them', async () => {
    expect(
      await read({ 1: `${text(four)}{"half`, 2: '\0'.repeat(512) + copies.lines.join('') }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['torn journal/000001.jsonl:6', 'torn journal/000002.jsonl:1'],
    });
  });

  test('whose header is damaged counts still, with all that is new in it', async () => {
    for (const header of [
      flip(copies.header, 'failed-flush', 'failed-flusH'),
      `${'\0'.repeat(60)}\n`,
    ]) {
      const { seqs, findings } = await read({
        1: text(four),
        2: header + copies.lines.join('') + behind.lines.join(''),
      });
      expect(seqs).toEqual([1, 2, 3, 4, 5, 6]);
      expect(findings[0]).toBe('damaged journal/000002.jsonl:1');
    }
    // Also where it is the only one, and where a line behind the header is damaged as well.
    const zeroed = `${'\0'.repeat(60)}\n`;
    expect(await read({ 1: zeroed + four.lines.join('') })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['damaged journal/000001.jsonl:1'],
    });
    expect(await read({ 1: '', 2: zeroed + four.lines.join('') })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['torn journal/000001.jsonl:1', 'damaged journal/000002.jsonl:1'],
    });
    const changed = flip(behind.lines[0] ?? '', 'visit.called', 'visit.culled');
    expect(
      await read({
        1: text(four),
        2: flip(copies.header, 'failed-flush', 'failed-flusH') + changed + behind.lines[1],
      }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4, 6],
      findings: ['damaged journal/000002.jsonl:1', `damaged journal/000002.jsonl:2 ${code}`],
    });
    // Of two different lines with one number that of the later segment counts.
    const refused = write(1, 5, four.hashes[3] ?? '', [{ fact: fact(5, 0, 99), durable: 4 }]);
    expect((await read({ 1: text(four) + refused.lines[0], 2: second })).monos).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  test('may hold copies of lines from before another segment that is empty', async () => {
    const empty = write(2, 5, four.hashes[3] ?? '', [], { reason: 'month', month: '2026-12' });
    const third =
      encodeHeader({
        ...identity,
        segment: 3,
        month: '2026-12',
        reason: 'unclean-end',
        firstSeq: 1,
        through: 4,
        prev: genesis,
      }).line + four.lines.join('');
    expect(await read({ 1: text(four), 2: empty.header, 3: third })).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: [],
      isFlawless: true,
      month: '2026-12',
      end: { segment: 3 },
    });
  });

  test('that was only being begun makes no damage of the last write before it, which it holds a copy of', async () => {
    // Killed before line 4 was flushed, read back, and written again; then the power went.
    const torn = four.lines[3]?.replace('visit.called', '\0'.repeat(12)) ?? '';
    const header = flip(copies.header, 'failed-flush', '\0'.repeat(12));
    expect(
      await read({ 1: text(four, [0, 1, 2]) + torn, 2: header + copies.lines.join('') }),
    ).toMatchObject({
      seqs: [1, 2, 3, 4],
      findings: ['torn journal/000001.jsonl:5', 'torn journal/000002.jsonl:1'],
    });
    // Where a line in it shows that it was gone on with, somebody may have been told.
    expect(
      (
        await read({
          1: text(four, [0, 1, 2]) + torn,
          2: header + text({ ...behind, header: copies.lines.join('') }),
        })
      ).findings,
    ).toEqual([`damaged journal/000001.jsonl:5 ${code}`, 'damaged journal/000002.jsonl:1']);
  });
});
