import { z } from 'zod';
import { roles } from '../base/roles.ts';
import { sectionSchema } from '../settings/sections.ts';
import { wholeSettingsSchema } from '../settings/whole-settings.ts';
import type {
  BranchId,
  CommandId,
  ErasureId,
  EscalationId,
  JournalId,
  PersonId,
  RunId,
  StaffId,
  VisitCode,
  WorkstationId,
} from '../base/ids.ts';
import { answers, placeSchema, stepIdSchema } from '../sop/definition.ts';
import { adoptedDefinition } from './adopted-definition.ts';
import { clockDoubts } from '../base/closed-lists.ts';
import {
  causes,
  contactWays,
  deviationKinds,
  erasureReasons,
  languages,
  problemCategories,
} from '../base/closed-lists.ts';

/**
 * All that the journal can hold. A fact's shape is never changed: what must be told otherwise later gets a
 * type of its own, so that every journal ever written can be folded. No fact names or describes a person: whatever does
 * stands in the people file, and the fact refers to it (data.md).
 */
export const factsVersion = 4;

const branded = <T extends string>() =>
  z.string().min(1).max(64) as unknown as z.ZodType<T, string>;
const visitCode = branded<VisitCode>();
const staffId = branded<StaffId>();
/** 128 random bits, 32 hex digits, as journals and their branches are named by. */
export function randomNameSchema<T extends string>() {
  return z.string().regex(/^[0-9a-f]{32}$/) as unknown as z.ZodType<T, string>;
}
const moment = z.number().int();
/** An office date, `YYYY-MM-DD`. */
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** How a loss at the journal's end shows (docs/data.md). */
export const damageKinds = [
  'damaged',
  'missing',
  'unchained',
  'misplaced',
  'cut-off',
  'forked',
  'gone',
] as const;

/** Points to one record of the people file and commits to its content, without telling it. */
export const personRefSchema = z.strictObject({
  id: branded<PersonId>(),
  /** Names the file: `2026-11` is people/2026-11.jsonl. */
  file: z.string().regex(/^\d{4}-\d\d(\.\d+)?$/),
  /** SHA-256 over the record's salt and content, hex. */
  commitment: z.string(),
});
export type PersonRef = z.infer<typeof personRefSchema>;

/** Every reference to a record of the people file in a value, however deep. */
export function personRefsIn(value: unknown): readonly PersonRef[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('commitment' in value) return [value as PersonRef];
  return Object.values(value).flatMap(personRefsIn);
}

/** A record of the people file, named but no longer to be had. */
export const erasedRecordSchema = z.strictObject({
  id: branded<PersonId>(),
  file: personRefSchema.shape.file,
});
export type ErasedRecord = z.infer<typeof erasedRecordSchema>;

