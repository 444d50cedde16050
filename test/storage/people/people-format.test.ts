import { describe, expect, test } from 'vitest';
import type { PersonRecord } from '../../../main/ports.ts';
import { encodeLine } from '../../../main/storage/journal/hashed-line.ts';
import {
  commitmentOf,
  encodeRecord,
  guess,
  monthOf,
  nameOf,
  namesIn,
  pathOf,
  readPeople,
  recordsIn,
  renewalOf,
  standingIn,
} from '../../../main/storage/people/people-format.ts';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';

const id = (n: number): string => String(n).padStart(32, '0');
const record = (
  n: number,
  data: PersonRecord['data'] = { name: 'Wakil CV Sumber Makmur Batang' },
): PersonRecord =>
  ({
    ref: { id: id(n), file: '2026-11', commitment: commitmentOf(id(90), data) },
    salt: id(90),
    data,
  }) as PersonRecord;
const line = (n: number): string => encodeRecord(record(n), 7);
const stands = (text: string | Buffer) =>
  standingIn(Buffer.from(text)).map(({ at, whole, glue, record: found }) => [
    at,
    whole,
    glue,
    found?.id ?? null,
  ]);

describe('a line of a people file', () => {
  test('is a hashed line of format 2, and gives its record back', () => {
    expect(line(1)).toBe(
      encodeLine({
        format: 2,
        id: id(1),
        after: 7,
        salt: id(90),
        data: { name: 'Wakil CV Sumber Makmur Batang' },
      }).line,
    );
    expect(standingIn(Buffer.from(line(1)))[0]?.record).toEqual({
      id: id(1),
      after: 7,
      salt: id(90),
      data: { name: 'Wakil CV Sumber Makmur Batang' },
    });
  });

  test('of format 1 is read still, and nothing damaged is taken for one', () => {
    const first = JSON.stringify({ id: id(1), after: 7, salt: id(90), data: {} });
    expect(stands(`${first}\n`)).toEqual([[1, true, false, id(1)]]);
    for (const other of [
      { after: 7, id: id(1), salt: '', data: {} },
      { id: id(1), after: 7, salt: '', data: {}, hash: '' },
      { id: 1, after: 7, salt: '', data: {} },
      { id: id(1), after: '7', salt: '', data: {} },
      { id: id(1), after: 7, salt: 1, data: {} },
      { id: id(1), after: 7, salt: '', data: null },
      { id: id(1), after: 7, salt: '', data: 'x' },
    ]) {
      expect(stands(`${JSON.stringify(other)}\n`), JSON.stringify(other)).toEqual([
        [1, true, false, null],
      ]);
    }
    for (const text of ['null', '7', 'not a record', '[]'])
      expect(stands(`${text}\n`), text).toEqual([[1, true, false, null]]);
    expect(stands(encodeLine({ format: 2, id: 5 }).line)).toEqual([[1, true, false, null]]);
  });

  test('stands for itself when only the newline before the next is lost', () => {
    const both = Buffer.from(line(1) + line(2));
    both[line(1).length - 1] = 11;
    expect(stands(both)).toEqual([
      [1, true, false, id(1)],
      [1, true, false, id(2)],
      [1, true, true, null],
    ]);
    expect(stands(line(1) + line(2).slice(0, 40) + '\n' + line(3))).toEqual([
      [1, true, false, id(1)],
      [2, true, false, null],
      [3, true, false, id(3)],
    ]);
    expect(stands(line(1).slice(0, -1))).toEqual([[1, false, false, id(1)]]);
    // Somebody else's hash is not enough.
    expect(stands(`${line(1).slice(0, -1)}x${encodeLine({ a: 1 }).line}`)).toEqual([
      [1, true, false, id(1)],
      [1, true, true, null],
    ]);
  });

  test('tells its id and when it was written also when it is torn, as far as it goes', () => {
    const guessed = (text: string) =>
      standingIn(Buffer.from(text))
        .map(guess)
        .map(({ id: found, after }) => [found, after]);
    expect(guessed(line(1))).toEqual([[id(1), 7]]);
    expect(guessed(line(1).slice(0, 80))).toEqual([[id(1), 7]]);
    expect(guessed(line(1).slice(0, 55))).toEqual([[id(1), Infinity]]);
    expect(guessed('{"format":2,"id":"0000')).toEqual([['', Infinity]]);
    expect(guessed(line(1).replace('"after":7', '"after":127').slice(0, 85))).toEqual([
      [id(1), 127],
    ]);
  });
});

describe('people files', () => {
  test('are named by month and renewal, and read in that order', async () => {
    expect([
      nameOf('2026-11', 0),
      nameOf('2026-11', 12),
      monthOf('2026-11.12'),
      renewalOf('2026-11'),
      renewalOf('2026-11.12'),
      pathOf('/p', '2026-11.2'),
    ]).toEqual(['2026-11', '2026-11.12', '2026-11', 0, 12, '/p/2026-11.2.jsonl']);
    const files = makeMemoryFiles();
    for (const name of ['2026-11.10', '2026-11.9', '2026-11', '2026-10.1', '2026-12'])
      await (await files.create(`/p/${name}.jsonl`)).close();
    for (const other of ['2026-11.jsonl.new', 'x2026-11.jsonl', '2026-11.x.jsonl', '2026-11.json'])
      await (await files.create(`/p/${other}`)).close();
    expect(await namesIn(files, '/p', null)).toEqual([
      '2026-10.1',
      '2026-11',
      '2026-11.9',
      '2026-11.10',
      '2026-12',
    ]);
    expect(await namesIn(files, '/p', '2026-11')).toEqual(['2026-11', '2026-11.9', '2026-11.10']);
  });

  test('give a few records without reading the others, wherever they stand', () => {
    expect(
      recordsIn(Buffer.from(line(1) + line(2).replace('Wakil', 'wakil')), new Set([id(2)])),
    ).toEqual([]);
    const bytes = Buffer.from(line(1) + line(2) + line(3).slice(0, -1));
    expect(recordsIn(bytes, new Set([id(2), id(3), id(4)])).map(({ id: found }) => found)).toEqual([
      id(2),
      id(3),
    ]);
    expect(recordsIn(bytes, new Set([id(1)])).map(({ id: found }) => found)).toEqual([id(1)]);
    // An id in somebody's words is no record of that id.
    const told = encodeRecord(record(5, { text: id(6) }), 0);
    expect(recordsIn(Buffer.from(told), new Set([id(6)]))).toEqual([]);
  });

  test('give a record to a reference that commits to it, and to no other', async () => {
    const files = makeMemoryFiles();
    await (await files.create('/p/2026-11.jsonl')).write(Buffer.from(`${line(1)}damaged\n`));
    await (await files.create('/p/2026-12.jsonl')).write(Buffer.from(line(2)));
    const person = await readPeople(files, '/p', new Set(['2026-11']));
    expect(person(record(1).ref)).toEqual(record(1).data);
    expect(person(record(1).ref)).toEqual(record(1).data);
    expect(person({ ...record(1).ref, commitment: 'f'.repeat(64) })).toBeNull();
    expect(person(record(2).ref)).toBeNull();
  });
});
