import { z } from 'zod';
import { causes, languages, problemCategories } from '../base/closed-lists.ts';
import { guestBookSchema } from '../guest-book/guest-book-schema.ts';
import { answers, bilingualSchema } from '../sop/definition.ts';
import { assisting, commandId, desk, id, nothing, typed, visit } from './message.ts';
import type { SubjectContract } from './message.ts';

const atKiosk = { window: 'kiosk', may: 'anybody', kind: 'command' } as const;
const ofAssistance = { window: 'console', may: assisting, kind: 'command' } as const;
const withVisit = { commandId, visit };
const stepId = z.string().max(40);

/** Visits: check-in, steps, ends. */
export const visitContract = {
  'visit.check-in': {
    ...atKiosk,
    args: z.strictObject({
      commandId,
      /** The document that the visitor chose; null where there is one alone. */
      matter: z.string().max(60).nullable().optional(),
      guestBook: guestBookSchema,
      language: z.enum(languages),
      notice: z.int().min(1).max(1_000),
      /** How long the visitor took to fill the guest book, for step 2. */
      fillingMs: z.int().min(0).max(86_400_000),
    }),
    answer: z.strictObject({
      visit: z.string(),
      number: z.string(),
      company: z.string(),
      at: z.number(),
      ahead: z.int(),
    }),
  },
  'visit.report-out': {
    ...atKiosk,
    args: z.strictObject({ commandId, key: z.string().max(64) }),
    answer: z.strictObject({ number: z.string(), outcome: z.string(), told: bilingualSchema }),
  },
  /** Who may close a step is judged further by its row (`mayClose`). */
  'visit.answer': {
    ...ofAssistance,
    args: z.strictObject({
      ...withVisit,
      /** The step and attempt that the window showed: a tap on a screen that is behind is refused, not misapplied. */
      step: stepId,
      attempt: z.int().min(1).max(1_000),
      answer: z.enum(answers),
      cause: z.enum(causes).nullable(),
      /** Owed where the step demands it. */
      problem: z
        .strictObject({
          category: z.enum(problemCategories),
          description: typed,
          unitAsked: typed,
          remedy: typed,
        })
        .nullable(),
      /** Company and package on the screen are this visit's: owed where the step demands it and succeeded. */
      companyConfirmed: z.boolean(),
      /** The receipt that was handed over, where the step's output is shown by one; empty: none. */
      receipt: typed.optional(),
    }),
    answer: nothing,
  },
  'visit.call-trainer': {
    ...ofAssistance,
    args: z.strictObject({ ...withVisit, trainer: id, workstation: id, cleared: z.boolean() }),
    answer: nothing,
  },
  'visit.tick-credentials': {
    ...ofAssistance,
    may: desk,
    args: z.strictObject({ ...withVisit, userId: typed.nullable() }),
    answer: nothing,
  },
  'visit.note': {
    ...ofAssistance,
    args: z.strictObject({ ...withVisit, text: typed }),
    answer: nothing,
  },
  'visit.undo': {
    ...ofAssistance,
    args: z.strictObject({ ...withVisit, cause: z.enum(causes).nullable() }),
    answer: nothing,
  },
  'visit.override': {
    ...ofAssistance,
    args: z.strictObject({
      ...withVisit,
      to: stepId,
      reason: typed,
      cause: z.enum(causes).nullable(),
    }),
    answer: nothing,
  },
  'visit.close': {
    ...ofAssistance,
    args: z.strictObject({
      ...withVisit,
      outcome: z.enum(['left-early', 'left-unreported']),
      reason: typed,
      cause: z.enum(causes).nullable(),
    }),
    answer: nothing,
  },
  /** `to`: the code of an earlier visit. */
  'visit.link': {
    ...ofAssistance,
    args: z.strictObject({ ...withVisit, to: z.string().max(64) }),
    answer: nothing,
  },
} as const satisfies SubjectContract<'visit'>;
