import { checkText } from '../base/free-text.ts';

/** What is wrong with a field; each has a plain sentence in shared/text/kiosk.ts. `count` fills its blank. */
export type FieldProblem =
  | {
      readonly problem:
        'empty' | 'malformed' | 'looks-like-secret' | 'no-letters' | 'has-digits' | 'form-missing';
    }
  | { readonly problem: 'too-long' | 'too-short'; readonly count: number }
  | { readonly problem: 'not-phone' | 'not-email' | 'not-user-id' | 'not-tender-code' }
  | { readonly problem: 'not-date' | 'past' | 'too-far' };

/** Why a text cannot be kept as it was typed; null: it can. @param limit most characters (code points) */
export function textProblem(typed: string, limit: number): FieldProblem | null {
  const checked = checkText(typed, limit);
  if (checked.ok) return null;
  if (checked.code === 'text-empty') return { problem: 'empty' };
  if (checked.code === 'text-too-long')
    return { problem: 'too-long', count: Number(checked.details?.['over']) };
  return { problem: checked.code === 'looks-like-secret' ? 'looks-like-secret' : 'malformed' };
}
