import { z } from 'zod';
import { escalationStages } from '../base/closed-lists.ts';
import { roles } from '../base/roles.ts';
import { followUpActs } from './follow-up-acts.ts';
import { kinds } from './kinds.ts';

/**
 * The form of a procedure as data: one definition for each document and revision. The engine names no step; what the product
 * must know of one stands in its row. A definition is checked (check-definition.ts) before a visit begins under it.
 */
export const definitionForm = 1;

/** A step's id: plain text, for ever the same within its document. Never `end`, `back-to-caller` or another chart's word. */
export const stepIdSchema = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
export type StepId = string;

/** How a step can be answered: a step that asks nothing is `done`; `leaves` and `continues` are a visitor's own choice. */
export const answers = ['done', 'yes', 'no', 'leaves', 'continues'] as const;
export type Answer = (typeof answers)[number];

/** How a visit ends outside every procedure's arrows. */
export const otherOutcomes = ['left-early', 'no-show', 'left-unreported'] as const;
export type OtherOutcome = (typeof otherOutcomes)[number];
/** A key of the definition's outcomes, or one of `otherOutcomes`. */
export type Outcome = string;

/** Where a card stands on the board while its step runs. `arrival` is not on it: nobody has a number yet. */
export const phases = ['arrival', 'waiting', 'desk', 'assistance', 'report-out'] as const;
export type Phase = (typeof phases)[number];

/** What a step wants besides its answer. `credentials` is asked there and owed by the visit's end; the others hold the answer. */
export const demands = [
  'cause',
  'problem',
  'clean-workstation',
  'company-and-package',
  'ticket',
  'credentials',
] as const;
export type Demand = (typeof demands)[number];

/** What shows that a step's output was met. */
export const evidences = ['named-person', 'telephone', 'receipt', 'none'] as const;
export type Evidence = (typeof evidences)[number];

const said = z.string().trim().min(1);
/** One text in both languages of the product. */
export const bilingualSchema = z.strictObject({ id: said, en: said });
export type Bilingual = z.infer<typeof bilingualSchema>;

const normSchema = z.strictObject({
  /** At most one of the two; neither: the step has no norm. */
  minutes: z.int().min(1).max(10_000).optional(),
  workingDays: z.int().min(1).max(1_000).optional(),
  /**
   * When the clock begins: `at-once` when the step before ends, since the same person goes on; `at-begin` when staff begin it
   * (a hand-over: waiting has a target instead); `at-call` when the trainer is called; `after` a step, when that one ended.
   */
  starts: z.union([
    z.enum(['at-once', 'at-begin', 'at-call']),
    z.strictObject({ after: stepIdSchema }),
  ]),
  calendar: z.enum(['always', 'office-hours']),
});

const arrowSchema = z.strictObject({
  answer: z.enum(answers),
  /** A step; `back-to-caller` goes back to the step that led here; `end` ends the service. */
  to: z.string().min(1),
  /** How the visit will have ended, for an arrow into the last step. */
  outcome: z.string().optional(),
});

const answerWords = z.partialRecord(z.enum(answers), bilingualSchema);

const stepSchema = z.strictObject({
  no: z.int().min(1),
  id: stepIdSchema,
  kind: z.enum(kinds),
  phase: z.enum(phases),
  /** A key of `executors`: the column of the document in which the step's box stands. */
  executor: z.string(),
  /** Who of the staff may close it; empty for what the visitor does alone. */
  closedBy: z.array(z.enum(roles)),
  words: z.strictObject({
    /** As approved, typing slips and all; null where the document has no sentence of its own. */
    signed: z.string().nullable(),
    short: bilingualSchema,
    title: bilingualSchema,
    question: bilingualSchema.nullable(),
    answers: answerWords,
  }),
  norm: normSchema,
  needs: z.strictObject({
    equipment: z.array(z.enum(['workstation', 'internet'])),
    documents: z.array(bilingualSchema),
  }),
  output: z.strictObject({ text: bilingualSchema, evidence: z.enum(evidences) }).nullable(),
  demands: z.array(z.enum(demands)),
  arrows: z.array(arrowSchema),
});

const stageSchema = z.strictObject({
  stage: z.enum(escalationStages),
  words: bilingualSchema,
  norm: z
    .strictObject({ minutes: z.int().min(1).optional(), workingDays: z.int().min(1).optional() })
    .nullable(),
  evidence: z.enum(evidences),
  /** What leads on from here, and where to. None: it is closed. */
  arrows: z.array(z.strictObject({ act: z.enum(followUpActs), to: z.enum(escalationStages) })),
});

