import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineMoment } from '../../shared/guest-book/deadline.ts';
import {
  emptyGuestBook,
  fieldProblem,
  guestBookProblem,
  type GuestBookField,
  type GuestBookForm,
} from '../../shared/guest-book/guest-book.ts';
import { phoneDigitsOf } from '../../shared/guest-book/phone-number.ts';
import { guestBookA, guestBookB, monday } from '../office.ts';

const problemOf = (field: GuestBookField, value: string | null, form: GuestBookForm = guestBookA) =>
  fieldProblem(field, { ...form, [field]: value }, monday, 'WIB');

test('the two example visits are well filled in', () => {
  expect(guestBookProblem(guestBookA, monday, 'WIB')).toBeNull();
  expect(guestBookProblem(guestBookB, monday, 'WIB')).toBeNull();
  expect(guestBookProblem(emptyGuestBook, monday, 'WIB')).toEqual({
    field: 'name',
    problem: { problem: 'empty' },
  });
});

describe('each field has its rule', () => {
  test.each([
    ['name', '', 'empty'],
    ['name', 'R2D2', 'has-digits'],
    ['name', '.', 'no-letters'],
    ['name', 'a'.repeat(81), 'too-long'],
    ['name', 'a\u0000b', 'malformed'],
    ['name', '\ud83d', 'malformed'],
    ['company', 'Sumber Makmur Batang', 'form-missing'],
    ['company', 'CV', 'no-letters'],
    ['company', '  ', 'empty'],
    ['phone', '', 'empty'],
    ['phone', 'nol delapan', 'not-phone'],
    ['phone', '0812345', 'too-short'],
    ['phone', '08123456789012', 'too-long'],
    ['phone', '12345678901', 'not-phone'],
    ['email', 'wakil', 'not-email'],
    ['email', 'a@b', 'not-email'],
    ['userId', '', 'empty'],
    ['userId', 'ab', 'too-short'],
    ['userId', 'dua kata', 'not-user-id'],
    ['userId', 'Batang#77', 'looks-like-secret'],
    ['tenderCode', 'abc', 'not-tender-code'],
    ['tenderCode', '123', 'not-tender-code'],
    ['tenderName', 'password: Rahasia1', 'looks-like-secret'],
    ['deadline', '2026-11-22T15:30', 'past'],
    ['deadline', '2026-02-31T10:00', 'not-date'],
    ['deadline', '2031-01-01T10:00', 'too-far'],
    ['deadline', 'besok', 'not-date'],
  ] as const)('%s %j: %s', (field, value, problem) => {
    expect(problemOf(field, value)?.problem).toBe(problem);
  });

  test.each([
    ['name', 'Siti Nur’aini, S.Kom.'],
    ['company', 'Koperasi Jaya'],
    ['company', 'Sumber Makmur, CV'],
    ['company', 'PT. Karya Pantura'],
    ['company', 'Perorangan Ahmad'],
    ['phone', '+62 812-3456-789'],
    ['phone', '(0285) 391 234'],
    ['email', ''],
    ['email', 'wakil@sumber-makmur.co.id'],
    ['userId', null],
    ['userId', 'SUMBER2024'],
    ['tenderCode', ''],
    ['tenderCode', '12345678'],
    ['deadline', ''],
    ['deadline', '2026-11-23T00:00'],
  ] as const)('%s %j may stay', (field, value) => {
    expect(problemOf(field, value)).toBeNull();
  });

  test('an own purpose wants words', () => {
    expect(problemOf('purposeNote', '', { ...guestBookA, purpose: 'other' })).toEqual({
      problem: 'empty',
    });
    expect(
      problemOf('purposeNote', 'Bertanya jadwal', { ...guestBookA, purpose: 'other' }),
    ).toBeNull();
    expect(problemOf('purposeNote', '')).toBeNull();
    expect(problemOf('purpose', 'nonsense')).toEqual({ problem: 'empty' });
  });

  test('how much is missing or too much is said', () => {
    expect(problemOf('phone', '0812345')).toEqual({ problem: 'too-short', count: 2 });
    expect(problemOf('name', 'a'.repeat(85))).toEqual({ problem: 'too-long', count: 5 });
  });
});

test('a phone number is one however it is written', () => {
  expect(['+62 812 3456 7890', '62812-3456-7890', '0812.3456.7890'].map(phoneDigitsOf)).toEqual(
    Array(3).fill('081234567890'),
  );
});

test('a deadline is the office’s time', () => {
  expect(deadlineMoment('2026-11-23T15:30', 'WIB')).toBe(Date.parse('2026-11-23T08:30:00Z'));
  expect(deadlineMoment('2026-11-23T15:30', 'WIT')).toBe(Date.parse('2026-11-23T06:30:00Z'));
});

test('no text whatever makes a rule throw', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(
      fc.record({
        name: text,
        company: text,
        phone: text,
        email: text,
        userId: fc.option(text),
        purpose: fc.constantFrom('upload-bid' as const, 'other' as const),
        purposeNote: text,
        tenderCode: text,
        tenderName: text,
        deadline: text,
      }),
      (form) => {
        guestBookProblem(form, monday, 'WITA');
      },
    ),
    { numRuns: 2_000 },
  );
});
