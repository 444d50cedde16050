import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { verify } from '../../../main/storage/verify/verify.ts';
import { openOffice } from '../../office.ts';

const past = join(import.meta.dirname, '..', '..', 'past-journals');
const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});
const copyOf = async (version: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'pendamping-past-'));
  made.push(folder);
  await cp(join(past, version), folder, { recursive: true });
  return folder;
};

describe.each([
  [
    'format-1',
    { lines: 65, records: 14, erased: 0, open: 'ZZ32-EZAW', company: 'PT Karya Pantura' },
  ],
  [
    'format-2',
    { lines: 30, records: 12, erased: 2, open: 'PN3Q-DB5F', company: 'PT Karya Pantura' },
  ],
] as const)('a data folder of %s', (version, { lines, records, erased, open, company }) => {
  test('is whole, opens, and goes on in today’s format', async () => {
    const folder = await copyOf(version);
    expect(await verify(nodeFiles, folder)).toMatchObject({ lines, records, erased, findings: [] });
    const office = await openOffice({
      files: nodeFiles,
      folder,
      clock: makeSimulatedClock(Date.parse('2027-02-03T08:00:00Z')),
    });
    expect(office.restored.findings).toEqual([]);
    const visit = Object.values(office.state().visits).find(({ code }) => code === open);
    expect(visit && office.restored.people.get(visit.guestBook)).toMatchObject({ company });
    await office.close();
    expect(await verify(nodeFiles, folder)).toMatchObject({ findings: [] });
  });
});
