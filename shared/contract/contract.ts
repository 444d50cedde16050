import { z } from 'zod';
import { purposes } from '../guest-book/guest-book.ts';
import { outcomes, answers, stepIds } from '../sop/definition.ts';
import {
  causes,
  contactWays,
  erasureReasons,
  languages,
  problemCategories,
} from '../base/closed-lists.ts';
import { refusalCodes, type Result } from '../base/result.ts';
import { roles } from '../base/roles.ts';
import { typedSettingsSchema } from '../settings/typed-settings.ts';
import type { ConsoleMessage, KioskMessage } from './message-names.ts';

/**
 * THE contract: every message that a window may send, what it must look like, and what comes back. A window sends
 * commands and queries; what it shows comes to it as views. Lengths here only keep nonsense out: the rules with
 * sentences (free-text.ts, guest-book.ts) are far tighter.
 */

const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const typed = z.string().max(20_000);
const visit = z.string().max(20);
const id = z.string().min(1).max(64);
const noArgs = z.strictObject({});
const nothing = z.null();
/** A moment as the office's date and time, `YYYY-MM-DDTHH:mm`: staff tell when something outside the product happened. */
const officeMoment = z.string().max(16);

const guestBook = z.strictObject({
  name: typed,
  company: typed,
  phone: typed,
  email: typed,
  userId: typed.nullable(),
  purpose: z.enum(purposes),
  purposeNote: typed,
  tenderCode: typed,
  tenderName: typed,
  deadline: z.string().max(16),
});
const staffMember = z.strictObject({ name: typed, role: z.enum(roles), pin: z.string().max(64) });

const registerRow = z.strictObject({
  code: z.string(),
  number: z.string(),
  date: z.string(),
  arrived: z.string(),
  left: z.string().nullable(),
  name: z.string(),
  company: z.string(),
  phone: z.string(),
  email: z.string(),
  userId: z.string(),
  /** Null: the guest book's personal data were destroyed, or cannot be read. */
  purpose: z.enum(purposes).nullable(),
  purposeNote: z.string(),
  tenderCode: z.string(),
  tenderName: z.string(),
  deadline: z.string(),
  path: z.string(),
  outcome: z.enum(outcomes).nullable(),
  deviations: z.int(),
  minutesInRoom: z.int().nullable(),
  trainer: z.string(),
  workstation: z.string(),
  linkedTo: z.string(),
  /** The person's data were erased; what was counted stays. */
  erased: z.boolean(),
  /** Checked in while the machine's clock was in doubt: nobody has said yet on which day. */
  dayDoubtful: z.boolean(),
});
export type RegisterRow = z.infer<typeof registerRow>;

const withVisit = { commandId, visit };

