import { z } from 'zod';
import { contactWays } from '../base/closed-lists.ts';
import {
  assisting,
  commandId,
  id,
  nothing,
  officeMoment,
  typed,
  type SubjectContract,
} from './message.ts';

const ofAssistance = { window: 'console', may: assisting, kind: 'command' } as const;
const withEscalation = { commandId, escalation: id };

/** Escalations to the helpdesk. */
export const escalationContract = {
  'escalation.send': {
    ...ofAssistance,
    args: z.strictObject({ ...withEscalation, channel: typed, at: officeMoment, ticket: typed }),
    answer: nothing,
  },
  'escalation.confirm': {
    ...ofAssistance,
    args: z.strictObject({ ...withEscalation, at: officeMoment, spokeWith: typed }),
    answer: nothing,
  },
  'escalation.answer': {
    ...ofAssistance,
    args: z.strictObject({ ...withEscalation, at: officeMoment, text: typed }),
    answer: nothing,
  },
  'escalation.contact': {
    ...ofAssistance,
    args: z.strictObject({
      ...withEscalation,
      at: officeMoment,
      way: z.enum(contactWays),
      note: typed,
    }),
    answer: nothing,
  },
  'escalation.close': {
    ...ofAssistance,
    args: z.strictObject({ ...withEscalation, resolved: z.boolean(), reason: typed }),
    answer: nothing,
  },
} as const satisfies SubjectContract<'escalation'>;
