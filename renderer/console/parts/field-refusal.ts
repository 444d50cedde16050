import type { Language } from '../../../shared/base/closed-lists.ts';
import type { Refused } from '../../../shared/base/result.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';

/** The sentence for a field that the main process refused; null when it refused nothing about it. */
export function fieldRefusal(
  language: Language,
  refused: Refused | null,
  field: string,
): string | null {
  return refused?.details?.['field'] === field ? refusalSentence(language, refused) : null;
}
