import { z } from 'zod';

export const targetsSection = z.strictObject({
  /** Target for waiting at hand-overs, in minutes: shown and reported, no norm. */
  waitingTargetMinutes: z.int().min(1).max(240),
});
