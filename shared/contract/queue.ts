import { z } from 'zod';
import { commandId, desk, nothing, visit, type SubjectContract } from './message.ts';

const ofWaiting = {
  window: 'console',
  may: desk,
  kind: 'command',
  args: z.strictObject({ commandId, visit }),
  answer: nothing,
} as const;

/** Calling those who wait. */
export const queueContract = {
  'queue.call': ofWaiting,
  /** The visitor is at the desk. */
  'queue.begin': ofWaiting,
  'queue.no-show': ofWaiting,
} as const satisfies SubjectContract<'queue'>;
