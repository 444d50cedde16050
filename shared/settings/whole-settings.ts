import { z } from 'zod';
import { timeOfDay } from './time-of-day.ts';

/**
 * All settings in one, as the fact `settings.changed` held them until settings were recorded by section. Journals have such
 * facts: this is never changed, whatever the sections get.
 */
export const wholeSettingsSchema = z.strictObject({
  office: z.strictObject({
    name: z.string().min(1).max(80),
    room: z.string().min(1).max(60),
    logo: z
      .string()
      .regex(/^data:image\/(png|svg\+xml);base64,[A-Za-z0-9+/=]+$/)
      .max(400_000)
      .nullable(),
  }),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  hours: z
    .array(z.strictObject({ weekday: z.int().min(0).max(6), opens: timeOfDay, closes: timeOfDay }))
    .max(7),
  workstations: z
    .array(z.strictObject({ id: z.string().min(1).max(20), name: z.string().min(1).max(40) }))
    .min(1)
    .max(40),
  desk: z.string().min(1).max(40),
  waitingTargetMinutes: z.int().min(1).max(240),
  retentionYears: z.int().min(1).max(30),
  escalationChannels: z.array(z.string().min(1).max(60)).min(1).max(8),
  helpdeskPhone: z.string().min(1).max(60),
  idleMinutes: z.int().min(1).max(240),
  /** Settings of format 2 had none. */
  clockDoubtDays: z.int().min(2).max(400).default(30),
});
