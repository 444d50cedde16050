import { z } from 'zod';

/** The room: its computers, which keep their ids for ever, and its service desk. */
export const roomSection = z.strictObject({
  workstations: z
    .array(z.strictObject({ id: z.string().min(1).max(20), name: z.string().min(1).max(40) }))
    .min(1)
    .max(40),
  desk: z.string().min(1).max(40),
});
