import { z } from 'zod';

export const clockSection = z.strictObject({
  /** The machine's clock is doubted when it is so many days ahead of the last fact (SOP.md, ruling 2). */
  clockDoubtDays: z.int().min(2).max(400).default(30),
});
