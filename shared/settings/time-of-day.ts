import { z } from 'zod';
import { timeOfDayPattern } from '../base/office-time.ts';

/** `HH:mm`, by the office's clock. */
export const timeOfDay = z.string().regex(timeOfDayPattern);

/** An office date, `YYYY-MM-DD`. */
export const officeDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);
