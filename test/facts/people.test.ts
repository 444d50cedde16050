import { expect, test } from 'vitest';
import type { PersonId } from '../../shared/base/ids.ts';
import { refused } from '../../shared/base/result.ts';
import { fieldOf, type PersonData } from '../../shared/facts/people.ts';
import { textIn } from '../../shared/views/person.ts';
import { note } from '../../main/engine/decision.ts';
import { checkIn, openReadyOffice } from '../office.ts';

const ref = { id: 'P1' as PersonId, file: '2026-11', commitment: '' };
const written: PersonData = { name: 'Wakil', pin: 'hash' };

test('a record is read by its kind; one from before a field was added has none of it', () => {
  expect(textIn(() => written, ref, 'staff', 'name')).toBe('Wakil');
  expect(textIn(() => null, ref, 'staff', 'name')).toBe('');
  expect(textIn(() => written, ref, 'guest-book', 'phone')).toBe('');
  expect(fieldOf<'guest-book'>(written, 'phone')).toBeUndefined();
});

test('a field misspelt, or of another kind, does not compile', async () => {
  const { core } = await openReadyOffice();
  // @ts-expect-error -- a member of staff has a name, no nama
  expect(textIn(() => written, ref, 'staff', 'nama')).toBe('');
  // @ts-expect-error -- a folder is kept of a backup's place, not of a member of staff
  expect(textIn(() => written, ref, 'staff', 'folder')).toBe('');
  const told = await note(core, ({ keep }) => {
    // @ts-expect-error -- a note has a text
    expect(keep('note', { texts: 'a' })).toBeDefined();
    // @ts-expect-error -- the remedy is missing
    expect(keep('accountability-note', { why: 'a' })).toBeDefined();
    // @ts-expect-error -- there is no such kind
    expect(keep('notes', { text: 'a' })).toBeDefined();
    // So that nothing of it is written.
    return refused('text-empty');
  });
  expect(told).toMatchObject({ ok: false, code: 'text-empty' });
});

test('what lies on disk has no kind, and the guest book’s fields in the order of its list', async () => {
  const office = await openReadyOffice();
  await checkIn(office);
  const lines = (await office.files.read('/data/people/2026-11.jsonl'))?.toString('utf8') ?? '';
  expect(lines).toContain(
    '"data":{"name":"Wakil CV Sumber Makmur Batang","company":"CV Sumber Makmur Batang","phone":"081234567890",' +
      '"email":"","userId":"SUMBER2024","purpose":"upload-bid","purposeNote":"","tenderCode":"8412119",' +
      '"tenderName":"Rehabilitasi Jembatan Kecamatan Bandar"},"hash"',
  );
  expect(lines).toMatch(/"data":\{"name":"Koordinator","pin":"[^"]+"\},"hash"/);
});
