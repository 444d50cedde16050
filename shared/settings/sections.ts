import { z } from 'zod';
import { calendarSection } from './calendar-section.ts';
import { clockSection } from './clock-section.ts';
import { escalationSection } from './escalation-section.ts';
import { hoursSection } from './hours-section.ts';
import { kioskSection } from './kiosk-section.ts';
import { officeSection } from './office-section.ts';
import { privacySection } from './privacy-section.ts';
import { roomSection } from './room-section.ts';
import { sessionSection } from './session-section.ts';
import { targetsSection } from './targets-section.ts';

/**
 * An office's settings, a schema a section. A change is recorded as the sections that changed, each whole. Whatever a section
 * gets later must have a default, and nothing that it took may be refused: facts of it are read for decades.
 */
export const sections = {
  office: officeSection,
  hours: hoursSection,
  calendar: calendarSection,
  room: roomSection,
  targets: targetsSection,
  privacy: privacySection,
  escalation: escalationSection,
  session: sessionSection,
  clock: clockSection,
  kiosk: kioskSection,
} as const;
export type SectionName = keyof typeof sections;

const of = <N extends SectionName>(name: N) =>
  z.strictObject({ section: z.literal(name), value: sections[name] });

/** A section with its name, as a fact tells it. */
export const sectionSchema = z.discriminatedUnion('section', [
  of('office'),
  of('hours'),
  of('calendar'),
  of('room'),
  of('targets'),
  of('privacy'),
  of('escalation'),
  of('session'),
  of('clock'),
  of('kiosk'),
]);
export type Section = z.infer<typeof sectionSchema>;
