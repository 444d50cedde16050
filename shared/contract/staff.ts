import { z } from 'zod';
import {
  commandId,
  id,
  keepers,
  noArgs,
  nothing,
  staffMember,
  type SubjectContract,
} from './message.ts';

/** Staff, and who of them is at the console. */
export const staffContract = {
  'staff.add': {
    window: 'console',
    may: keepers,
    kind: 'command',
    args: z.strictObject({ commandId, member: staffMember }),
    answer: nothing,
  },
  'staff.sign-in': {
    window: 'console',
    may: 'anybody',
    kind: 'command',
    args: z.strictObject({ commandId, staff: id, pin: z.string().max(64) }),
    answer: nothing,
  },
  'staff.sign-out': {
    window: 'console',
    may: 'anybody',
    kind: 'command',
    args: noArgs,
    answer: nothing,
  },
  /** The staff member is still at the console. */
  'staff.touch': {
    window: 'console',
    may: 'anybody',
    kind: 'command',
    args: noArgs,
    answer: nothing,
  },
} as const satisfies SubjectContract<'staff'>;
