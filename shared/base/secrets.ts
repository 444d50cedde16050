/**
 * Finds text that looks like a password, so that it is refused and kept nowhere (SOP, Pencatatan: the product never
 * holds a password). It looks for a secret being *told*, not for the word: "Lupa password" passes, "password: Rahasia1"
 * does not. It cannot find a secret that looks like an ordinary word.
 */

const keyword =
  '(?:kata\\s*sandi|kata\\s*kunci|sandi|pass\\s*word|passwd|passphrase|pass|pwd|pin|token|otp)';
/** Words that stand between the keyword and what is told: "sandi saya adalah …". */
const filler =
  '(?:(?:saya|kami|nya|akun|spse|lpse|user|login|baru|lama|adalah|ialah|yaitu|is|my|the|new|account)\\b\\s*)*';
// Without `u`, for its words have none but plain letters: with it the engine takes 20 ms to compile this, again and again.
const told = new RegExp(
  `\\b${keyword}(?:nya)?\\s*${filler}(?:adalah\\s*|is\\s*)?([:=]?)\\s*(\\S+)`,
  'gi',
);

/** What people write after "password:" without telling it. */
const ordinary =
  /^(?:salah|lupa|tidak|belum|sudah|hilang|ditolak|gagal|error|kosong|benar|sama|expired|wrong|forgotten|lost|unknown|tak|dan|atau|di|ke|yang|untuk|bisa|dapat)[.,;!?]*$/iu;

const hasLetter = (word: string): boolean => /\p{L}/u.test(word);
const hasDigit = (word: string): boolean => /\d/.test(word);
const symbol = /[!@#$%^&*?+=~<>|\\]/;

const looksMade = (word: string): boolean =>
  (hasLetter(word) && hasDigit(word) && word.length >= 5) ||
  (symbol.test(word) && word.length >= 5) ||
  /^\d{4,}$/.test(word);

const isAddress = (word: string): boolean =>
  /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(word) || /^(?:https?:\/\/|www\.)/i.test(word);

/** Letters, digits and a symbol in one word of eight or more: a password on its own, with no keyword beside it. */
const standsAlone = (word: string): boolean =>
  word.length >= 8 && hasLetter(word) && hasDigit(word) && symbol.test(word) && !isAddress(word);

/**
 * @param text what a person typed
 * @returns true when it seems to tell a password, PIN or token
 */
export function looksLikeSecret(text: string): boolean {
  for (const [, separator, word = ''] of text.matchAll(told)) {
    if (separator !== '' && word.length >= 3 && !ordinary.test(word)) return true;
    if (separator === '' && looksMade(word) && !isAddress(word)) return true;
  }
  return text.split(/\s+/).some(standsAlone);
}
