import { textProblem, type FieldProblem } from './field-problem.ts';
import { purposes, type Purpose } from './purposes.ts';

/** The rules of single fields. Each takes the value as typed and answers what is wrong; null: it may stay as it is. */

export const legalForms = ['CV', 'PT', 'UD', 'Koperasi', 'Perorangan'] as const;
const legalForm =
  /(?:^|[\s,(])(?:cv|pt|ud|pd|tb|firma|fa|koperasi|kop|perorangan|perseorangan|yayasan|bumdes|bumd|perum|perumda|persero|persekutuan|kso|jo|konsultan)\b\.?/iu;

const limits = { name: 80, company: 120, email: 120, userId: 50 } as const;
const userIdPattern = /^[A-Za-z0-9][A-Za-z0-9._@-]*$/;
const userIdLeast = 3;

/** A person's name has two letters at least and no digit. */
export function nameProblem(typed: string): FieldProblem | null {
  const problem = textProblem(typed, limits.name);
  if (problem !== null) return problem;
  if (/\d/.test(typed)) return { problem: 'has-digits' };
  return (typed.match(/\p{L}/gu) ?? []).length < 2 ? { problem: 'no-letters' } : null;
}

/** A company's name says its legal form, and two letters or digits besides. */
export function companyProblem(typed: string): FieldProblem | null {
  const problem = textProblem(typed, limits.company);
  if (problem !== null) return problem;
  if (!legalForm.test(typed)) return { problem: 'form-missing' };
  return typed.replace(legalForm, '').replace(/[^\p{L}\d]/gu, '').length < 2
    ? { problem: 'no-letters' }
    : null;
}

export function emailProblem(typed: string): FieldProblem | null {
  const problem = textProblem(typed, limits.email);
  if (problem !== null) return problem;
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(typed.trim())
    ? null
    : { problem: 'not-email' };
}

/** @param typed null: "Saya tidak ingat", which may stay */
export function userIdProblem(typed: string | null): FieldProblem | null {
  if (typed === null) return null;
  const problem = textProblem(typed, limits.userId);
  if (problem !== null) return problem;
  const text = typed.trim();
  if (!userIdPattern.test(text)) return { problem: 'not-user-id' };
  return text.length < userIdLeast
    ? { problem: 'too-short', count: userIdLeast - text.length }
    : null;
}

export function purposeProblem(chosen: Purpose | null): FieldProblem | null {
  return chosen !== null && purposes.includes(chosen) ? null : { problem: 'empty' };
}

export function tenderCodeProblem(typed: string): FieldProblem | null {
  return /^\d{4,15}$/.test(typed.trim()) ? null : { problem: 'not-tender-code' };
}
