import { expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/shell/clocks.ts';
import { encodeLine } from '../../main/storage/hashed-line.ts';
import { makeMemoryFiles, type MemoryFiles } from '../adapters/memory-files.ts';
import { checkIn, guestBookA, guestBookB, monday, openOffice, openReadyOffice } from '../office.ts';

const checkpoint = '/data/checkpoint.json';
const later = (minutes: number) => makeSimulatedClock(monday + minutes * 60_000);

test('a checkpoint is kept only of a state that stands at the journal’s last line', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await office.restored.saveCheckpoint();
  const before = files.textOf(checkpoint);
  expect(before).toContain('"isCleanEnd":false');
  office.restored.follow({ ...office.state(), seq: office.state().seq - 1 });
  await office.restored.saveCheckpoint(true);
  expect(files.textOf(checkpoint)).toBe(before);
  office.restored.follow(office.state());
  await office.restored.saveCheckpoint(true);
  expect(files.textOf(checkpoint)).toContain('"isCleanEnd":true');
});

test('after a clean end the same files are gone on with; after any other new ones are begun', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.close();
  const clean = await openOffice({ files, clock: later(5) });
  expect(await files.list('/data/journal')).toEqual(['000001.jsonl']);
  expect(await files.list('/data/people')).toEqual(['2026-11.jsonl']);
  await checkIn(clean, guestBookB);
  await clean.slipsDone();
  const unclean = await openOffice({ files, clock: later(10) });
  expect(await files.list('/data/journal')).toEqual(['000001.jsonl', '000002.jsonl']);
  expect(await files.list('/data/people')).toEqual(['2026-11.1.jsonl', '2026-11.jsonl']);
  expect(Object.values(unclean.state().visits).map(({ number }) => number)).toEqual(['A001', 'A002']);
});

test('a run in which a flush failed has no clean end, though it went on', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  files.onCall = ({ call, path }) => {
    if (call === 'sync' && path.includes('journal')) throw new Error('EIO');
  };
  await office.kiosk('kiosk.check-in', { guestBook: guestBookA, language: 'id', notice: 1, fillingMs: 0 });
  files.onCall = () => undefined;
  expect(await office.recorder.recover()).toBe(true);
  await office.close();
  expect(files.textOf(checkpoint)).toContain('"isCleanEnd":false');
});

test('leftovers of what a power cut interrupted are swept, for they may hold words about people', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.slipsDone();
  await office.close();
  const left = ['/data/checkpoint.json.new', '/data/people/2026-11.jsonl.new', '/data/slips/2026-11/CC2C-GPF8.pdf.new'];
  for (const path of left) await (await files.create(path)).close();
  await openOffice({ files, clock: later(5) });
  for (const path of left) expect(await files.read(path), path).toBeNull();
});

const replaceText = async (files: MemoryFiles, path: string, change: (text: string) => string): Promise<void> => {
  const text = change(files.textOf(path));
  await files.remove(path);
  await (await files.create(path)).write(Buffer.from(text));
};

test('a fact that fits to nothing is named, and what comes behind it counts', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await office.recorder.settled();
  const path = '/data/journal/000001.jsonl';
  const prev = /"hash":"([0-9a-f]{64})"\}\n$/.exec(files.textOf(path))?.[1];
  const { seq } = office.state();
  // Chained and hashed as it should be, for a visit that nobody knows and a step that it was never at.
  const strange = encodeLine({ seq: seq + 1, at: monday, run: 'run', mono: 1, type: 'step.undone', actor: { kind: 'system' }, visit: 'CC2C-GPF8', command: null, data: { back: { step: 'ask-training', returnTo: null, outcome: null }, cause: null }, more: 0, durable: seq, prev });
  await replaceText(files, path, (text) => text + strange.line);
  const again = await openOffice({ files, clock: later(5) });
  await checkIn(again);
  expect(Object.keys(again.state().visits)).toHaveLength(1);
});

test('a month that is over is not loaded whole: of it only whom the open visits need', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  await checkIn(office);
  await office.close();
  const december = await openOffice({ files, clock: makeSimulatedClock(Date.parse('2026-12-01T02:00:00Z')) });
  await checkIn(december, { ...guestBookB, deadline: '' });
  await december.close();
  const again = await openOffice({ files, clock: makeSimulatedClock(Date.parse('2026-12-01T03:00:00Z')) });
  const [old] = Object.values(again.state().visits);
  expect(old && again.restored.people.get(old.guestBook)).toMatchObject({ company: guestBookA.company });
  expect(again.restored.people.prepare({}, '2026-12').ref.file).toBe('2026-12');
});
