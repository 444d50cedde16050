import { describe, expect, test } from 'vitest';
import { foldVersion } from '../../../shared/state/fold.ts';
import { emptyState, type State } from '../../../shared/state/state.ts';
import { checkpointPath, openCheckpoint } from '../../../main/storage/store/checkpoint.ts';
import { encodeLine } from '../../../main/storage/journal/hashed-line.ts';
import { makeMemoryFiles, putContent, type MemoryFiles } from '../../adapters/memory-files.ts';

const { line, hash } = encodeLine({ seq: 3 });
const journal = `{"header":1}\n${line}`;
const point = { seq: 3, hash, segment: 1, offset: Buffer.byteLength(journal), line: 2 };
const state: State = { ...emptyState, seq: 3 };
const path = checkpointPath('/data');

const withJournal = async (text = journal): Promise<MemoryFiles> => {
  const files = makeMemoryFiles();
  await (await files.create('/data/journal/000001.jsonl')).write(Buffer.from(text));
  return files;
};
const put = (files: MemoryFiles, text: string | Buffer): Promise<void> =>
  putContent(files, path, text);

describe('a checkpoint', () => {
  test('is one hashed line, and comes back as it was written', async () => {
    const files = await withJournal();
    const checkpoint = openCheckpoint(files, '/data');
    expect(await checkpoint.read()).toBeNull();
    for (const isCleanEnd of [false, true]) {
      await checkpoint.write({ state, point, isCleanEnd });
      expect(files.textOf(path)).toBe(encodeLine({ foldVersion, point, isCleanEnd, state }).line);
      expect(await openCheckpoint(files, '/data').read()).toEqual({ state, point, isCleanEnd });
    }
    expect((await files.list('/data')).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('that is empty, torn, zeroed, changed by a bit, of another version or of another shape is none', async () => {
    const files = await withJournal();
    await openCheckpoint(files, '/data').write({ state, point, isCleanEnd: true });
    const good = Buffer.from(files.textOf(path));
    const others: (string | Buffer)[] = [
      '',
      good.subarray(0, 40),
      good.subarray(0, -1),
      Buffer.alloc(good.length),
      `${good.toString()}\n`,
    ];
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      const flipped = Buffer.from(good);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      others.push(flipped);
    }
    for (const fields of [
      { foldVersion: foldVersion + 1 },
      { point: { ...point, line: undefined } },
      { isCleanEnd: 'yes' },
      { state: {} },
      { extra: 1 },
    ])
      others.push(encodeLine({ foldVersion, point, isCleanEnd: true, state, ...fields }).line);
    for (const [index, other] of others.entries()) {
      await put(files, other);
      expect(await openCheckpoint(files, '/data').read(), `variant ${index}`).toBeNull();
    }
    files.read = async () => {
      throw new Error('EIO');
    };
    expect(await openCheckpoint(files, '/data').read()).toBeNull();
  });

  test('belongs to a journal that has its line where it says, and to no other', async () => {
    const files = await withJournal();
    const checkpoint = openCheckpoint(files, '/data');
    for (const wrong of [
      { offset: point.offset - 1 },
      { offset: 3 },
      { offset: 0 },
      { segment: 2 },
      { hash: 'b'.repeat(64) },
      { seq: 2 },
    ]) {
      await checkpoint.write({ state, point: { ...point, ...wrong }, isCleanEnd: true });
      expect(await openCheckpoint(files, '/data').read(), JSON.stringify(wrong)).toBeNull();
    }
    await checkpoint.write({ state, point, isCleanEnd: true });
    // A line that ends there as it did, but is not as it was.
    await putContent(files, '/data/journal/000001.jsonl', journal.replace('"seq":3', '"seq":4'));
    expect(await openCheckpoint(files, '/data').read()).toBeNull();
    // A shorter file that ends in that line.
    await putContent(files, '/data/journal/000001.jsonl', journal.slice(4));
    expect(await openCheckpoint(files, '/data').read()).toBeNull();
    await putContent(files, '/data/journal/000001.jsonl', journal);
    expect(
      await openCheckpoint(await withJournal(`${journal}{"more":1}\n`), '/data').read(),
    ).toBeNull();
    await (
      await files.openToAppend('/data/journal/000001.jsonl')
    ).write(Buffer.from('{"more":1}\n'));
    expect(await openCheckpoint(files, '/data').read()).not.toBeNull();
  });

  test('may end at a line that is long, as one with an office’s logo is', async () => {
    const long = encodeLine({ seq: 3, logo: 'x'.repeat(400_000) });
    const text = `{"header":1}\n${long.line}`;
    const files = await withJournal(text);
    const at = { ...point, hash: long.hash, offset: Buffer.byteLength(text) };
    await openCheckpoint(files, '/data').write({ state, point: at, isCleanEnd: true });
    expect(await openCheckpoint(files, '/data').read()).toMatchObject({ point: at });
  });
});
