import type { DayNumber, VisitCode } from './ids.ts';

/** 31 symbols: no 0 O, no 1 I L. A prime, so a weighted sum modulo 31 finds every single wrong and every swapped symbol. */
const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const base = symbols.length;
const payloadLength = 7;
const space = BigInt(base) ** BigInt(payloadLength);
/** Prime to 31, so that multiplying permutes the space: every ordinal has a code of its own, and neighbours look unlike. */
const stride = 9_161_640_317n;

const valueOf = (symbol: string): number => symbols.indexOf(symbol);

const checkSymbol = (payload: string): string => {
  const sum = [...payload].reduce((total, symbol, at) => total + (at + 2) * valueOf(symbol), 0);
  return symbols.charAt((base - (sum % base)) % base);
};

const hyphenated = (eight: string): VisitCode =>
  `${eight.slice(0, 4)}-${eight.slice(4)}` as VisitCode;

/**
 * The permanent code of the office's n-th visit.
 * @param ordinal 1, 2, 3, …: the visit's place among all visits of this data folder
 * @returns a code that no other ordinal has (below 31^7, some 27 thousand million visits)
 */
export function visitCodeOf(ordinal: number): VisitCode {
  let rest = (BigInt(ordinal) * stride) % space;
  let payload = '';
  for (let at = 0; at < payloadLength; at += 1) {
    payload = symbols.charAt(Number(rest % BigInt(base))) + payload;
    rest /= BigInt(base);
  }
  return hyphenated(payload + checkSymbol(payload));
}

/** The stride backwards: stride × inverse = 1 modulo the space. */
const inverse = ((): bigint => {
  let [r, next, t, nextT] = [space, stride, 0n, 1n];
  while (next !== 0n) {
    const q = r / next;
    [r, next, t, nextT] = [next, r - q * next, nextT, t - q * nextT];
  }
  return ((t % space) + space) % space;
})();

/**
 * Which of the office's visits a code names: the inverse of `visitCodeOf`.
 * @param code in its one written form
 */
export function visitOrdinalOf(code: VisitCode): number {
  const payload = code.replace('-', '').slice(0, payloadLength);
  const value = [...payload].reduce(
    (total, symbol) => total * BigInt(base) + BigInt(valueOf(symbol)),
    0n,
  );
  return Number((value * inverse) % space);
}

/**
 * Reads a visit code as a person types or a scanner sends it: any case, with or without hyphen and spaces.
 * @returns the code in its one written form, or null when a symbol or the check symbol is wrong
 */
export function parseVisitCode(typed: string): VisitCode | null {
  const eight = typed.toUpperCase().replace(/[\s-]/g, '');
  if (eight.length !== payloadLength + 1 || [...eight].some((symbol) => valueOf(symbol) < 0))
    return null;
  return checkSymbol(eight.slice(0, payloadLength)) === eight.charAt(payloadLength)
    ? hyphenated(eight)
    : null;
}

/** So many numbers had a letter, before the letter became the kiosk's. */
const perLetter = 999;
/** The kiosk's letter (SOP.md, ruling 3). */
const letter = 'A';

/**
 * The n-th number of a day: A001 … A999, A1000 …
 * @param count 1, 2, 3, …
 */
export function dayNumberOf(count: number): DayNumber {
  return `${letter}${String(count).padStart(3, '0')}` as DayNumber;
}

/** Which of its day a number is: the inverse of `dayNumberOf`. Of journals before, where B001 came behind A999, too. */
export function dayCountOf(number: string): number {
  return (number.charCodeAt(0) - letter.charCodeAt(0)) * perLetter + Number(number.slice(1));
}

/** Reads a day number as typed: `a12`, `A 012` and `A012` are one. Null when it cannot be one. */
export function parseDayNumber(typed: string): DayNumber | null {
  const match = /^([A-Z])0*([1-9]\d{0,8})$/.exec(typed.toUpperCase().replace(/[\s-]/g, ''));
  return match ? (`${match[1]}${match[2]?.padStart(3, '0')}` as DayNumber) : null;
}