export const contract = {
  'kiosk.check-in': {
    args: z.strictObject({
      commandId,
      guestBook,
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
  'kiosk.report-out': {
    args: z.strictObject({ commandId, key: z.string().max(64) }),
    answer: z.strictObject({ number: z.string(), outcome: z.enum(outcomes) }),
  },

  'office.set-up': {
    args: z.strictObject({
      commandId,
      settings: typedSettingsSchema,
      staff: z.array(staffMember).min(1).max(40),
    }),
    answer: nothing,
  },
  'office.settings': {
    args: z.strictObject({ commandId, settings: typedSettingsSchema }),
    answer: nothing,
  },
  'staff.add': { args: z.strictObject({ commandId, member: staffMember }), answer: nothing },
  'session.sign-in': {
    args: z.strictObject({ commandId, staff: id, pin: z.string().max(64) }),
    answer: nothing,
  },
  'session.sign-out': { args: noArgs, answer: nothing },
  /** The staff member is still at the console. */
  'session.touch': { args: noArgs, answer: nothing },

  'visit.call': { args: z.strictObject(withVisit), answer: nothing },
  'visit.begin': { args: z.strictObject(withVisit), answer: nothing },
  'visit.no-show': { args: z.strictObject(withVisit), answer: nothing },
  'visit.answer': {
    args: z.strictObject({
      ...withVisit,
      /** The step and attempt that the window showed: a tap on a screen that is behind is refused, not misapplied. */
      step: z.enum(stepIds),
      attempt: z.int().min(1).max(1_000),
      answer: z.enum(answers),
      cause: z.enum(causes).nullable(),
      /** Owed when step 9 is answered. */
      problem: z
        .strictObject({
          category: z.enum(problemCategories),
          description: typed,
          unitAsked: typed,
          remedy: typed,
        })
        .nullable(),
      /** Owed when step 12 is answered yes: company and package on the screen are this visit's. */
      companyConfirmed: z.boolean(),
    }),
    answer: nothing,
  },
  'visit.call-trainer': {
    args: z.strictObject({ ...withVisit, trainer: id, workstation: id, cleared: z.boolean() }),
    answer: nothing,
  },
  'visit.tick-credentials': {
    args: z.strictObject({ ...withVisit, userId: typed.nullable() }),
    answer: nothing,
  },
  'visit.note': { args: z.strictObject({ ...withVisit, text: typed }), answer: nothing },
  'visit.undo': {
    args: z.strictObject({ ...withVisit, cause: z.enum(causes).nullable() }),
    answer: nothing,
  },
  'visit.override': {
    args: z.strictObject({
      ...withVisit,
      to: z.enum(stepIds),
      reason: typed,
      cause: z.enum(causes).nullable(),
    }),
    answer: nothing,
  },
  'visit.close': {
    args: z.strictObject({
      ...withVisit,
      outcome: z.enum(['left-early', 'left-unreported']),
      reason: typed,
      cause: z.enum(causes).nullable(),
    }),
    answer: nothing,
  },
  'visit.link': { args: z.strictObject({ ...withVisit, to: z.string().max(64) }), answer: nothing },

  'deviation.note': {
    args: z.strictObject({
      ...withVisit,
      deviation: id,
      cause: z.enum(causes),
      why: typed,
      remedy: typed,
    }),
    answer: nothing,
  },
  'deviation.accept': { args: z.strictObject({ ...withVisit, deviation: id }), answer: nothing },
  'deviation.return': {
    args: z.strictObject({ ...withVisit, deviation: id, reason: typed }),
    answer: nothing,
  },

  'escalation.send': {
    args: z.strictObject({
      commandId,
      escalation: id,
      channel: typed,
      at: officeMoment,
      ticket: typed,
    }),
    answer: nothing,
  },
  'escalation.confirm': {
    args: z.strictObject({ commandId, escalation: id, at: officeMoment, spokeWith: typed }),
    answer: nothing,
  },
  'escalation.answer': {
    args: z.strictObject({ commandId, escalation: id, at: officeMoment, text: typed }),
    answer: nothing,
  },
  'escalation.contact': {
    args: z.strictObject({
      commandId,
      escalation: id,
      at: officeMoment,
      way: z.enum(contactWays),
      note: typed,
    }),
    answer: nothing,
  },
  'escalation.close': {
    args: z.strictObject({ commandId, escalation: id, resolved: z.boolean(), reason: typed }),
    answer: nothing,
  },

  /** The machine's clock is in doubt: is it right, or which day is it? `day` is `YYYY-MM-DD`, empty where it is right. */
  'clock.answer': {
    args: z.strictObject({ commandId, isRight: z.boolean(), day: z.string().max(10) }),
    answer: nothing,
  },

  'register.search': {
    /** `month` is `YYYY-MM`; text is looked for in number, code, name, company and package. */
    args: z.strictObject({ month: z.string().regex(/^\d{4}-\d\d$/), text: z.string().max(200) }),
    answer: z.array(registerRow),
  },
  'register.export': {
    args: z.strictObject({ month: z.string().regex(/^\d{4}-\d\d$/), language: z.enum(languages) }),
    answer: z.strictObject({ file: z.string(), rows: z.int() }),
  },

  /** Opens the desktop's own dialogue for a folder. Null: nothing was chosen. */
  'backup.choose-folder': {
    args: noArgs,
    answer: z.strictObject({ folder: z.string().nullable() }),
  },
  /** Where the daily backup goes and how long it is kept; `folder` null ends it. */
  'backup.arrange': {
    args: z.strictObject({ folder: z.string().max(4_096).nullable(), keepDays: z.int() }),
    answer: nothing,
  },
  /** A backup now, into the folder arranged. */
  'backup.make': { args: noArgs, answer: z.strictObject({ file: z.string() }) },

  /** The destruction records, latest first, and how many more there are. */
  'erasure.list': {
    args: z.strictObject({ language: z.enum(languages) }),
    answer: z.strictObject({
      erasures: z.array(
        z.strictObject({
          erasure: z.string(),
          /** What the journal tells of it; null: nothing, there is a text only. */
          told: z
            .strictObject({
              at: z.number(),
              because: z.enum(erasureReasons),
              visits: z.int(),
              records: z.int(),
            })
            .nullable(),
          /** False: decided, and cut short until the next start. */
          done: z.boolean(),
          hasText: z.boolean(),
          /** What it did not reach, a sentence each; null: its text does not say. */
          notReached: z.array(z.string()).nullable(),
        }),
      ),
      more: z.int(),
    }),
  },
  'erasure.read': {
    args: z.strictObject({ erasure: z.string().regex(/^[0-9A-Za-z]{1,64}$/) }),
    answer: z.strictObject({ text: z.string() }),
  },
} as const satisfies Record<
  KioskMessage | ConsoleMessage,
  { readonly args: z.ZodType; readonly answer: z.ZodType }
>;

export type Contract = typeof contract;
export type Message = keyof Contract;
export type ArgsOf<M extends Message> = z.infer<Contract[M]['args']>;
export type AnswerOf<M extends Message> = z.infer<Contract[M]['answer']>;

/** How a window calls the main process: one typed function, made by the preload. */
export type Call<Allowed extends Message> = <M extends Allowed>(
  message: M,
  args: ArgsOf<M>,
) => Promise<Result<AnswerOf<M>>>;

const refusedSchema = z.strictObject({
  ok: z.literal(false),
  code: z.enum(refusalCodes),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** What may leave the handler of a message: its answer, or a refusal. */
export function resultSchemaOf(message: Message) {
  return z.union([
    z.strictObject({ ok: z.literal(true), value: contract[message].answer }),
    refusedSchema,
  ]);
}
