import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/base/closed-lists.ts';
import type { ProcedureView } from '../../../shared/views/procedure-view.ts';
import { useLanguage } from './language.ts';

/** The words of every procedure that the console shows visits of. */
export const ProceduresContext = createContext<readonly ProcedureView[]>([]);

type Key = { readonly document: string; readonly revision: string };

/** A procedure's own words in the reader's language. */
export type ProcedureWords = {
  readonly short: (step: string) => string;
  readonly title: (step: string) => string;
  readonly question: (step: string) => string | null;
  readonly answer: (step: string, answer: string) => string;
  readonly isVisitors: (step: string) => boolean;
};

const wordsOf = (procedure: ProcedureView | undefined, language: Language): ProcedureWords => {
  const stepOf = (step: string) => procedure?.steps.find(({ id }) => id === step);
  const answersOf = (
    step: string,
  ): Readonly<Record<string, { readonly id: string; readonly en: string } | undefined>> =>
    stepOf(step)?.words.answers ?? {};
  return {
    short: (step) => stepOf(step)?.words.short[language] ?? step,
    title: (step) => stepOf(step)?.words.title[language] ?? step,
    question: (step) => stepOf(step)?.words.question?.[language] ?? null,
    answer: (step, answer) => answersOf(step)[answer]?.[language] ?? answer,
    isVisitors: (step) => stepOf(step)?.isVisitors ?? false,
  };
};

/** The words of the procedure under which a visit began. */
export function useProcedureWords({ document, revision }: Key): ProcedureWords {
  const { language } = useLanguage();
  const all = useContext(ProceduresContext);
  return wordsOf(
    all.find((one) => one.document === document && one.revision === revision),
    language,
  );
}
