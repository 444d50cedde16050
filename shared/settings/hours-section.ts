import { z } from 'zod';
import { timeOfDay } from './time-of-day.ts';

/** Opening hours per weekday, 0 = Sunday. A day without a row is closed. */
export const hoursSection = z.strictObject({
  hours: z
    .array(z.strictObject({ weekday: z.int().min(0).max(6), opens: timeOfDay, closes: timeOfDay }))
    .max(7),
});
