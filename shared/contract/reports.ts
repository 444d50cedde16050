import { z } from 'zod';
import { languages } from '../base/closed-lists.ts';
import { guestBookCells } from '../guest-book/guest-book-schema.ts';
import { bilingualSchema } from '../sop/definition.ts';
import { everyone, month, type SubjectContract } from './message.ts';

const registerRow = z.strictObject({
  code: z.string(),
  number: z.string(),
  date: z.string(),
  arrived: z.string(),
  left: z.string().nullable(),
  ...guestBookCells,
  path: z.string(),
  /** Null: the visit is open. Its words are those of its document. */
  outcome: z.string().nullable(),
  outcomeWords: bilingualSchema.nullable(),
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

/** What is gathered from the records for people. */
export const reportsContract = {
  /** Text is looked for in number, code, name, company and package. */
  'reports.search-register': {
    window: 'console',
    may: everyone,
    kind: 'query',
    args: z.strictObject({ month, text: z.string().max(200) }),
    answer: z.array(registerRow),
  },
  /** Saves a month's register as a file. */
  'reports.export-register': {
    window: 'console',
    may: everyone,
    kind: 'command',
    args: z.strictObject({ month, language: z.enum(languages) }),
    answer: z.strictObject({ file: z.string(), rows: z.int() }),
  },
} as const satisfies SubjectContract<'reports'>;
