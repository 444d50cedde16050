import { z } from 'zod';

/** `HH:mm`, by the office's clock. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** An office date, `YYYY-MM-DD`. */
export const officeDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);
