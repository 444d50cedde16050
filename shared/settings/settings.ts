import { z } from 'zod';
import { sections } from './sections.ts';

/** What the office sets for itself: its sections, joined. Never holds a person's name. */
export const settingsSchema = z.strictObject({
  ...sections.office.shape,
  ...sections.hours.shape,
  ...sections.calendar.shape,
  ...sections.room.shape,
  ...sections.targets.shape,
  ...sections.privacy.shape,
  ...sections.escalation.shape,
  ...sections.session.shape,
  ...sections.clock.shape,
  ...sections.kiosk.shape,
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
  holidays: [],
  specialHours: [],
  workstations: [1, 2, 3, 4].map((n) => ({ id: `ws-${n}`, name: `Komputer ${n}` })),
  desk: 'Meja layanan 1',
  waitingTargetMinutes: 15,
  retentionYears: 5,
  escalationChannels: ['E-mail', 'LPSE Support', 'TTS'],
  helpdeskPhone: '144 / 021-29935577',
  idleMinutes: 15,
  clockDoubtDays: 30,
  letter: 'A',
};
