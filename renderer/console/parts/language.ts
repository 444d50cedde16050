import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/base/closed-lists.ts';
import { consoleText, type ConsoleText } from '../../../shared/text/console.ts';
import { words, type Words } from '../../../shared/text/words.ts';

export type LanguageChoice = {
  readonly language: Language;
  readonly choose: (language: Language) => void;
};

export const LanguageContext = createContext<LanguageChoice>({
  language: 'id',
  choose: () => undefined,
});

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
/** The sentences of this window in the reader's language. */
export function useText(): ConsoleText {
  return consoleText[useLanguage().language];
}
/** The domain's own words in the reader's language. */
export function useWords(): Words {
  return words[useLanguage().language];
}
