import { z } from 'zod';
import { assisting, commandId, nothing, visit, type SubjectContract } from './message.ts';

const ofWaiting = {
  window: 'console',
  may: assisting,
  kind: 'command',
  args: z.strictObject({ commandId, visit }),
  answer: nothing,
} as const;

/** Calling those who wait. Whoever may close the step may call to it and begin it (`mayClose`). */
export const queueContract = {
  'queue.call': ofWaiting,
  /** The visitor is at the desk. */
  'queue.begin': ofWaiting,
  'queue.no-show': ofWaiting,
} as const satisfies SubjectContract<'queue'>;