/** What outlives the visit: begun by a step, moved on by closed acts, each a fact of its own. */
const followUpSchema = z.strictObject({
  title: bilingualSchema,
  /** Who it waits for: a helpdesk, a verifier. */
  waitsFor: bilingualSchema,
  executor: z.string(),
  begins: z.strictObject({ step: stepIdSchema, when: z.enum(['entered', 'completed']) }),
  stages: z.array(stageSchema).min(2),
});

const documentSchema = z.strictObject({
  no: z.string().min(1).max(60),
  revision: z.string().min(1).max(20),
  title: z.string().min(1),
  /** `YYYY-MM-DD`. */
  effective: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  approvals: z.array(z.strictObject({ as: z.string(), name: z.string(), office: z.string() })),
  legalBasis: z.array(z.string()),
  summary: z.array(z.string()),
  purpose: z.array(z.string()),
  qualifications: z.array(z.string()),
  equipment: z.array(z.string()),
  records: z.array(z.string()),
  warnings: z.array(z.string()),
  definitions: z.array(z.string()),
  relations: z.array(z.string()),
});

export const procedureSchema = z.strictObject({
  form: z.literal(definitionForm),
  /** The controlled document, word for word. */
  document: documentSchema,
  /** What the text does not say and this definition reads into it; confirmed by whom and when, or not yet. */
  readings: z.array(
    z.strictObject({
      text: z.string(),
      confirmedBy: z.string().nullable(),
      confirmedOn: z.string().nullable(),
    }),
  ),
  executors: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        title: bilingualSchema,
        actsAs: z.enum(['visitor', 'desk', 'trainer', 'coordinator', 'verifier', 'other-unit']),
      }),
    )
    .min(1),
  matter: z.strictObject({
    title: bilingualSchema,
    requirements: z.array(bilingualSchema),
    /** Keys of guest book fields that this matter asks beside those asked of everybody. */
    asks: z.array(z.string()),
  }),
  steps: z.array(stepSchema).min(1),
  outcomes: z
    .array(
      z.strictObject({
        key: stepIdSchema,
        words: bilingualSchema,
        /** What the kiosk tells the visitor who reports back with it. */
        told: bilingualSchema,
        counts: z.enum(['done', 'advised', 'outside', 'left']),
      }),
    )
    .min(1),
  followUp: followUpSchema.nullable(),
});
/** A checked definition: one document and revision. */
export type Procedure = z.infer<typeof procedureSchema>;
export type Step = Procedure['steps'][number];
export type Arrow = Step['arrows'][number];
export type FollowUp = NonNullable<Procedure['followUp']>;

/** Where a visit is on the chart, as facts tell it: a step, and what the chart must remember there. */
export const placeSchema = z.strictObject({
  step: stepIdSchema,
  /** A step that goes back to its caller: which one that is. */
  returnTo: stepIdSchema.nullable(),
  /** Last step: how the visit will have ended. */
  outcome: z.string().min(1).max(40).nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/** The row of a step. A step id that the procedure lacks is a bug and throws. */
export function rowOf(procedure: Procedure, step: StepId): Step {
  const row = procedure.steps.find(({ id }) => id === step);
  if (!row)
    throw new Error(
      `${procedure.document.no} revision ${procedure.document.revision} has no step ${step}`,
    );
  return row;
}

/** A step's norm in milliseconds, or null when the document sets no time for it. */
export function normMsOf({ norm }: Pick<Step, 'norm'>): number | null {
  return norm.minutes === undefined ? null : norm.minutes * 60_000;
}

/** The one row of a kind that every procedure has once: where reporting out stands, where the guest book does. */
export function onlyRow(procedure: Procedure, kind: 'guest-book' | 'report-out'): Step {
  const row = procedure.steps.find((step) => step.kind === kind);
  if (!row) throw new Error(`${procedure.document.no} has no step of the kind ${kind}`);
  return row;
}

/** Where visitors wait: the one place behind the guest book. */
export function waitingRow(procedure: Procedure): Step {
  const [arrow] = onlyRow(procedure, 'guest-book').arrows;
  return rowOf(procedure, arrow?.to ?? '');
}

/** An outcome of the procedure, by its key; undefined for an end outside it. */
export function outcomeOf(
  { outcomes }: Procedure,
  key: Outcome | null,
): Procedure['outcomes'][number] | undefined {
  return outcomes.find((outcome) => outcome.key === key);
}
