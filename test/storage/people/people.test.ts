import { describe, expect, test } from 'vitest';
import { Unflushed } from '../../../main/ports.ts';
import { openPeople } from '../../../main/storage/people/people.ts';
import {
  checkIn,
  guestBookA,
  guestBookB,
  openOffice,
  openReadyOffice,
  signIn,
  visitOf,
} from '../../office.ts';
import { decided, note } from '../../../main/engine/decision.ts';
import { makeMemoryFiles, putContent } from '../../adapters/memory-files.ts';

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

  test('a line cut off behind several is found, and none that cannot be read goes on into the next file', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const [first, second] = [
      people.prepare({ name: 'first' }, month),
      people.prepare({ name: 'second' }, month),
    ];
    await people.append([first, second], 3);
    const text = files.textOf(path);
    await putContent(files, path, `${text}no record\n${text.slice(0, 60)}`);
    const later = await open(files);
    await later.load(month);
    expect(later.prepare({ name: 'x' }, month).ref.file).toBe('2026-11.1');
    expect(files.textOf('/data/people/2026-11.1.jsonl')).toBe(text);
    // What was cut off goes, though every whole record is referred to; afterwards there is nothing to be done.
    await later.drop(({ after }) => after === Infinity);
    expect(files.textOf(path)).toBe(`${text}no record\n`);
    const calls = files.calls.length;
    await later.drop(() => false);
    expect(files.calls).toHaveLength(calls);
  });

  test('after ends that were not clean each record is copied once, and nothing is written anew where nothing was written', async () => {
    const files = makeMemoryFiles();
    let ids = 0;
    const newId = (): string => `id-${(ids += 1)}`.padStart(32, '0');
    const first = await openPeople(files, '/data/people', newId, false);
    const record = first.prepare({ name: 'kept' }, month);
    await first.append([record], 1);
    for (let end = 0; end < 5; end += 1)
      await (await openPeople(files, '/data/people', newId, false)).load(month);
    expect(await files.list('/data/people')).toEqual(['2026-11.1.jsonl', '2026-11.jsonl']);
    // Something is written in each run: each next file begins with every record once, not with the copies of copies.
    for (let run = 0; run < 5; run += 1) {
      const people = await openPeople(files, '/data/people', newId, false);
      await people.load(month);
      await people.append([people.prepare({ name: `run ${run}` }, month)], 2 + run);
    }
    const names = await files.list('/data/people');
    const lines =
      files.textOf(`/data/people/2026-11.${names.length - 1}.jsonl`).split('\n').length - 1;
    expect(lines).toBe(6);
    // A power cut right behind the last of it: all are there.
    files.cutPower();
    const people = await openPeople(files, '/data/people', newId, false);
    await people.load(month);
    expect(people.get(record.ref)).toEqual({ name: 'kept' });
  });

  test('records of two months go each into its own; a file is opened once', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const [november, december] = [
      people.prepare({ name: 'november' }, month),
      people.prepare({ name: 'december' }, '2026-12'),
    ];
    await people.append([november, december], 0);
    expect(files.textOf(path)).not.toContain('december');
    expect(files.textOf('/data/people/2026-12.jsonl')).not.toContain('november');
    await people.append([people.prepare({ name: 'a' }, '2026-12')], 1);
    await people.append([people.prepare({ name: 'b' }, '2026-12')], 2);
    expect(
      files.calls.filter(({ call, path: of }) => call === 'open' && of.includes('2026-12')),
    ).toHaveLength(1);
  });

  test('what is dropped is no longer to be had, also before the next start; a failure is told as one', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const [kept, orphan] = [
      people.prepare({ name: 'kept' }, month),
      people.prepare({ name: 'orphan' }, month),
    ];
    await people.append([kept], 1);
    await people.append([orphan], 2);
    files.onCall = () => {
      throw new Error('EIO');
    };
    const isOrphan = ({ after }: { readonly after: number }): boolean => after >= 2;
    await expect(people.drop(isOrphan)).rejects.toMatchObject({
      message: 'Records could not be taken out',
      cause: { message: 'EIO' },
    });
    await expect(people.drop(isOrphan)).rejects.toBeInstanceOf(Unflushed);
    await expect(people.erase([orphan.ref])).rejects.toMatchObject({
      message: 'Records could not be erased',
      cause: { message: 'EIO' },
    });
    await expect(people.append([people.prepare({ name: 'lost' }, month)], 3)).rejects.toMatchObject(
      { message: 'The people file could not be flushed', cause: { message: 'EIO' } },
    );
    files.onCall = () => undefined;
    await people.drop(isOrphan);
    expect(people.get(orphan.ref)).toBeNull();
    expect(people.get(kept.ref)).toEqual({ name: 'kept' });
    expect(files.textOf(path)).not.toContain('orphan');
  });

  test.each(['write', 'sync'] as const)(
    'a failed %s: the month goes on in its next file, with the acknowledged records again',
    async (failing) => {
      const files = makeMemoryFiles();
      const people = await open(files);
      await people.load(month);
      const first = people.prepare({ name: 'first' }, month);
      await people.append([first], 0);
      files.onCall = ({ call }) => {
        if (call === failing) throw new Error('EIO');
      };
      await expect(
        people.append([people.prepare({ name: 'lost' }, month)], 1),
      ).rejects.toBeInstanceOf(Unflushed);
      // The next file cannot be begun either, and is half there: it is passed over as well.
      await expect(
        people.append([people.prepare({ name: 'lost' }, month)], 1),
      ).rejects.toBeInstanceOf(Unflushed);
      files.onCall = () => undefined;
      const second = people.prepare({ name: 'second' }, month);
      await people.append([second], 1);
      expect(second.ref.file).toBe('2026-11.2');
      await files.remove(path);
      const later = await open(files);
      await later.load(month);
      expect(later.get(first.ref)).toEqual({ name: 'first' });
      expect(later.get(second.ref)).toEqual({ name: 'second' });
    },
  );
});

