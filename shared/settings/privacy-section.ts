import { z } from 'zod';

export const privacySection = z.strictObject({
  /** Years that a visit's personal data are kept, as the privacy notice announces. */
  retentionYears: z.int().min(1).max(30),
});