export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: staffId }),
  z.strictObject({ kind: z.literal('kiosk') }),
  z.strictObject({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof actorSchema>;

/** A key of the definition's outcomes, or an end outside every procedure. */
const outcome = z.string().min(1).max(40);
/** Which of the visit's services it is about, counted from 0: before version 4 each visit had one. */
const service = z.int().min(0).default(0);
const escalation = branded<EscalationId>();
const deviation = z.strictObject({
  step: stepIdSchema,
  attempt: z.int(),
  kind: z.enum(deviationKinds),
});

const cause = z.enum(causes).nullable();
const fact = <T extends string, D extends z.ZodRawShape>(type: T, data: D) =>
  z.strictObject({ type: z.literal(type), visit: z.null(), data: z.strictObject(data) });
const ofVisit = <T extends string, D extends z.ZodRawShape>(type: T, data: D) =>
  z.strictObject({ type: z.literal(type), visit: visitCode, data: z.strictObject(data) });

export const factSchema = z.discriminatedUnion('type', [
  fact('run.began', { version: z.string(), reason: z.enum(['start', 'wake', 'recovered']) }),
  /** Until settings were recorded by section. */
  fact('settings.changed', { settings: wholeSettingsSchema }),
  /** Not written any more: `staff.joined` is. */
  fact('staff.added', { staff: staffId, role: z.enum(roles), person: personRefSchema }),
  fact('sign-in.accepted', { staff: staffId }),
  /** Not written any more: a try was recorded after it had been checked. */
  fact('sign-in.refused', { staff: staffId }),
  fact('sign-out', { staff: staffId, reason: z.enum(['asked', 'idle']) }),

  // Version 2 on.
  /** What is to be erased, before any of it is: an erasure that was cut short is done at the next start. */
  fact('erasure.decided', {
    erasure: branded<ErasureId>(),
    because: z.enum(erasureReasons),
    visits: z.array(visitCode),
    records: z.array(erasedRecordSchema),
  }),
  fact('erasure.done', { erasure: branded<ErasureId>() }),
  /** Where the daily backup goes; null: there is none. */
  fact('backup.arranged', {
    place: personRefSchema.nullable(),
    keepDays: z.int().min(1).max(3650),
  }),
  fact('backup.made', {
    place: personRefSchema,
    by: z.enum(['schedule', 'command']),
    sha256: z.string(),
  }),
  fact('backup.failed', {}),

  // Version 3 on.
  /**
   * The journal is shorter than it was, or its last lines cannot be read: so many numbers have no line. Each may have been a
   * check-in, up to and on this day: so many numbers and codes are passed over.
   */
  fact('damage.found', {
    lost: z.int().min(1),
    day,
    kinds: z.array(z.enum(damageKinds)),
    places: z.array(z.string()).max(3),
  }),
  /** From here on the machine's clock is not believed; then it is again, by itself. */
  fact('clock.doubted', { why: z.enum(clockDoubts) }),
  fact('clock.believed', {}),
  /**
   * Somebody said which day it is (`isRight`: the day that the clock says). Visits that were recorded under the day `before`
   * get their own: the one told, or the one that their own clock said.
   */
  fact('clock.answered', {
    isRight: z.boolean(),
    day,
    before: z.string(),
    visits: z.array(visitCode),
  }),

  // Version 4 on.
  /** A new member of staff, with all functions that the person holds (SOP.md, ruling 5). */
  fact('staff.joined', {
    staff: staffId,
    functions: z.array(z.enum(roles)).min(1).readonly(),
    person: personRefSchema,
  }),
  /** A try at a member's PIN, before the PIN is checked: it is spent, whatever comes of it. */
  fact('sign-in.tried', { staff: staffId }),
  /** The last try could not be checked, nobody knows whether the PIN was right: it counts no longer. */
  fact('sign-in.unchecked', { staff: staffId }),
  /**
   * The journal's own name, as its headers bear it: told at the first start, and where it is another than the last one told
   * (a restore begins a new branch). Visits from here on have codes keyed by the id.
   */
  fact('journal.named', {
    id: randomNameSchema<JournalId>(),
    branch: randomNameSchema<BranchId>(),
  }),
  /**
   * From here on new visits of this document begin under this revision. It carries the definition itself, so that journal and
   * backup can be folded on another machine in thirty years (SOP.md, ruling 9).
   */
  fact('procedure.adopted', { definition: adoptedDefinition }),

  /** A section of the settings, whole: as set up, or as it was changed. */
  z.strictObject({
    type: z.literal('settings.section-changed'),
    visit: z.null(),
    data: sectionSchema,
  }),

  ofVisit('visit.checked-in', {
    ordinal: z.int(),
    number: z.string(),
    day: z.string(),
    document: z.string(),
    revision: z.string(),
    guestBook: personRefSchema,
    language: z.enum(languages),
    notice: z.int(),
    fillingMs: z.int(),
    deadline: moment.nullable(),
    userIdGiven: z.boolean(),
  }),
  ofVisit('visit.called', { service }),
  ofVisit('visit.linked', { to: visitCode }),
  ofVisit('visit.noted', { text: personRefSchema }),
  ofVisit('credentials.ticked', { userId: personRefSchema.nullable() }),
  ofVisit('step.started', { service, step: stepIdSchema }),
  ofVisit('trainer.called', {
    service,
    trainer: staffId,
    workstation: branded<WorkstationId>(),
    clearedConfirmed: z.boolean(),
  }),
  ofVisit('step.completed', {
    service,
    step: stepIdSchema,
    attempt: z.int(),
    answer: z.enum(answers),
    cause,
    next: placeSchema.nullable(),
    /** The receipt that shows the output, where the step has one. */
    receipt: personRefSchema.nullable().default(null),
    problem: z
      .strictObject({ category: z.enum(problemCategories), text: personRefSchema })
      .nullable(),
  }),
  ofVisit('step.undone', { service, back: placeSchema, cause }),
  ofVisit('step.overridden', { service, to: placeSchema, reason: personRefSchema, cause }),
  ofVisit('visit.ended', {
    outcome: outcome,
    reason: personRefSchema.nullable(),
    cause,
    clocksStoppedAt: moment.nullable(),
  }),
  ofVisit('slip.saved', { file: z.string(), sha256: z.string() }),
  ofVisit('slip.failed', {}),

  ofVisit('deviation.noted', { deviation, cause: z.enum(causes), note: personRefSchema }),
  ofVisit('deviation.accepted', { deviation }),
  ofVisit('deviation.returned', { deviation, reason: personRefSchema }),

  ofVisit('escalation.drafted', { escalation }),
  ofVisit('escalation.sent', {
    escalation,
    channel: z.string(),
    sentAt: moment,
    ticket: z.string(),
  }),
  ofVisit('escalation.confirmed', { escalation, confirmedAt: moment, note: personRefSchema }),
  ofVisit('escalation.answered', { escalation, answeredAt: moment, text: personRefSchema }),
  ofVisit('escalation.contacted', {
    escalation,
    contactedAt: moment,
    way: z.enum(contactWays),
    note: personRefSchema,
  }),
  ofVisit('escalation.closed', {
    escalation,
    resolved: z.boolean(),
    reason: personRefSchema.nullable(),
  }),
]);
export type Fact = z.infer<typeof factSchema>;
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** A fact with who, when and in answer to which command; what the journal writes and the fold reads. */
export type StampedFact = Fact & {
  readonly seq: number;
  /** Wall clock, ms since 1970 UTC. */
  readonly at: number;
  /** The run of the program in which it was written: within one, `mono` tells durations. */
  readonly run: RunId;
  /** The run's steady clock, ms. */
  readonly mono: number;
  readonly actor: Actor;
  readonly command: CommandId | null;
  /** How many facts of the same decision come behind it: they count together or not at all. */
  readonly more: number;
};
