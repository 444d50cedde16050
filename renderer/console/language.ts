import { createContext, useContext } from 'react';
import type { Language } from '../../shared/procedure/words.ts';
import { consoleText, type ConsoleText } from '../../shared/text/console.ts';
import { words, type Words } from '../../shared/text/words.ts';

export type LanguageChoice = {
  readonly language: Language;
  readonly choose: (language: Language) => void;
};

export const LanguageContext = createContext<LanguageChoice>({
  language: 'id',
  choose: () => undefined,
});

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);
/** The sentences of this window in the reader's language. */
export const useText = (): ConsoleText => consoleText[useLanguage().language];
/** The domain's own words in the reader's language. */
export const useWords = (): Words => words[useLanguage().language];
