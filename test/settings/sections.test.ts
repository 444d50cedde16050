import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sections, type SectionName } from '../../shared/settings/sections.ts';
import { defaultSettings, settingsSchema } from '../../shared/settings/settings.ts';
import { typedSettingsSchema } from '../../shared/settings/typed-settings.ts';

/** What each section held when facts of it were first written. Nothing is ever added here for a section that has facts. */
const firstKeys: Readonly<Record<SectionName, readonly string[]>> = {
  office: ['office', 'office.name', 'office.room', 'office.logo', 'zone'],
  hours: ['hours', 'hours[].weekday', 'hours[].opens', 'hours[].closes'],
  calendar: [
    'holidays[].date',
    'holidays[].name',
    'specialHours[].date',
    'specialHours[].opens',
    'specialHours[].closes',
  ],
  room: ['workstations', 'workstations[].id', 'workstations[].name', 'desk'],
  targets: ['waitingTargetMinutes'],
  privacy: ['retentionYears'],
  escalation: ['escalationChannels', 'helpdeskPhone'],
  session: ['idleMinutes'],
  clock: [],
  kiosk: [],
};

/** A fact of each section as it was first written, and what is behind it in the office's settings. */
const firstValues: Readonly<Record<SectionName, unknown>> = {
  office: { office: { name: 'LPSE', room: 'Ruang', logo: null }, zone: 'WIT' },
  hours: { hours: [{ weekday: 0, opens: '00:00', closes: '23:59' }] },
  calendar: {
    holidays: [{ date: '2026-12-25', name: 'Natal' }],
    specialHours: [{ date: '2026-12-24', opens: '08:00', closes: '12:00' }],
  },
  room: { workstations: [{ id: 'ws-1', name: 'K' }], desk: 'M' },
  targets: { waitingTargetMinutes: 240 },
  privacy: { retentionYears: 30 },
  escalation: { escalationChannels: ['TTS'], helpdeskPhone: '144' },
  session: { idleMinutes: 240 },
  clock: { clockDoubtDays: 400 },
  kiosk: { letter: 'Z' },
};

/** Every key of a section, however deep, that a fact must have. */
const owedKeys = (schema: unknown, path = ''): readonly string[] => {
  if (schema instanceof z.ZodDefault) return owedKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return owedKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return owedKeys(schema.element, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [...(value.safeParse(undefined).success ? [] : [at]), ...owedKeys(value, at)];
  });
};

const names = Object.keys(sections) as readonly SectionName[];

describe.each(names)('the section %s', (name) => {
  test('owes nothing that its first facts did not hold', () => {
    expect(owedKeys(sections[name])).toEqual(firstKeys[name]);
  });

  test('reads its first facts as they were written', () => {
    expect(sections[name].parse(firstValues[name])).toMatchObject(firstValues[name] as object);
  });
});

test('a key that is owed is found, however deep it stands', () => {
  const later = sections.room.extend({
    workstations: z.array(z.strictObject({ id: z.string(), place: z.string() })),
  });
  expect(owedKeys(later)).toContain('workstations[].place');
});

test('a value stands in one section only, and every one in the settings', () => {
  const keys = names.flatMap((name) => Object.keys(sections[name].shape));
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(settingsSchema.shape)).toEqual(keys);
  expect(Object.keys(typedSettingsSchema.shape).sort()).toEqual([...keys].sort());
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
});
