import { z } from 'zod';
import { roles } from '../base/roles.ts';

/** The 13 steps by their ids, in the order of the approved document. */
export const stepIds = [
  'arrive',
  'guest-book',
  'ask-training',
  'advise-training',
  'call-provider',
  'ask-qualification',
  'explain-qualification',
  'upload-qualification',
  'handle-problem',
  'escalate',
  'explain-encryption',
  'upload-bid',
  'report-out',
] as const;
export type StepId = (typeof stepIds)[number];

/** How a step can be answered. A step that asks nothing is `done`; step 4 has the visitor's two choices. */
export const answers = ['done', 'yes', 'no', 'leaves', 'continues'] as const;
export type Answer = (typeof answers)[number];

/** How a visit can end by the SOP's own arrows. */
export const arrowOutcomes = ['completed', 'training-advised', 'escalated'] as const;
/** How else a visit can end. */
export const otherOutcomes = ['left-early', 'no-show', 'left-unreported'] as const;
export const outcomes = [...arrowOutcomes, ...otherOutcomes] as const;
export type ArrowOutcome = (typeof arrowOutcomes)[number];
export type Outcome = (typeof outcomes)[number];

export const outputs = [
  'assistance-by-named-trainer',
  'escalation-confirmed-by-telephone',
] as const;

/**
 * When a step's norm begins to run:
 * `at-once` when the step before it ends, since the same person goes on; `at-start` when staff begin it (a hand-over,
 * waiting has a target instead); `at-call` when the trainer is called; `none` for a step without a norm.
 */
export const clockStarts = ['at-once', 'at-start', 'at-call', 'none'] as const;

const arrowSchema = z.strictObject({
  answer: z.enum(answers),
  /** A step; `step-that-failed` goes back to where step 9 was entered from; `end` ends the visit. */
  to: z.union([z.enum(stepIds), z.literal('step-that-failed'), z.literal('end')]),
  /** How the visit will have ended, for an arrow into the last step. */
  outcome: z.enum(arrowOutcomes).optional(),
});

const rowSchema = z.strictObject({
  no: z.int().min(1),
  id: z.enum(stepIds),
  /** The column of the document in which the step's box stands. */
  executor: z.enum(['visitor', 'desk', 'trainer']),
  /** Who of the staff may close it; empty for what the visitor does alone. */
  closedBy: z.array(z.enum(roles)),
  normMinutes: z.int().min(1).nullable(),
  output: z.enum(outputs).nullable(),
  clock: z.enum(clockStarts),
  /** Runs on the room's PC and its internet (the SOP's equipment). */
  usesWorkstation: z.boolean(),
  arrows: z.array(arrowSchema),
});

export const procedureSchema = z.strictObject({
  document: z.string(),
  revision: z.string(),
  effective: z.string(),
  rows: z.array(rowSchema).min(1),
});
export type Procedure = z.infer<typeof procedureSchema>;
export type StepRow = z.infer<typeof rowSchema>;

