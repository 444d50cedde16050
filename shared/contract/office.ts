import { z } from 'zod';
import { typedSettingsSchema } from '../settings/typed-settings.ts';
import {
  commandId,
  everyone,
  keepers,
  nothing,
  staffMember,
  type SubjectContract,
} from './message.ts';

/** The office itself: set-up, settings, which day it is. */
export const officeContract = {
  /** The first start: nobody can be signed in yet. */
  'office.set-up': {
    window: 'console',
    may: 'anybody',
    kind: 'command',
    args: z.strictObject({
      commandId,
      settings: typedSettingsSchema,
      staff: z.array(staffMember).min(1).max(40),
    }),
    answer: nothing,
  },
  'office.change-settings': {
    window: 'console',
    may: keepers,
    kind: 'command',
    args: z.strictObject({ commandId, settings: typedSettingsSchema }),
    answer: nothing,
  },
  /** The machine's clock is in doubt: is it right, or which day is it? `day` is `YYYY-MM-DD`, empty where it is right. */
  'office.answer-clock': {
    window: 'console',
    may: everyone,
    kind: 'command',
    args: z.strictObject({ commandId, isRight: z.boolean(), day: z.string().max(10) }),
    answer: nothing,
  },
} as const satisfies SubjectContract<'office'>;
