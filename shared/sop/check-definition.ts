import { z } from 'zod';
import { otherOutcomes, procedureSchema, type Procedure, type Step } from './definition.ts';
import { kindProblems } from './check-kinds.ts';
import { wayProblems } from './check-ways.ts';
import type { DefinitionProblem } from './definition-problem.ts';

export type Checked =
  | { readonly ok: true; readonly procedure: Procedure }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Checks a procedure before it is used, so that nothing in it can stop the room: its form, its words in both languages, its ways
 * from the guest book to the end, and that every demand is one which its kind of step can serve.
 * @param input a definition as data, from the code or from a file
 * @returns the procedure, or all that is wrong with it, each with the number of its row where it has one
 */
export function checkDefinition(input: unknown): Checked {
  const parsed = procedureSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: malformed(input, parsed.error) };
  const procedure = parsed.data;
  const doubles = doubleProblems(procedure);
  const targets = targetProblems(procedure);
  // Ways are followed only where every arrow leads somewhere.
  if (doubles.length + targets.length > 0) return { ok: false, problems: [...doubles, ...targets] };
  const problems = [
    ...executorProblems(procedure),
    ...wordProblems(procedure),
    ...outcomeProblems(procedure),
    ...kindProblems(procedure),
    ...wayProblems(procedure),
  ];
  return problems.length === 0 ? { ok: true, procedure } : { ok: false, problems };
}

/** What the form itself refuses, by the row that it stands in. */
function malformed(input: unknown, error: z.ZodError): readonly DefinitionProblem[] {
  const rows = z.object({ steps: z.array(z.object({ no: z.number() })) }).safeParse(input);
  return error.issues.map(({ path }) => {
    const [part, index] = path;
    const row =
      part === 'steps' && typeof index === 'number' ? rows.data?.steps[index]?.no : undefined;
    return { problem: 'malformed', row: row ?? null, at: path.join('.') };
  });
}

function doubleProblems({ steps, executors, outcomes }: Procedure): readonly DefinitionProblem[] {
  const rows = steps.flatMap(({ no, id, arrows }, at): DefinitionProblem[] => [
    ...(steps.findIndex((other) => other.id === id) === at
      ? []
      : [{ problem: 'double-step' as const, row: no }]),
    ...(no === at + 1 ? [] : [{ problem: 'numbers-not-in-order' as const, row: no }]),
    ...(new Set(arrows.map(({ answer }) => answer)).size === arrows.length
      ? []
      : [{ problem: 'double-answer' as const, row: no }]),
  ]);
  const keys = [
    ...executors.map(({ key }) => `executor ${key}`),
    ...outcomes.map(({ key }) => `outcome ${key}`),
  ];
  const doubled = keys.filter((key, at) => keys.indexOf(key) !== at);
  const taken = outcomes.filter(
    ({ key }) => otherOutcomes.some((other) => other === key) || key === 'let-go',
  );
  return [
    ...rows,
    ...doubled.map((at): DefinitionProblem => ({ problem: 'double-key', row: null, at })),
    ...taken.map(({ key }): DefinitionProblem => ({
      problem: 'double-key',
      row: null,
      at: `outcome ${key}`,
    })),
    ...steps
      .filter(
        ({ id }) =>
          outcomes.some(({ key }) => key === id) ||
          ['let-go', 'end', ...otherOutcomes].includes(id),
      )
      .map(({ no }): DefinitionProblem => ({ problem: 'taken-id', row: no })),
  ];
}

function targetProblems({ steps, followUp }: Procedure): readonly DefinitionProblem[] {
  const known = new Set([...steps.map(({ id }) => id), 'end', 'back-to-caller']);
  const arrows = steps.flatMap(({ no, arrows: all }) =>
    all
      .filter(({ to }) => !known.has(to))
      .map(({ to }): DefinitionProblem => ({ problem: 'unknown-target', row: no, at: to })),
  );
  const norms = steps.flatMap(({ no, norm }): DefinitionProblem[] =>
    typeof norm.starts === 'object' &&
    !steps.some(({ id }) => typeof norm.starts === 'object' && id === norm.starts.after)
      ? [{ problem: 'unknown-target', row: no, at: norm.starts.after }]
      : [],
  );
  if (followUp === null) return [...arrows, ...norms];
  const begins = steps.some(({ id }) => id === followUp.begins.step)
    ? []
    : [{ problem: 'unknown-target' as const, row: null, at: followUp.begins.step }];
  const stages = new Set(followUp.stages.map(({ stage }) => stage));
  const lost = followUp.stages.flatMap(({ arrows: all }) =>
    all
      .filter(({ to }) => !stages.has(to))
      .map(({ to }): DefinitionProblem => ({ problem: 'unknown-target', row: null, at: to })),
  );
  return [...arrows, ...norms, ...begins, ...lost];
}

function executorProblems({ steps, executors, followUp }: Procedure): readonly DefinitionProblem[] {
  const keys = new Set(executors.map(({ key }) => key));
  const rows = steps
    .filter(({ executor }) => !keys.has(executor))
    .map(({ no, executor }): DefinitionProblem => ({
      problem: 'unknown-executor',
      row: no,
      at: executor,
    }));
  return followUp === null || keys.has(followUp.executor)
    ? rows
    : [...rows, { problem: 'unknown-executor', row: null, at: followUp.executor }];
}

function wordProblems({ steps }: Procedure): readonly DefinitionProblem[] {
  return steps.flatMap(({ no, arrows, words, phase }: Step) =>
    arrows
      .filter(({ answer }) => phase !== 'arrival' && words.answers[answer] === undefined)
      .map(({ answer }): DefinitionProblem => ({
        problem: 'answer-without-words',
        row: no,
        at: answer,
      })),
  );
}

function outcomeProblems({ steps, outcomes }: Procedure): readonly DefinitionProblem[] {
  const keys = new Set(outcomes.map(({ key }) => key));
  const last = new Set(steps.filter(({ kind }) => kind === 'report-out').map(({ id }) => id));
  return steps.flatMap(({ no, arrows }) =>
    arrows.flatMap(({ to, outcome }): DefinitionProblem[] => {
      if (outcome !== undefined && !keys.has(outcome))
        return [{ problem: 'unknown-outcome', row: no, at: outcome }];
      return last.has(to) === (outcome !== undefined)
        ? []
        : [{ problem: 'no-last-step-outcome', row: no }];
    }),
  );
}
