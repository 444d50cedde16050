import { checkText } from '../base/free-text.ts';
import { officeDate, officeMoment, type WallMs, type Zone } from '../base/office-time.ts';

/** The guest book of step 2: what a visitor tells at the kiosk, as typed. Optional fields may be empty. */
export type GuestBookForm = {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly email: string;
  /** Null: "Saya tidak ingat"; the desk completes it. */
  readonly userId: string | null;
  /** Null until the visitor has chosen: nothing is chosen for anybody. */
  readonly purpose: Purpose | null;
  /** In the visitor's words; owed when the purpose is `other`. */
  readonly purposeNote: string;
  readonly tenderCode: string;
  readonly tenderName: string;
  /** The office's date and time of the upload deadline, `YYYY-MM-DDTHH:mm`, or empty. */
  readonly deadline: string;
};

export const purposes = ['upload-bid', 'fill-qualification', 'problem', 'other'] as const;
export type Purpose = (typeof purposes)[number];

export const guestBookFields = [
  'name',
  'company',
  'phone',
  'email',
  'userId',
  'purpose',
  'purposeNote',
  'tenderCode',
  'tenderName',
  'deadline',
] as const satisfies readonly (keyof GuestBookForm)[];
export type GuestBookField = (typeof guestBookFields)[number];

/** What is wrong with a field; each has a plain sentence in shared/text/kiosk.ts. `count` fills its blank. */
export type FieldProblem =
  | {
      readonly problem:
        'empty' | 'malformed' | 'looks-like-secret' | 'no-letters' | 'has-digits' | 'form-missing';
    }
  | { readonly problem: 'too-long' | 'too-short'; readonly count: number }
  | { readonly problem: 'not-phone' | 'not-email' | 'not-user-id' | 'not-tender-code' }
  | { readonly problem: 'not-date' | 'past' | 'too-far' };