/** Where a visit is on the chart: a step, and what the chart must remember there. */
export const placeSchema = z.strictObject({
  step: z.enum(stepIds),
  /** Step 9: the step that failed. */
  returnTo: z.enum(stepIds).nullable(),
  /** Last step: how the visit will have ended. */
  outcome: z.enum(outcomes).nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/** What is wrong with a procedure, always with the number of the row. */
export type ProcedureProblem =
  | { readonly problem: 'malformed'; readonly at: string }
  | {
      readonly problem:
        | 'double-step'
        | 'unreachable'
        | 'no-way-out'
        | 'no-last-step-outcome'
        | 'returns-from-nowhere';
      readonly row: number;
    }
  | { readonly problem: 'unknown-target'; readonly row: number; readonly target: string };

const stepNames = new Set<string>([...stepIds, 'step-that-failed', 'end']);

/** Targets are checked before the schema, so that a typing slip is reported by its row and not by a path into JSON. */
const unknownTargets = (input: unknown): ProcedureProblem[] => {
  const loose = z.object({
    rows: z.array(z.object({ no: z.number(), arrows: z.array(z.object({ to: z.string() })) })),
  });
  const parsed = loose.safeParse(input);
  if (!parsed.success) return [];
  return parsed.data.rows.flatMap(({ no, arrows }) =>
    arrows
      .filter(({ to }) => !stepNames.has(to))
      .map(({ to }): ProcedureProblem => ({ problem: 'unknown-target', row: no, target: to })),
  );
};

const cameFrom = (row: StepRow, rows: readonly StepRow[]): readonly StepId[] =>
  rows.filter(({ arrows }) => arrows.some(({ to }) => to === row.id)).map(({ id }) => id);

const targetsOf = (row: StepRow, rows: readonly StepRow[]): readonly StepId[] =>
  row.arrows.flatMap(({ to }): readonly StepId[] =>
    to === 'end' ? [] : to === 'step-that-failed' ? cameFrom(row, rows) : [to],
  );

const reachableFrom = (start: StepId, rows: readonly StepRow[]): ReadonlySet<StepId> => {
  const seen = new Set<StepId>([start]);
  for (const id of seen) {
    const row = rows.find((candidate) => candidate.id === id);
    for (const target of row ? targetsOf(row, rows) : []) seen.add(target);
  }
  return seen;
};

const endsVisit = (row: StepRow): boolean => row.arrows.some(({ to }) => to === 'end');

const problemsOf = (rows: readonly StepRow[]): ProcedureProblem[] => {
  const problems: ProcedureProblem[] = [];
  const known = new Set(rows.map(({ id }) => id));
  const reached = reachableFrom(rows[0]?.id ?? 'arrive', rows);
  const ending = new Set(rows.filter(endsVisit).map(({ id }) => id));
  rows.forEach((row, at) => {
    const { no, id } = row;
    if (rows.findIndex((other) => other.id === id) !== at)
      problems.push({ problem: 'double-step', row: no });
    for (const target of targetsOf(row, rows)) {
      if (!known.has(target)) problems.push({ problem: 'unknown-target', row: no, target });
    }
    if (!reached.has(id)) problems.push({ problem: 'unreachable', row: no });
    if (![...reachableFrom(id, rows)].some((step) => ending.has(step)))
      problems.push({ problem: 'no-way-out', row: no });
    for (const { to, outcome } of row.arrows) {
      if (to !== 'end' && to !== 'step-that-failed' && ending.has(to) !== (outcome !== undefined)) {
        problems.push({ problem: 'no-last-step-outcome', row: no });
      }
      if (to === 'step-that-failed' && cameFrom(row, rows).length === 0)
        problems.push({ problem: 'returns-from-nowhere', row: no });
    }
  });
  return problems;
};

/**
 * Checks a procedure before it is used: every step reachable from the first, every step with a way to the end, every
 * arrow to a step that exists, every arrow into the last step with its outcome.
 * @param input a procedure as data, from the code or from a file
 * @returns the procedure, or all that is wrong with it by row number
 */
export function checkProcedure(
  input: unknown,
):
  | { readonly ok: true; readonly procedure: Procedure }
  | { readonly ok: false; readonly problems: readonly ProcedureProblem[] } {
  const unknown = unknownTargets(input);
  if (unknown.length > 0) return { ok: false, problems: unknown };
  const parsed = procedureSchema.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path }) => ({
        problem: 'malformed',
        at: path.join('.'),
      })),
    };
  }
  const problems = problemsOf(parsed.data.rows);
  return problems.length === 0 ? { ok: true, procedure: parsed.data } : { ok: false, problems };
}

/** The row of a step. A step id that the procedure lacks is a bug and throws. */
export function rowOf(procedure: Procedure, step: StepId): StepRow {
  const row = procedure.rows.find(({ id }) => id === step);
  if (!row) throw new Error(`Revision ${procedure.revision} has no step ${step}`);
  return row;
}

/** A step's norm in milliseconds, or null when the document sets no time. */
export function normMsOf(row: StepRow): number | null {
  return row.normMinutes === null ? null : row.normMinutes * 60_000;
}
