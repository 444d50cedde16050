import { z } from 'zod';
import { causes } from '../base/closed-lists.ts';
import {
  assisting,
  commandId,
  coordinator,
  id,
  nothing,
  typed,
  visit,
  type SubjectContract,
} from './message.ts';

const withDeviation = { commandId, visit, deviation: id };

/** Accountability for deviations. */
export const deviationContract = {
  'deviation.note': {
    window: 'console',
    may: assisting,
    kind: 'command',
    args: z.strictObject({ ...withDeviation, cause: z.enum(causes), why: typed, remedy: typed }),
    answer: nothing,
  },
  'deviation.accept': {
    window: 'console',
    may: coordinator,
    kind: 'command',
    args: z.strictObject(withDeviation),
    answer: nothing,
  },
  'deviation.return': {
    window: 'console',
    may: coordinator,
    kind: 'command',
    args: z.strictObject({ ...withDeviation, reason: typed }),
    answer: nothing,
  },
} as const satisfies SubjectContract<'deviation'>;