describe('a month that is not the present one', () => {
  const december = '2026-12';
  const inBoth = async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const old = people.prepare({ name: 'old' }, month);
    await people.append([old], 0);
    const fresh = people.prepare({ name: 'fresh' }, december);
    const other = people.prepare({ name: 'other' }, december);
    await people.append([fresh, other], 1);
    return { files, people, old, fresh, other };
  };

  test('is written to in a file of its own, and told of', async () => {
    const { files, people, old, fresh } = await inBoth();
    expect(await people.months()).toEqual([month, december]);
    expect(people.get(old.ref)).toEqual({ name: 'old' });
    expect(files.textOf('/data/people/2026-12.jsonl')).toContain(fresh.ref.id);
    expect(people.reach()).toEqual({ after: 1, facts: 2 });
  });

  test('gives the few records that are asked for, and is erased from without being loaded', async () => {
    const { files, old, fresh, other } = await inBoth();
    const later = await open(files);
    await later.load(december, new Set([fresh.ref.id]));
    expect([later.get(fresh.ref), later.get(other.ref), later.get(old.ref)]).toEqual([
      { name: 'fresh' },
      null,
      null,
    ]);
    await later.erase([fresh.ref, old.ref]);
    expect(later.get(fresh.ref)).toBeNull();
    expect(files.textOf('/data/people/2026-12.jsonl')).toContain('other');
    expect(files.textOf('/data/people/2026-12.jsonl')).not.toContain('fresh');
    expect(files.textOf(path)).toBe('');
    // Loaded whole it is not read a second time for a few.
    await later.load(december);
    await files.remove('/data/people/2026-12.jsonl');
    await later.load(december, new Set([other.ref.id]));
    expect(later.get(other.ref)).toEqual({ name: 'other' });
  });

  test('that cannot be read takes nothing, and takes it when it can', async () => {
    const { files, people } = await inBoth();
    const january = people.prepare({ name: 'january' }, '2027-01');
    const { list } = files;
    files.list = async () => {
      throw new Error('EIO');
    };
    await expect(people.append([january], 2)).rejects.toBeInstanceOf(Unflushed);
    files.list = list;
    await people.append([january], 2);
    expect(people.get(january.ref)).toEqual({ name: 'january' });
  });
});

