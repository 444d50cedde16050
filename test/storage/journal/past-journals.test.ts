import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, afterEach, describe, expect, test } from 'vitest';
import type { Context } from '../../../main/engine/decision.ts';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { verify } from '../../../main/storage/verify/verify.ts';
import { visitCodeOf } from '../../../shared/base/visit-code.ts';
import { decideLink } from '../../../main/app/visit/assistance.ts';
import { guestBookB, must, nextCommand, openOffice } from '../../office.ts';

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

  test('gets its name in the first header of today’s format; visits of before keep their codes, later ones have its own', async () => {
    const folder = await copyOf(version);
    expect(await verify(nodeFiles, folder)).toMatchObject({ journal: null });
    const openAt = (time: string) =>
      openOffice({ files: nodeFiles, folder, clock: makeSimulatedClock(Date.parse(time)) });
    const office = await openAt('2027-02-03T08:00:00Z');
    const name = office.restored.journal.identity();
    expect(office.state().journal).toEqual(name);
    const { lastOrdinal } = office.state();
    const before = Array.from({ length: lastOrdinal }, (_, at) => visitCodeOf(at + 1, null));
    expect(before).toContain(open);
    const { visit } = await must(
      office.kiosk('visit.check-in', {
        // The folder knows the ids of its own commands.
        commandId: 'of-today-1',
        guestBook: guestBookB,
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    );
    expect(visit).toBe(visitCodeOf(lastOrdinal + 1, name.id));
    await office.slipsDone();
    const context: Context = {
      state: office.state(),
      now: office.recorder.now(),
      actor: { kind: 'system' },
      newId: office.core.newId,
      personOf: office.core.people.get,
      keep: () => assert.fail('A link tells nothing about people'),
    };
    const canLink = (from: string, to: string): boolean =>
      decideLink({ commandId: nextCommand(), visit: from, to }, context).ok;
    expect(before.every((code) => canLink(visit, code)) && canLink(open, visit)).toBe(true);
    for (const key of [null, name.id])
      expect(canLink(visit, visitCodeOf(lastOrdinal + 2, key))).toBe(false);
    // At the kiosk it is found by its code, and goes to the desk.
    expect(
      await office.kiosk('visit.report-out', { commandId: 'of-today-2', key: open }),
    ).toMatchObject({ code: 'go-to-desk' });
    await office.close();
    const again = await openAt('2027-02-03T09:00:00Z');
    expect(again.restored.findings).toEqual([]);
    expect(again.restored.journal.identity()).toEqual(name);
    await again.close();
    expect(await verify(nodeFiles, folder)).toMatchObject({ journal: name, findings: [] });
  });
});
