import { describe, expect, test } from 'vitest';
import type { BranchId, JournalId } from '../../../shared/base/ids.ts';
import { encodeLine, genesis } from '../../../main/storage/journal/hashed-line.ts';
import { identityIn } from '../../../main/storage/journal/identity.ts';
import { readOutlines } from '../../../main/storage/journal/read-journal.ts';
import { flip, four, identity, oneByOne, read, text, withFiles, write } from './segments.ts';

const otherId = '2'.repeat(32) as JournalId;
const branches = ['c', 'd'].map((digit) => digit.repeat(32) as BranchId);
const [copy = identity.branch, other = identity.branch] = branches;
/** A segment behind the first, of two lines, each chained to what `four` ends with. */
const second = (given: Parameters<typeof write>[4]) =>
  write(2, 5, four.hashes[3] ?? '', oneByOne(5, 6), { reason: 'month', ...given });
const third = (given: Parameters<typeof write>[4]) =>
  write(3, 7, second({}).hashes[1] ?? '', oneByOne(7, 8), { reason: 'month', ...given });

describe('a header’s name', () => {
  test('that is another journal’s is damage, whatever its lines are; nothing is written behind it', async () => {
    const found = await read({ 1: text(four), 2: text(second({ id: otherId })) });
    expect(found.findings).toEqual(['foreign journal/000002.jsonl:1']);
    expect(found).toMatchObject({ isFlawless: false, due: 7 });
    expect(found.seqs).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('may have another branch where the segment was begun by a restore, and keeps it from there on', async () => {
    const restored = second({ branch: copy, reason: 'restored' });
    const whole = { 1: text(four), 2: text(restored), 3: text(third({ branch: copy })) };
    expect((await read(whole)).findings).toEqual([]);
    const outlines = await readOutlines(await withFiles(whole), '/j');
    expect(identityIn(outlines)).toEqual({ id: identity.id, branch: copy });
  });

  test('with another branch, where nothing was restored, is of a copy that went on elsewhere', async () => {
    const { findings } = await read({ 1: text(four), 2: text(second({ branch: copy })) });
    expect(findings).toEqual(['foreign journal/000002.jsonl:1']);
    // One that stands between two others costs those nothing.
    expect(
      (await read({ 1: text(four), 2: text(second({ branch: copy })), 3: text(third({})) }))
        .findings,
    ).toEqual(['foreign journal/000002.jsonl:1']);
    // The original's next segment behind a restore.
    const restored = second({ branch: copy, reason: 'restored' });
    expect((await read({ 1: text(four), 2: text(restored), 3: text(third({})) })).findings).toEqual(
      ['foreign journal/000003.jsonl:1'],
    );
  });

  test('says nothing about the branch behind a header that is lost: it may have been a restore’s', async () => {
    const lost = flip(text(second({ branch: copy, reason: 'restored' })), 'restored', 'restorem');
    expect(
      (await read({ 1: text(four), 2: lost, 3: text(third({ branch: copy })) })).findings,
    ).toEqual(['damaged journal/000002.jsonl:1']);
    expect(
      (await read({ 1: text(four), 2: lost, 3: text(third({ id: otherId, branch: other })) }))
        .findings,
    ).toEqual(['damaged journal/000002.jsonl:1', 'foreign journal/000003.jsonl:1']);
  });

  test('is there in format 3, and was not before', async () => {
    const {
      id: _,
      branch: __,
      lost: ___,
      hash: ____,
      ...before
    } = JSON.parse(four.header) as { readonly [key: string]: unknown };
    const headerOf = (fields: object): string => encodeLine(fields).line + four.lines.join('');
    expect((await read({ 1: headerOf({ ...before, format: 2 }) })).findings).toEqual([]);
    for (const name of [{}, { id: identity.id }, { id: 'x', branch: copy }, { ...identity, id: 7 }])
      expect(
        (await read({ 1: headerOf({ ...before, format: 3, ...name, lost: [] }) })).findings,
      ).toEqual(['damaged journal/000001.jsonl:1']);
    // From the first that has one on, all have it.
    const named = second({});
    expect(
      (await read({ 1: headerOf({ ...before, format: 2 }), 2: text(named) })).findings,
    ).toEqual([]);
    const old = encodeLine({
      ...before,
      format: 2,
      segment: 2,
      firstSeq: 5,
      through: 4,
      prev: four.hashes[3],
    }).line;
    expect((await read({ 1: text(four), 2: old + named.lines.join('') })).findings).toEqual([
      'foreign journal/000002.jsonl:1',
    ]);
    expect(genesis).toBe((before as { readonly prev: string }).prev);
  });
});
