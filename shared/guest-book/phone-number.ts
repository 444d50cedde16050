import type { FieldProblem } from './field-problem.ts';

const digitsOfOne = { least: 9, most: 13 };

/** A telephone number as digits with the national 0: `+62 812-3456` and `0812 3456` are one. Null when it is none. */
export function phoneDigitsOf(typed: string): string | null {
  const plain = typed.replace(/[\s().-]/g, '');
  const national = plain.replace(/^\+?62/, '0');
  return /^0\d*$/.test(national) ? national : null;
}

/** A telephone number has a national 0 and 9 to 13 digits. */
export function phoneProblem(typed: string): FieldProblem | null {
  if (typed.trim() === '') return { problem: 'empty' };
  const digits = phoneDigitsOf(typed);
  if (digits === null) return { problem: 'not-phone' };
  if (digits.length < digitsOfOne.least)
    return { problem: 'too-short', count: digitsOfOne.least - digits.length };
  return digits.length > digitsOfOne.most
    ? { problem: 'too-long', count: digits.length - digitsOfOne.most }
    : null;
}
