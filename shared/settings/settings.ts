import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What the office sets for itself. Never holds a person's name. */
export const settingsSchema = z.strictObject({
  office: z.strictObject({
    name: z.string().min(1).max(80),
    room: z.string().min(1).max(60),
    /** A PNG or SVG as a data URL, or null for the product's own mark. */
    logo: z
      .string()
      .regex(/^data:image\/(png|svg\+xml);base64,[A-Za-z0-9+/=]+$/)
      .max(400_000)
      .nullable(),
  }),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  /** Opening hours per weekday, 0 = Sunday. A day without a row is closed. */
  hours: z
    .array(z.strictObject({ weekday: z.int().min(0).max(6), opens: timeOfDay, closes: timeOfDay }))
    .max(7),
  workstations: z
    .array(z.strictObject({ id: z.string().min(1).max(20), name: z.string().min(1).max(40) }))
    .min(1)
    .max(40),
  desk: z.string().min(1).max(40),
  /** Target for waiting at hand-overs, in minutes: shown and reported, no norm. */
  waitingTargetMinutes: z.int().min(1).max(240),
  /** Years that a visit's personal data are kept, as the privacy notice announces. */
  retentionYears: z.int().min(1).max(30),
  escalationChannels: z.array(z.string().min(1).max(60)).min(1).max(8),
  helpdeskPhone: z.string().min(1).max(60),
  /** A console left alone signs its staff member out after this many minutes. */
  idleMinutes: z.int().min(1).max(240),
  /** The machine's clock is doubted when it is so many days ahead of the last fact. Settings of format 2 had none. */
  clockDoubtDays: z.int().min(2).max(400).default(30),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What an office starts with; the set-up screen lets it be changed before anything is recorded. */
export const defaultSettings: Settings = {
  office: { name: 'LPSE Kabupaten Batang', room: 'Bidding Room', logo: null },
  zone: 'WIB',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opens: '08:00',
    closes: weekday === 5 ? '14:30' : '15:30',
  })),
  workstations: [1, 2, 3, 4].map((n) => ({ id: `ws-${n}`, name: `Komputer ${n}` })),
  desk: 'Meja layanan 1',
  waitingTargetMinutes: 15,
  retentionYears: 5,
  escalationChannels: ['E-mail', 'LPSE Support', 'TTS'],
  helpdeskPhone: '144 / 021-29935577',
  idleMinutes: 15,
  clockDoubtDays: 30,
};