export const legalForms = ['CV', 'PT', 'UD', 'Koperasi', 'Perorangan'] as const;
const legalForm =
  /(?:^|[\s,(])(?:cv|pt|ud|pd|tb|firma|fa|koperasi|kop|perorangan|perseorangan|yayasan|bumdes|bumd|perum|perumda|persero|persekutuan|kso|jo|konsultan)\b\.?/iu;

const limits = { name: 80, company: 120, email: 120, purposeNote: 300, tenderName: 200 } as const;
const phoneDigits = { least: 9, most: 13 };
const userIdPattern = /^[A-Za-z0-9][A-Za-z0-9._@-]*$/;
const userIdLength = { least: 3, most: 50 };
const year = 366 * 86_400_000;

const kept = (typed: string, limit: number): FieldProblem | null => {
  const checked = checkText(typed, limit);
  if (checked.ok) return null;
  if (checked.code === 'text-empty') return { problem: 'empty' };
  if (checked.code === 'text-too-long')
    return { problem: 'too-long', count: Number(checked.details?.['over']) };
  return { problem: checked.code === 'looks-like-secret' ? 'looks-like-secret' : 'malformed' };
};

const optional = (typed: string, limit: number): FieldProblem | null =>
  typed.trim() === '' ? null : kept(typed, limit);

/** A telephone number as digits with the national 0: `+62 812-3456` and `0812 3456` are one. Null when it is none. */
export function phoneDigitsOf(typed: string): string | null {
  const plain = typed.replace(/[\s().-]/g, '');
  const national = plain.replace(/^\+?62/, '0');
  return /^0\d*$/.test(national) ? national : null;
}

const phoneProblem = (typed: string): FieldProblem | null => {
  if (typed.trim() === '') return { problem: 'empty' };
  const digits = phoneDigitsOf(typed);
  if (digits === null) return { problem: 'not-phone' };
  if (digits.length < phoneDigits.least)
    return { problem: 'too-short', count: phoneDigits.least - digits.length };
  if (digits.length > phoneDigits.most)
    return { problem: 'too-long', count: digits.length - phoneDigits.most };
  return null;
};

const userIdProblem = (typed: string | null): FieldProblem | null => {
  if (typed === null) return null;
  const problem = kept(typed, userIdLength.most);
  if (problem !== null) return problem;
  const text = typed.trim();
  if (!userIdPattern.test(text)) return { problem: 'not-user-id' };
  return text.length < userIdLength.least
    ? { problem: 'too-short', count: userIdLength.least - text.length }
    : null;
};

const deadlineProblem = (typed: string, now: WallMs, zone: Zone): FieldProblem | null => {
  if (typed === '') return null;
  const at = deadlineMoment(typed, zone);
  if (at === null) return { problem: 'not-date' };
  if (officeDate(at, zone) < officeDate(now, zone)) return { problem: 'past' };
  return at - now > year ? { problem: 'too-far' } : null;
};

/** The moment of a deadline typed as `YYYY-MM-DDTHH:mm` of the office; null when it is empty or none. */
export function deadlineMoment(typed: string, zone: Zone): WallMs | null {
  const [date = '', time = ''] = typed.split('T');
  return officeMoment(date, time, zone);
}

/**
 * Checks one field of the guest book.
 * @param form the whole form: some rules look at two fields
 * @param now the wall clock, for the deadline
 * @returns null when the field may stay as it is
 */
export function fieldProblem(
  field: GuestBookField,
  form: GuestBookForm,
  now: WallMs,
  zone: Zone,
): FieldProblem | null {
  switch (field) {
    case 'name': {
      const problem = kept(form.name, limits.name);
      if (problem !== null) return problem;
      if (/\d/.test(form.name)) return { problem: 'has-digits' };
      return (form.name.match(/\p{L}/gu) ?? []).length < 2 ? { problem: 'no-letters' } : null;
    }
    case 'company': {
      const problem = kept(form.company, limits.company);
      if (problem !== null) return problem;
      if (!legalForm.test(form.company)) return { problem: 'form-missing' };
      return form.company.replace(legalForm, '').replace(/[^\p{L}\d]/gu, '').length < 2
        ? { problem: 'no-letters' }
        : null;
    }
    case 'phone':
      return phoneProblem(form.phone);
    case 'email': {
      const problem = optional(form.email, limits.email);
      if (problem !== null || form.email.trim() === '') return problem;
      return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(form.email.trim())
        ? null
        : { problem: 'not-email' };
    }
    case 'userId':
      return userIdProblem(form.userId);
    case 'purpose':
      return form.purpose !== null && purposes.includes(form.purpose) ? null : { problem: 'empty' };
    case 'purposeNote':
      return form.purpose === 'other'
        ? kept(form.purposeNote, limits.purposeNote)
        : optional(form.purposeNote, limits.purposeNote);
    case 'tenderCode':
      return form.tenderCode.trim() === '' || /^\d{4,15}$/.test(form.tenderCode.trim())
        ? null
        : { problem: 'not-tender-code' };
    case 'tenderName':
      return optional(form.tenderName, limits.tenderName);
    case 'deadline':
      return deadlineProblem(form.deadline, now, zone);
  }
}

/** The first field of the guest book that may not stay as it is, in the order of the form; null when all is well. */
export function guestBookProblem(
  form: GuestBookForm,
  now: WallMs,
  zone: Zone,
): { readonly field: GuestBookField; readonly problem: FieldProblem } | null {
  for (const field of guestBookFields) {
    const problem = fieldProblem(field, form, now, zone);
    if (problem !== null) return { field, problem };
  }
  return null;
}

/** An empty guest book, as the kiosk opens it. */
export const emptyGuestBook: GuestBookForm = {
  name: '',
  company: '',
  phone: '',
  email: '',
  userId: '',
  purpose: null,
  purposeNote: '',
  tenderCode: '',
  tenderName: '',
  deadline: '',
};
