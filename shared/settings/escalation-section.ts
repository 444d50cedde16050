import { z } from 'zod';

/** Ways to the helpdesk. */
export const escalationSection = z.strictObject({
  escalationChannels: z.array(z.string().min(1).max(60)).min(1).max(8),
  helpdeskPhone: z.string().min(1).max(60),
});
