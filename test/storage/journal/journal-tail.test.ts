import { expect, test } from 'vitest';
import { makeTail } from '../../../main/storage/journal/journal-tail.ts';

const kept = (seq: number) => ({
  seq,
  bytes: Buffer.from(`${seq}\n`),
  prev: '',
  hash: String(seq),
});

test('a tail with more gaps than a header can name begins behind the first of them', () => {
  const tail = makeTail();
  // Of 200 numbers every other one has no line.
  tail.add(Array.from({ length: 100 }, (_, at) => kept(2 * at + 1)));
  expect(tail.lines()[0]?.seq).toBe(73);
  expect(tail.gaps(200)).toHaveLength(64);
  expect([tail.gaps(200)[0], tail.gaps(200).at(-1)]).toEqual([
    [74, 74],
    [200, 200],
  ]);
});

test('a tail with fewer holds all of its lines', () => {
  const tail = makeTail();
  tail.add([1, 2, 5, 6].map(kept));
  expect(tail.lines().map(({ seq }) => seq)).toEqual([1, 2, 5, 6]);
  expect(tail.gaps(8)).toEqual([
    [3, 4],
    [7, 8],
  ]);
});
