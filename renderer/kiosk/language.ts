import { createContext, useContext } from 'react';
import type { Language } from '../../shared/procedure/words.ts';
import { kioskText, type KioskText } from '../../shared/text/kiosk.ts';

export type LanguageChoice = {
  readonly language: Language;
  readonly choose: (language: Language) => void;
};

export const LanguageContext = createContext<LanguageChoice>({
  language: 'id',
  choose: () => undefined,
});

/** The sentences of this window in the visitor's language. */
export const useText = (): KioskText => kioskText[useContext(LanguageContext).language];
export const useLanguage = (): LanguageChoice => useContext(LanguageContext);
