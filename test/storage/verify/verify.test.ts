import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../../../main/ports.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { verify, type Beside, type Verification } from '../../../main/storage/verify/verify.ts';
import { verifyPart } from '../../../main/storage/verify/verify-part.ts';
import { partsInWorkers } from '../../../main/workers/verify-beside.ts';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';
import { fourMonths, type Contents } from '../../four-months.ts';

const filesWith = async (contents: Contents): Promise<Files> => {
  const files = makeMemoryFiles();
  for (const [path, bytes] of contents) await (await files.create(path)).write(bytes);
  return files;
};

/** So many parts, however short, read here. */
const inParts = (files: Files, count: number, asked: (readonly number[])[] = []): Beside => ({
  count,
  least: 1,
  verifyPart: (folder, part, progress) => {
    asked.push(part.segments);
    return verifyPart(files, folder, part, progress);
  },
});

const linesOf = (bytes: Buffer): readonly string[] =>
  bytes.toString('latin1').split('\n').slice(0, -1);
const joined = (lines: readonly string[]): Buffer =>
  Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1');

/** What may happen to a line of a file. */
const harms: readonly {
  readonly what: string;
  readonly harm: (lines: readonly string[], at: number) => Buffer;
}[] = [
  {
    what: 'changed',
    harm: (lines, at) => joined(lines.map((line, n) => (n === at ? line.replace('1', '7') : line))),
  },
  {
    what: 'zeroed',
    harm: (lines, at) =>
      joined(lines.map((line, n) => (n === at ? '\0'.repeat(line.length) : line))),
  },
  { what: 'dropped', harm: (lines, at) => joined(lines.filter((_, n) => n !== at)) },
  {
    what: 'doubled',
    harm: (lines, at) => joined(lines.flatMap((line, n) => (n === at ? [line, line] : [line]))),
  },
  { what: 'the last', harm: (lines, at) => joined(lines.slice(0, at + 1)) },
  {
    what: 'torn',
    harm: (lines, at) =>
      Buffer.concat([
        joined(lines.slice(0, at)),
        Buffer.from((lines[at] ?? '').slice(0, 40), 'latin1'),
      ]),
  },
];

describe('a journal verified in parts', () => {
  let whole: Contents = new Map();
  beforeAll(async () => {
    whole = await fourMonths();
  });
  const journals = (): readonly string[] =>
    [...whole.keys()].filter((path) => path.includes('/journal/'));

  test('is parted where a month begins, and never where lines were copied', async () => {
    const files = await filesWith(whole);
    expect(journals()).toHaveLength(5);
    for (const [count, parts] of [
      [1, [[1, 2, 3, 4, 5]]],
      [2, [[1], [2, 3, 4, 5]]],
      [9, [[1], [2, 3], [4], [5]]],
    ] as const) {
      const asked: (readonly number[])[] = [];
      const found = await verify(files, '/data', { beside: inParts(files, count, asked) });
      expect(found.findings).toEqual([]);
      expect(asked).toEqual(count === 1 ? [] : parts);
    }
  });

  test(
    'tells the same of every harm as in one go, and counts the same',
    { timeout: 120_000 },
    async () => {
      const wrong: string[] = [];
      let told = 0;
      for (const [path, bytes] of whole) {
        const lines = linesOf(bytes);
        for (const { what, harm } of harms) {
          for (const at of lines.keys()) {
            const files = await filesWith(new Map([...whole, [path, harm(lines, at)]]));
            const known = { head: { seq: 9, hash: 'abcdef' } };
            const one = await verify(files, '/data', known);
            told += one.findings.length;
            for (const count of [2, 9]) {
              const parts = await verify(files, '/data', {
                ...known,
                beside: inParts(files, count),
              });
              const inOrder = (found: Verification) => ({
                ...found,
                findings: found.findings
                  .map(({ kind, place, visit }) => `${place} ${kind} ${visit ?? ''}`)
                  .sort(),
              });
              if (JSON.stringify(inOrder(parts)) !== JSON.stringify(inOrder(one)))
                wrong.push(
                  `${path}:${at + 1} ${what}, ${count}: ${JSON.stringify(inOrder(parts))} is not ${JSON.stringify(inOrder(one))}`,
                );
            }
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(told).toBeGreaterThan(500);
    },
  );

  test('tells how many lines it has read, over all parts', async () => {
    const files = await filesWith(whole);
    const told: number[] = [];
    const found = await verify(files, '/data', {
      beside: inParts(files, 9),
      progress: (lines) => void told.push(lines),
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(found.lines);
  });
});

describe('in threads of their own', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendamping-verify-'));
    for (const [path, bytes] of await fourMonths()) {
      const real = join(folder, path.slice('/data/'.length));
      await nodeFiles.makeFolder(join(real, '..'));
      const file = await nodeFiles.create(real);
      await file.write(bytes);
      await file.close();
    }
  });
  afterAll(() => rm(folder, { recursive: true }));
  const threads = (): Beside =>
    partsInWorkers(new URL('../../../main/workers/verify-part-worker.ts', import.meta.url), 3, 1);

  test('finds what is found in this one', async () => {
    expect(await verify(nodeFiles, folder, { beside: threads() })).toEqual(
      await verify(nodeFiles, folder),
    );
  });

  test('is stopped by whoever is told how far it is, and what one part throws is thrown', async () => {
    await expect(
      verify(nodeFiles, folder, {
        beside: threads(),
        progress: () => {
          throw new Error('stopped');
        },
      }),
    ).rejects.toThrow('stopped');
    const bad = { ...threads(), verifyPart: async () => Promise.reject(new Error('EIO')) };
    await expect(verify(nodeFiles, folder, { beside: bad })).rejects.toThrow('EIO');
    await nodeFiles.makeFolder(join(folder, 'people', '2027-05.jsonl'));
    await expect(verify(nodeFiles, folder, { beside: threads() })).rejects.toMatchObject({
      place: 'people/2027-05.jsonl',
      found: 'folder',
    });
  });
});
