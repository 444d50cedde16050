import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { play } from '../../scripts/demonstration/play.ts';
import { setStage } from '../../scripts/demonstration/stage.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { readFacts } from '../read-facts.ts';

/** The two visits of the product's papers, told through the real windows; the demonstration plays the same. */
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-visits-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('visits (a) and (b), from first start to the register', async () => {
  test.setTimeout(180_000);
  const out = join(folder, 'out');
  const stage = await setStage({ folder: out, clock: '2026-11-23T05:58:00Z' });
  const complaints: string[] = [];
  for (const page of [stage.kiosk, stage.console])
    page.on('pageerror', (error) => complaints.push(String(error)));
  expect(await play(stage)).toEqual({ a: 'A001', b: 'A002', again: 'A001' });
  await stage.close();
  expect(complaints).toEqual([]);

  const [head = '', ...rows] = (await readFile(join(out, 'register-2026-11.csv'), 'utf8'))
    .trimEnd()
    .split('\r\n');
  expect(head.charCodeAt(0)).toBe(0xfeff);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(
    /^"A001",.*"1 2 3y 5 6n 7 8y 11 12n 9y 12y 13","Selesai, penawaran terunggah","1","Trainer 2","Komputer 1",/,
  );
  expect(rows[1]).toMatch(
    /^"A002",.*"PANTURA01".*"1 2 3y 5 6y 11 12n 9n 10 13","Dieskalasikan ke Helpdesk LKPP","1","Trainer 1","Komputer 2",/,
  );
  const codeB = rows[1]?.split(',')[1] ?? '';
  expect(rows[2]).toMatch(new RegExp(`^"A001",.*,${codeB}$`));

  const data = join(out, 'data');
  const { findings, lines } = await verify(nodeFiles, data);
  expect(findings).toEqual([]);
  const facts = await readFacts(nodeFiles, data);
  expect(facts).toHaveLength(lines);
  const types = facts.map(({ type }) => type);
  expect(types.filter((type) => type === 'step.completed')).toHaveLength(10 + 8);
  for (const type of [
    'deviation.noted',
    'deviation.accepted',
    'escalation.sent',
    'escalation.confirmed',
    'escalation.answered',
    'escalation.contacted',
    'visit.linked',
  ] as const) {
    expect(
      types.filter((each) => each === type),
      type,
    ).toHaveLength(1);
  }
  const journal = await readFile(join(data, 'journal', '000001.jsonl'), 'utf8');
  for (const word of [
    'Sumber',
    'Pantura',
    'PANTURA01',
    '081234567890',
    'Trainer 2',
    'Jembatan',
    'Akta',
    'Rahasia',
  ])
    expect(journal).not.toContain(word);

  const slips = (await readdir(join(data, 'slips'), { recursive: true })).filter((name) =>
    name.endsWith('.pdf'),
  );
  expect(slips).toHaveLength(3);
  for (const slip of slips) {
    const pdf = await readFile(join(data, 'slips', slip), 'latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    // 80 mm are 226.8 points; Chromium rounds to whole pixels.
    expect(Number(/\/MediaBox \[0 0 ([\d.]+) /.exec(pdf)?.[1])).toBeCloseTo(226.8, 0);
  }
});
