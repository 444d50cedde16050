import type { Bilingual, Procedure, Step } from '../sop/definition.ts';
import { currentProcedures, findProcedure, keyOf } from '../state/procedures.ts';
import type { State } from '../state/state.ts';

/** A procedure's own words, for whoever shows its visits. */
export type ProcedureView = {
  readonly document: string;
  readonly revision: string;
  readonly title: Bilingual;
  readonly steps: readonly (Pick<Step, 'no' | 'id' | 'kind'> & {
    readonly words: Omit<Step['words'], 'signed'>;
    /** The visitor's own, accompanied by staff. */
    readonly isVisitors: boolean;
  })[];
  readonly outcomes: Procedure['outcomes'];
  readonly followUp: {
    readonly title: Bilingual;
    readonly waitsFor: Bilingual;
    readonly stages: readonly { readonly stage: string; readonly words: Bilingual }[];
  } | null;
};

const views = new WeakMap<Procedure, ProcedureView>();

/** The view of a definition, made once: a definition never changes. */
export function procedureView(procedure: Procedure): ProcedureView {
  const view = views.get(procedure) ?? made(procedure);
  views.set(procedure, view);
  return view;
}

function made(procedure: Procedure): ProcedureView {
  const { steps, executors, outcomes, followUp, matter } = procedure;
  return {
    ...keyOf(procedure),
    title: matter.title,
    steps: steps.map(({ no, id, kind, words, executor }) => ({
      no,
      id,
      kind,
      words: {
        short: words.short,
        title: words.title,
        question: words.question,
        answers: words.answers,
      },
      isVisitors: executors.some(({ key, actsAs }) => key === executor && actsAs === 'visitor'),
    })),
    outcomes,
    followUp:
      followUp === null
        ? null
        : {
            title: followUp.title,
            waitsFor: followUp.waitsFor,
            stages: followUp.stages.map(({ stage, words }) => ({ stage, words })),
          },
  };
}

/** The procedures of all that a window may show: of visits and escalations on the board, and those that new visits begin under. */
export function procedureViews({
  procedures,
  visits,
  escalations,
}: State): readonly ProcedureView[] {
  const keys = [
    ...Object.values(visits).flatMap(({ services }) => services),
    ...Object.values(escalations),
  ];
  const found = new Set([
    ...currentProcedures(procedures),
    ...keys.flatMap((key) => findProcedure(procedures, key) ?? []),
  ]);
  return [...found].map(procedureView);
}
