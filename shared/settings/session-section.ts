import { z } from 'zod';

export const sessionSection = z.strictObject({
  /** A console left alone signs its staff member out after this many minutes. */
  idleMinutes: z.int().min(1).max(240),
});
