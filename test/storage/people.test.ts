import { describe, expect, test } from 'vitest';
import { Unflushed } from '../../main/ports.ts';
import { openPeople } from '../../main/storage/people.ts';
import { checkIn, guestBookA, guestBookB, openOffice, openReadyOffice, signIn, visitOf } from '../office.ts';
import { makeMemoryFiles } from '../adapters/memory-files.ts';

const month = '2026-11';
const path = `/data/people/${month}.jsonl`;
const open = (files = makeMemoryFiles()) => {
  let ids = 0;
  return openPeople(files, '/data/people', () => String((ids += 1)).padStart(32, '0'), true);
};

describe('the people file', () => {
  test('gives a record back to a reference that commits to it, and to no other', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    await people.load(month);
    const record = people.prepare({ name: 'Wakil CV Sumber Makmur Batang' }, month);
    await people.append([record], 0);
    expect(people.get(record.ref)).toEqual({ name: 'Wakil CV Sumber Makmur Batang' });
    expect(people.get({ ...record.ref, commitment: '0'.repeat(64) })).toBeNull();
    files.cutPower();
    const later = await open(files);
    expect(later.get(record.ref)).toBeNull();
    await later.load(month);
    expect(later.get(record.ref)).toEqual({ name: 'Wakil CV Sumber Makmur Batang' });
  });

  test('behind a torn last line nothing is written: the month goes on in its next file; a line that cannot be read is kept', async () => {
    const files = makeMemoryFiles();
    const file = await files.create(path);
    await file.write(Buffer.from('not a record\n{"id":"torn'));
    const people = await open(files);
    await people.load(month);
    const record = people.prepare({ name: 'a' }, month);
    await people.append([record], 0);
    expect(files.textOf(path)).toBe('not a record\n{"id":"torn');
    expect(files.textOf('/data/people/2026-11.1.jsonl')).toContain(record.ref.id);
    await people.drop(() => true);
    expect(files.textOf(path)).toBe('not a record\n');
  });

  test.each(['write', 'sync'] as const)('a failed %s: the month goes on in its next file, with the acknowledged records again', async (failing) => {
    const files = makeMemoryFiles();
    const people = await open(files);
    await people.load(month);
    const first = people.prepare({ name: 'first' }, month);
    await people.append([first], 0);
    files.onCall = ({ call }) => {
      if (call === failing) throw new Error('EIO');
    };
    await expect(people.append([people.prepare({ name: 'lost' }, month)], 1)).rejects.toBeInstanceOf(Unflushed);
    // The next file cannot be begun either, and is half there: it is passed over as well.
    await expect(people.append([people.prepare({ name: 'lost' }, month)], 1)).rejects.toBeInstanceOf(Unflushed);
    files.onCall = () => undefined;
    const second = people.prepare({ name: 'second' }, month);
    await people.append([second], 1);
    expect(second.ref.file).toBe('2026-11.2');
    await files.remove(path);
    const later = await open(files);
    await later.load(month);
    expect(later.get(first.ref)).toEqual({ name: 'first' });
    expect(later.get(second.ref)).toEqual({ name: 'second' });
  });
});

describe('what was told but never recorded', () => {
  test('is erased at the next start when the program died between people file and journal', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const kept = await checkIn(office, guestBookA);
    files.onCall = ({ call, path: of }) => {
      if (call === 'write' && of.includes('journal')) throw new Error('the power is gone');
    };
    await office.kiosk('kiosk.check-in', { guestBook: guestBookB, language: 'id', notice: 1, fillingMs: 0 });
    files.onCall = () => undefined;
    files.cutPower();
    expect(files.textOf(path)).toContain('PT Karya Pantura');
    const later = await openOffice({ files });
    expect(files.textOf(path)).not.toContain('PT Karya Pantura');
    await signIn(later, 'Meja layanan 1');
    expect(visitOf(later, kept).company).toBe('CV Sumber Makmur Batang');
  });

  test('is erased when the room goes on after a failed flush; staff and visitors stay', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const kept = await checkIn(office, guestBookA);
    await office.slipsDone();
    files.onCall = ({ call, path: of }) => {
      if (call === 'sync' && of.includes('journal')) throw new Error('EIO');
    };
    await office.kiosk('kiosk.check-in', { guestBook: guestBookB, language: 'id', notice: 1, fillingMs: 0 });
    files.onCall = () => undefined;
    expect(await office.recorder.recover()).toBe(true);
    expect(files.textOf(path)).not.toContain('PT Karya Pantura');
    await signIn(office, 'Meja layanan 1');
    expect(visitOf(office, kept).company).toBe('CV Sumber Makmur Batang');
    await checkIn(office, guestBookB);
    expect(files.textOf(path)).toContain('PT Karya Pantura');
  });

  test('a start through a checkpoint erases nothing that is recorded', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const first = await checkIn(office, guestBookA);
    await office.slipsDone();
    await office.restored.saveCheckpoint();
    const second = await checkIn(office, guestBookB);
    await office.close();
    for (let start = 0; start < 3; start += 1) {
      const later = await openOffice({ files });
      await signIn(later, 'Meja layanan 1');
      expect(visitOf(later, first).company).toBe('CV Sumber Makmur Batang');
      expect(visitOf(later, second).company).toBe('PT Karya Pantura');
      await later.close();
    }
  });

  test('nothing is erased where the journal is damaged, cut off or gone: its facts still have their records', async () => {
    const journal = '/data/journal/000001.jsonl';
    const spoilers: readonly ((text: string) => string)[] = [
      (text) => text.replace('"visit.checked-in"', '"visit.checked-on"'),
      (text) => `${text.split('\n').slice(0, 4).join('\n')}\n`,
      () => '',
    ];
    for (const spoil of spoilers) {
      const files = makeMemoryFiles();
      const office = await openReadyOffice({ files });
      await checkIn(office, guestBookA);
      await checkIn(office, guestBookB);
      await office.slipsDone();
      await office.recorder.settled();
      const spoiled = spoil(files.textOf(journal));
      await files.remove(journal);
      const file = await files.create(journal);
      await file.write(Buffer.from(spoiled));
      const later = await openOffice({ files });
      files.onCall = ({ call, path: of }) => {
        if (call === 'sync' && of.includes('journal')) throw new Error('EIO');
      };
      await later.kiosk('kiosk.report-out', { key: 'A001' });
      await later.recorder.run({ actor: { kind: 'system' }, command: null, again: () => null, decide: () => ({ ok: true, value: { facts: [{ type: 'run.began', visit: null, data: { version: 'test', reason: 'start' } }], people: [], answer: null } }) });
      files.onCall = () => undefined;
      expect(await later.recorder.recover()).toBe(true);
      for (const name of ['CV Sumber Makmur Batang', 'PT Karya Pantura']) expect(files.textOf(path)).toContain(name);
    }
  });
});
