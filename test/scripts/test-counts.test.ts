import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addUp,
  closingLine,
  isGood,
  keepCount,
  readCount,
  type Count,
} from '../../scripts/test-counts.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'pendamping-counts-'))));
afterAll(async () => rm(folder, { recursive: true, force: true }));

const keptAs = async (count: Count, exitCode: number): Promise<Count> => {
  const file = join(folder, 'deeper', 'count.json');
  await keepCount(file, count);
  return await readCount(file, exitCode);
};

describe('Counts of several runs', () => {
  test('are added up into one closing line', () => {
    const total = addUp([
      { passed: 500, failed: 0, skipped: 0 },
      { passed: 36, failed: 2, skipped: 0 },
    ]);
    expect(closingLine(total)).toBe('536 passed, 2 failed');
    expect(isGood(total)).toBe(false);
  });

  test('come out as they were left, of a good run and of a failed one', async () => {
    const good = { passed: 500, failed: 0, skipped: 0 };
    expect(await keptAs(good, 0)).toEqual(good);
    const bad = { passed: 498, failed: 2, skipped: 0 };
    expect(await keptAs(bad, 1)).toEqual(bad);
    const skipped = { passed: 499, failed: 0, skipped: 1 };
    expect(await keptAs(skipped, 1)).toEqual(skipped);
  });

  test('have a failure for a run that left none, ran nothing, or ended badly with all passed', async () => {
    const none = { passed: 0, failed: 1, skipped: 0 };
    expect(await readCount(join(folder, 'missing.json'), 1)).toEqual(none);
    expect(await readCount(join(folder, 'missing.json'), 0)).toEqual(none);
    expect(await keptAs({ passed: 0, failed: 0, skipped: 0 }, 0)).toEqual(none);
    expect(await keptAs({ passed: 500, failed: 0, skipped: 0 }, 1)).toEqual({
      passed: 500,
      failed: 1,
      skipped: 0,
    });
  });
});
