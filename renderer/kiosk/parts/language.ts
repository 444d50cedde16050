import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/base/closed-lists.ts';
import { kioskText, type KioskText } from '../../../shared/text/kiosk.ts';

export type LanguageChoice = {
  readonly language: Language;
  readonly choose: (language: Language) => void;
};

export const LanguageContext = createContext<LanguageChoice>({
  language: 'id',
  choose: () => undefined,
});

/** The sentences of this window in the visitor's language. */
export function useText(): KioskText {
  return kioskText[useContext(LanguageContext).language];
}
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
