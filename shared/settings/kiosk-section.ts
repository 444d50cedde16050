import { z } from 'zod';

export const kioskSection = z.strictObject({
  /** The letter of the day numbers that this kiosk issues (SOP.md, ruling 3). */
  letter: z
    .string()
    .regex(/^[A-Z]$/)
    .default('A'),
});
