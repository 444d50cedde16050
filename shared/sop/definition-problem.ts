/** What can be wrong with a definition. Each has a sentence in shared/text/procedures.ts; `row`: the number of its row, or none. */
export const definitionProblems = [
  'malformed',
  'double-step',
  'double-answer',
  'double-key',
  'taken-id',
  'numbers-not-in-order',
  'unknown-target',
  'unknown-executor',
  'unknown-outcome',
  'unknown-field',
  'answer-without-words',
  'no-last-step-outcome',
  'not-one-guest-book',
  'not-one-report-out',
  'arrival-not-alone',
  'guest-book-with-choice',
  'no-waiting-place',
  'second-queue',
  'wrong-clock',
  'wrong-phase',
  'wrong-answers',
  'nobody-may-close',
  'demand-not-served',
  'ticket-without-follow-up',
  'follow-up-begins-late',
  'end-elsewhere',
  'two-norms',
  'working-days-in-room',
  'returns-from-nowhere',
  'unreachable',
  'no-way-out',
  'follow-up-unreachable',
  'follow-up-without-end',
  'start-not-before',
] as const;

export type DefinitionProblem = {
  readonly problem: (typeof definitionProblems)[number];
  readonly row: number | null;
  /** The word that is meant: a target, a key, a path into the form. */
  readonly at?: string;
};
