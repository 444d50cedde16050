import { z } from 'zod';
import { zones } from '../base/office-time.ts';
import { sections } from './sections.ts';
import type { Settings } from './settings.ts';

const typed = z.string().max(20_000);

/**
 * Settings as a window sends them, before anything is decided about them: the limits keep nonsense out, the rules that have
 * sentences are in check-settings.ts.
 */
export const typedSettingsSchema = z.strictObject({
  office: z.strictObject({
    name: typed,
    room: typed,
    logo: sections.office.shape.office.shape.logo,
  }),
  zone: z.enum(zones),
  hours: z
    .array(z.strictObject({ weekday: z.int().min(0).max(6), opens: typed, closes: typed }))
    .max(50),
  holidays: z.array(z.strictObject({ date: typed, name: typed })).max(1_000),
  specialHours: z.array(z.strictObject({ date: typed, opens: typed, closes: typed })).max(1_000),
  workstations: z.array(z.strictObject({ id: typed, name: typed })).max(200),
  desk: typed,
  waitingTargetMinutes: z.number(),
  retentionYears: z.number(),
  escalationChannels: z.array(typed).max(50),
  helpdeskPhone: typed,
  idleMinutes: z.number(),
  clockDoubtDays: z.number(),
  letter: typed,
}) satisfies z.ZodType<Settings>;