describe('an erasure', () => {
  test('takes a damaged line along in which the record can still be read, and leaves other damage alone', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const [gone, kept] = [
      people.prepare({ name: 'gone' }, month),
      people.prepare({ name: 'kept' }, month),
    ];
    await people.append([gone, kept], 0);
    const text = files.textOf(path);
    await putContent(
      files,
      path,
      `${text.replace('gone', 'gonE')}{"text":"about ${gone.ref.id}"}\nother damage\n`,
    );
    const later = await open(files);
    await later.load(month);
    await later.erase([gone.ref]);
    expect(
      files
        .textOf(path)
        .split('\n')
        .map((line) => line.slice(0, 12)),
    ).toEqual(['{"format":2,', 'other damage', '']);
    expect(later.get(kept.ref)).toEqual({ name: 'kept' });
  });

  test('takes of several whatever can be read in a damaged line, and no record that only speaks of one', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const [first, second] = [
      people.prepare({ name: 'first' }, month),
      people.prepare({ name: 'second' }, month),
    ];
    const speaking = people.prepare({ note: `as ${first.ref.id} said` }, month);
    await people.append([first, second, speaking], 0);
    const text = files.textOf(path);
    await putContent(files, path, `${text}{"text":"about ${second.ref.id}"}\n`);
    const later = await open(files);
    await later.load(month);
    await later.erase([first.ref, second.ref]);
    expect(later.get(speaking.ref)).not.toBeNull();
    expect(files.textOf(path).split('\n')).toHaveLength(2);
  });

  test('writes only the files in which it stood; two lines that lost the newline between them stand for themselves then', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const [gone, kept, other] = [
      people.prepare({ name: 'gone' }, month),
      people.prepare({ name: 'kept' }, month),
      people.prepare({ name: 'other' }, month),
    ];
    await people.append([kept, other, gone], 0);
    const [a = '', b = '', c = ''] = files.textOf(path).split('\n');
    await putContent(files, path, `${a}x${b}\n${c}\n`);
    await (await files.create('/data/people/2026-11.1.jsonl')).write(Buffer.from(`${a}\n`));
    const later = await open(files);
    const before = files.calls.length;
    await later.erase([gone.ref]);
    expect(files.textOf(path)).toBe(`${a}\n${b}\n`);
    expect(files.calls.slice(before).filter(({ call }) => call === 'rename')).toHaveLength(1);
    // It was not loaded for that, and goes on as ever.
    expect(later.prepare({ name: 'x' }, month).ref.file).toBe('2026-11');
    await later.load(month);
    expect(later.prepare({ name: 'x' }, month).ref.file).toBe('2026-11.1');
  });
});

describe('after an end that was not clean', () => {
  const openUnclean = (files: ReturnType<typeof makeMemoryFiles>) => {
    let ids = 100;
    return openPeople(files, '/data/people', () => String((ids += 1)).padStart(32, '0'), false);
  };

  test('a month begins its next file at once, with what it holds; the old one is not written to again', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    const record = people.prepare({ name: 'kept' }, month);
    await people.append([record], 0);
    const before = files.textOf(path);
    const later = await openUnclean(files);
    await later.load(month);
    expect(files.textOf('/data/people/2026-11.1.jsonl')).toBe(before);
    const next = later.prepare({ name: 'next' }, month);
    expect(next.ref.file).toBe('2026-11.1');
    await later.append([next], 1);
    expect(files.textOf(path)).toBe(before);
    files.cutPower();
    const last = await open(files);
    await last.load(month);
    expect([last.get(record.ref), last.get(next.ref)]).toEqual([
      { name: 'kept' },
      { name: 'next' },
    ]);
    // After a clean end it goes on there.
    expect(last.prepare({ name: 'x' }, month).ref.file).toBe('2026-11.1');
  });

  test('what was prepared for the old file is refused, and goes to the next when prepared again', async () => {
    const files = makeMemoryFiles();
    const people = await open(files);
    await people.append([people.prepare({ name: 'kept' }, month)], 0);
    const before = files.textOf(path);
    const later = await openUnclean(files);
    await expect(later.append([later.prepare({ name: 'early' }, month)], 1)).rejects.toBeInstanceOf(
      Unflushed,
    );
    await later.append([later.prepare({ name: 'again' }, month)], 1);
    expect(files.textOf(path)).toBe(before);
    expect(files.textOf('/data/people/2026-11.2.jsonl')).toContain('again');
  });

  test('a month without a file begins its first', async () => {
    const files = makeMemoryFiles();
    const later = await openUnclean(files);
    await later.load(month);
    expect(await files.list('/data/people')).toEqual([]);
    await later.append([later.prepare({ name: 'first' }, month)], 0);
    expect(await files.list('/data/people')).toEqual(['2026-11.jsonl']);
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
    await office.kiosk('visit.check-in', {
      guestBook: guestBookB,
      language: 'id',
      notice: 1,
      fillingMs: 0,
    });
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
    await office.kiosk('visit.check-in', {
      guestBook: guestBookB,
      language: 'id',
      notice: 1,
      fillingMs: 0,
    });
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
      await putContent(files, journal, spoiled);
      const later = await openOffice({ files });
      files.onCall = ({ call, path: of }) => {
        if (call === 'sync' && of.includes('journal')) throw new Error('EIO');
      };
      await later.kiosk('visit.report-out', { key: 'A001' });
      await note(later.core, () =>
        decided([{ type: 'run.began', visit: null, data: { version: 'test', reason: 'start' } }]),
      );
      files.onCall = () => undefined;
      expect(await later.recorder.recover()).toBe(true);
      for (const name of ['CV Sumber Makmur Batang', 'PT Karya Pantura'])
        expect(files.textOf(path)).toContain(name);
    }
  });
});
