import type { DayNumber, JournalId, VisitCode } from './ids.ts';

/** 31 symbols: no 0 O, no 1 I L. A prime, so a weighted sum modulo 31 finds every single wrong and every swapped symbol. */
const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const base = symbols.length;
const payloadLength = 7;
const space = BigInt(base) ** BigInt(payloadLength);
/** Codes of before journals had a name: prime to 31, so that multiplying permutes the space. */
const stride = 9_161_640_317n;

const valueOf = (symbol: string): number => symbols.indexOf(symbol);

const checkSymbol = (payload: string): string => {
  const sum = [...payload].reduce((total, symbol, at) => total + (at + 2) * valueOf(symbol), 0);
  return symbols.charAt((base - (sum % base)) % base);
};

const hyphenated = (eight: string): VisitCode =>
  `${eight.slice(0, 4)}-${eight.slice(4)}` as VisitCode;

/** A place among all codes is written as one below 31^3 and one below 31^4; each round adds to one what the other says. */
const high = base ** 3;
const low = base ** 4;
const rounds = 8;
/** 32 bits of the golden ratio: tells the rounds apart. */
const golden = 0x9e_37_79_b9;

/** Scatters 32 bits (the finalizer of MurmurHash3). */
const scatter = (bits: number): number => {
  const first = Math.imul(bits ^ (bits >>> 16), 0x85_eb_ca_6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2_b2_ae_35);
  return (second ^ (second >>> 16)) >>> 0;
};

/** What each round adds, by a quarter of the journal's id in turn. */
const addendsOf = (key: JournalId): readonly ((half: number) => number)[] =>
  Array.from({ length: rounds }, (_, round) => {
    const quarter = Number.parseInt(key.slice(8 * (round % 4), 8 * (round % 4) + 8), 16);
    const own = scatter(quarter + Math.imul(golden, round + 1));
    return (half) => scatter(half ^ own);
  });

/**
 * A journal's own order of all codes: a Feistel network whose halves are numbers, so that it permutes just 31^7 of them. It
 * keeps codes of kiosks apart and is no secret: whoever knows the id can compute it.
 */
const scrambled = (ordinal: number, key: JournalId): bigint => {
  let [left, right] = [Math.floor(ordinal / low) % high, ordinal % low];
  for (const [round, addend] of addendsOf(key).entries()) {
    if (round % 2 === 0) left = (left + addend(right)) % high;
    else right = (right + addend(left)) % low;
  }
  return BigInt(left * low + right);
};

/** The inverse of `scrambled`. */
const unscrambled = (place: number, key: JournalId): number => {
  let [left, right] = [Math.floor(place / low), place % low];
  for (const [round, addend] of [...addendsOf(key).entries()].reverse()) {
    if (round % 2 === 0) left = (left + high - (addend(right) % high)) % high;
    else right = (right + low - (addend(left) % low)) % low;
  }
  return left * low + right;
};

/**
 * The permanent code of a journal's n-th visit.
 * @param ordinal 1, 2, 3, …: the visit's place among all visits of this data folder
 * @param key the journal's id, so that codes differ between offices and kiosks (SOP.md, ruling 3). Null: as codes were before
 *   journals had one, the same everywhere
 * @returns a code that no other ordinal has by that key (below 31^7, some 27 thousand million visits)
 */
export function visitCodeOf(ordinal: number, key: JournalId | null): VisitCode {
  let rest = key === null ? (BigInt(ordinal) * stride) % space : scrambled(ordinal, key);
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
 * Which of a journal's visits a code names: the inverse of `visitCodeOf`.
 * @param code in its one written form
 * @param key as there: by another key than it was made with, a code names any of 31^7
 */
export function visitOrdinalOf(code: VisitCode, key: JournalId | null): number {
  const payload = code.replace('-', '').slice(0, payloadLength);
  const value = [...payload].reduce(
    (total, symbol) => total * BigInt(base) + BigInt(valueOf(symbol)),
    0n,
  );
  return key === null ? Number((value * inverse) % space) : unscrambled(Number(value), key);
}

/**
 * May a code be of one of a journal's visits? Codes of before the journal had a name stay valid, so it is read by both
 * orders; that a code of elsewhere fits by chance happens to one in some 27 thousand million for each visit and order.
 * @param lastOrdinal the journal's last visit
 */
export function isIssued(code: VisitCode, key: JournalId | null, lastOrdinal: number): boolean {
  return [key, null].some((each) => {
    const ordinal = visitOrdinalOf(code, each);
    return ordinal > 0 && ordinal <= lastOrdinal;
  });
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
/** The first letter, and the kiosk's where nothing else is set (SOP.md, ruling 3). */
const firstLetter = 'A';

/**
 * The n-th number of a day: A001 … A999, A1000 …
 * @param count 1, 2, 3, …
 * @param letter the kiosk's, A to Z
 */
export function dayNumberOf(count: number, letter = firstLetter): DayNumber {
  return `${letter}${String(count).padStart(3, '0')}` as DayNumber;
}

/**
 * Which of its day a number is: the inverse of `dayNumberOf`. Of journals before, where B001 came behind A999, too.
 * @param letter the kiosk's: numbers with another are read as those of before
 */
export function dayCountOf(number: string, letter = firstLetter): number {
  const before = number.startsWith(letter)
    ? 0
    : (number.charCodeAt(0) - firstLetter.charCodeAt(0)) * perLetter;
  return before + Number(number.slice(1));
}

/** Reads a day number as typed, of any kiosk's letter: `a12`, `A 012` and `A012` are one. Null when it cannot be one. */
export function parseDayNumber(typed: string): DayNumber | null {
  const match = /^([A-Z])0*([1-9]\d{0,8})$/.exec(typed.toUpperCase().replace(/[\s-]/g, ''));
  return match ? (`${match[1]}${match[2]?.padStart(3, '0')}` as DayNumber) : null;
}
