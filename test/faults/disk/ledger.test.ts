import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { monday, openOffice } from '../../office.ts';
import type { Acknowledged } from './acknowledged.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { seeded } from './seeded.ts';
import { workingDay } from './working-day.ts';

// Who judges the faults must see them: a judge that is always content proves nothing.

let folder: string;
let ledger: Ledger;
let last: Acknowledged;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-ledger-'));
  ledger = openLedger();
  const office = await openOffice({ files: nodeFiles, folder, clock: makeSimulatedClock(monday) });
  const day = workingDay(office, seeded(1), '1', (one) => {
    ledger.take(one);
    last = one;
  });
  await day.open();
  for (let rounds = 6; rounds > 0; rounds -= 1) await day.round();
  await office.close();
});
afterEach(() => rm(folder, { recursive: true }));

const inJournal = () => join(folder, 'journal', '000001.jsonl');
const compare = () => ledger.compare(folder, monday + 60_000);

test('what is as it was acknowledged is all well', async () => {
  expect(ledger.count()).toBeGreaterThan(10);
  expect(await compare()).toEqual([]);
});

test('a fact that was acknowledged and is gone is named', async () => {
  const missing = {
    what: 'note',
    visit: 'visit' in last ? last.visit : '',
    text: 'tidak pernah ditulis',
  } as const;
  ledger.take(missing);
  expect(await compare()).toEqual([`lost: ${JSON.stringify(missing)}`]);
});

test('a journal without its last lines has lost what they said', async () => {
  await rm(join(folder, 'checkpoint.json'));
  const lines = (await readFile(inJournal(), 'utf8')).split('\n');
  await writeFile(inJournal(), `${lines.slice(0, Math.floor(lines.length / 2)).join('\n')}\n`);
  expect(
    (await compare()).filter((sentence) => sentence.startsWith('lost: ')).length,
  ).toBeGreaterThan(3);
});

test('a people file without its records has lost what people said', async () => {
  await writeFile(join(folder, 'people', '2026-11.jsonl'), '');
  expect(
    (await compare()).some((sentence) => sentence.startsWith('lost: {"what":"check-in"')),
  ).toBe(true);
});

test('a changed line is named as damaged', async () => {
  const text = await readFile(inJournal(), 'utf8');
  await writeFile(inJournal(), text.replace('"visit.called"', '"visit.tolled"'));
  expect((await compare()).some((sentence) => sentence.endsWith('is damaged'))).toBe(true);
});

test('a number that two visits were given, and a code that two check-ins were given, are named', async () => {
  ledger.take({ what: 'check-in', visit: 'XXXX-XXXX', number: 'A001', tenderName: '' });
  ledger.take({ what: 'check-in', visit: 'XXXX-XXXX', number: 'A999', tenderName: '' });
  const sentences = await compare();
  expect(sentences.some((sentence) => sentence.startsWith('A001 was issued to '))).toBe(true);
  expect(sentences).toContain('XXXX-XXXX was issued twice');
});
