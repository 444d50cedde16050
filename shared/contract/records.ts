import { z } from 'zod';
import { erasureReasons, languages } from '../base/closed-lists.ts';
import { keepers, noArgs, nothing, type SubjectContract } from './message.ts';

/** The records as they are kept: backups, erasures. */
export const recordsContract = {
  /** Opens the desktop's own dialogue for a folder. Null: nothing was chosen. */
  'records.choose-folder': {
    window: 'console',
    may: keepers,
    kind: 'query',
    args: noArgs,
    answer: z.strictObject({ folder: z.string().nullable() }),
  },
  /** Where the daily backup goes and how long it is kept; `folder` null ends it. */
  'records.arrange-backup': {
    window: 'console',
    may: keepers,
    kind: 'command',
    args: z.strictObject({ folder: z.string().max(4_096).nullable(), keepDays: z.int() }),
    answer: nothing,
  },
  /** A backup now, into the folder arranged. */
  'records.make-backup': {
    window: 'console',
    may: keepers,
    kind: 'command',
    args: noArgs,
    answer: z.strictObject({ file: z.string() }),
  },
  /** The destruction records, latest first, and how many more there are. */
  'records.list-erasures': {
    window: 'console',
    may: keepers,
    kind: 'query',
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
  'records.read-erasure': {
    window: 'console',
    may: keepers,
    kind: 'query',
    args: z.strictObject({ erasure: z.string().regex(/^[0-9A-Za-z]{1,64}$/) }),
    answer: z.strictObject({ text: z.string() }),
  },
} as const satisfies SubjectContract<'records'>;
