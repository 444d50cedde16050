import { describe, expect, test } from 'vitest';
import { checkInStepsFor } from '../../renderer/kiosk/check-in/check-in-steps.ts';
import { guestBookSchema } from '../../shared/guest-book/guest-book-schema.ts';
import {
  emptyGuestBook,
  entryOf,
  fieldProblem,
  fieldsAsked,
  fieldsShown,
  guestBookFieldKeys,
  guestBookProblem,
  isAskedOf,
} from '../../shared/guest-book/guest-book.ts';
import { factPartOf, recordOf, tidied } from '../../shared/guest-book/kept-guest-book.ts';
import { guestBookA, guestBookB, monday } from '../office.ts';

const everybodys = ['name', 'company', 'phone', 'email', 'userId'];
const keysOf = (fields: readonly { readonly key: string }[]) => fields.map(({ key }) => key);

describe('a matter that asks little', () => {
  const form = { ...emptyGuestBook, name: 'Wakil', company: 'CV Contoh', phone: '081234567890' };

  test('is told what everybody is asked, and what it names', () => {
    expect(keysOf(fieldsAsked([]))).toEqual(everybodys);
    expect(keysOf(fieldsAsked(['tenderCode', 'no-such-field']))).toEqual([
      ...everybodys,
      'tenderCode',
    ]);
    expect(keysOf(fieldsAsked(guestBookFieldKeys))).toEqual(guestBookFieldKeys);
  });

  test('owes nothing that it does not ask, but nothing may be smuggled in there', () => {
    const known = { ...form, userId: null };
    expect(guestBookProblem(known, monday, 'WIB', [])).toBeNull();
    expect(guestBookProblem(known, monday, 'WIB', ['purpose'])?.field).toBe('purpose');
    expect(
      guestBookProblem({ ...known, tenderName: 'password: Rahasia1' }, monday, 'WIB', []),
    ).toEqual({ field: 'tenderName', problem: { problem: 'looks-like-secret' } });
  });

  test('leaves out the kiosk’s parts of which it asks no field', () => {
    const parts = (asks: readonly string[]) => checkInStepsFor(asks, false).map(({ id }) => id);
    expect(parts([])).toEqual(['privacy', 'name', 'company', 'contact', 'account', 'review']);
    expect(
      checkInStepsFor([], true)
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['privacy', 'matter', 'name']);
    expect(parts(guestBookFieldKeys)).toEqual([
      'privacy',
      'name',
      'company',
      'contact',
      'account',
      'purpose',
      'tender',
      'review',
    ]);
  });
});

test('words on the purpose are asked of whoever comes for something else', () => {
  const note = entryOf('purposeNote');
  expect(isAskedOf(note, guestBookA)).toBe(false);
  expect(isAskedOf(note, { ...guestBookA, purpose: 'other' })).toBe(true);
  expect(
    fieldProblem('purposeNote', { ...guestBookA, purpose: 'other' }, monday, 'WIB'),
  ).not.toBeNull();
});

test('the guest book is kept tidied: in the record whatever names a person, in the fact what counts', () => {
  const form = tidied({ ...guestBookB, name: ' Wakil PT Karya Pantura ' });
  expect(JSON.stringify(recordOf(form))).toBe(
    '{"name":"Wakil PT Karya Pantura","company":"PT Karya Pantura","phone":"081398765432","email":"","userId":null,' +
      '"purpose":"problem","purposeNote":"","tenderCode":"","tenderName":""}',
  );
  expect(factPartOf(form, 'WIB')).toEqual({ userIdGiven: false, deadline: null });
  expect(factPartOf(guestBookA, 'WIB')).toEqual({
    userIdGiven: true,
    deadline: Date.parse('2026-11-23T08:30:00Z'),
  });
});

test('a window sends every field of the list and no other', () => {
  expect(guestBookSchema.safeParse(emptyGuestBook).success).toBe(true);
  expect(guestBookSchema.safeParse({ ...emptyGuestBook, nama: 'a' }).success).toBe(false);
  for (const key of guestBookFieldKeys)
    expect(guestBookSchema.safeParse({ ...emptyGuestBook, [key]: undefined }).success).toBe(false);
});

test('the list says where a field is shown', () => {
  expect(keysOf(fieldsShown('visitor'))).toEqual(['name', 'phone', 'email', 'userId', 'purpose']);
  expect(keysOf(fieldsShown('register'))).toEqual(['name', 'company']);
  expect(keysOf(fieldsShown('export'))).toEqual(guestBookFieldKeys);
  expect(keysOf(fieldsShown('review'))).toEqual(guestBookFieldKeys);
});
