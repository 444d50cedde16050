import { accepted, refused, type Result } from './result.ts';
import { looksLikeSecret } from './secrets.ts';

/** Longest free text a person may write in one box, in characters (code points). */
export const freeTextLimit = 2_000;

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
/** Control characters other than line breaks and tabs, and the marks that turn the reading direction unseen. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- control characters are what this rule is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/;

/**
 * The rule for every text that a person writes and the product keeps.
 * @param typed as it came from the window
 * @param limit most characters (code points) kept; never cut, refused beyond it
 * @returns the text without surrounding space, or why it cannot be kept: `text-empty`, `text-too-long` (details.over),
 *   `text-malformed`, `looks-like-secret`
 */
export function checkText(typed: string, limit: number = freeTextLimit): Result<string> {
  if (loneSurrogate.test(typed) || unseen.test(typed)) return refused('text-malformed');
  const text = typed.trim();
  if (text === '') return refused('text-empty');
  const over = [...text].length - limit;
  if (over > 0) return refused('text-too-long', { over });
  return looksLikeSecret(text) ? refused('looks-like-secret') : accepted(text);
}
