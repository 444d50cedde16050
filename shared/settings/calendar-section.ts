import { z } from 'zod';
import { officeDay, timeOfDay } from './time-of-day.ts';

/** Days on which the week's hours do not hold. Special hours go before a holiday of the same date. */
export const calendarSection = z.strictObject({
  /** Closed all day. */
  holidays: z
    .array(z.strictObject({ date: officeDay, name: z.string().min(1).max(60) }))
    .max(400)
    .default([]),
  /** Open from and to, whatever the weekday. */
  specialHours: z
    .array(z.strictObject({ date: officeDay, opens: timeOfDay, closes: timeOfDay }))
    .max(400)
    .default([]),
});
