import type { Fact, FactOf } from '../facts/facts.ts';
import { sections, sectionSchema, type SectionName } from '../settings/sections.ts';
import { settingsSchema, type Settings } from '../settings/settings.ts';
import type { EarlierSettings, State } from './state.ts';

type SettingsFact = FactOf<'settings.changed' | 'settings.section-changed'>;

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const earlierOf = (before: Settings | null, after: Settings, until: number) => {
  const { zone, workstations } = before ?? after;
  return isSame([zone, workstations], [after.zone, after.workstations])
    ? []
    : [{ until, zone, workstations } satisfies EarlierSettings];
};

/**
 * The state after settings were told: all in one, as journals once did, or a section. What is not told keeps its value, or
 * has its default; an office has settings when nothing is lacking any more.
 * @param at the fact's wall clock
 * @param schema settings as this program knows them; another only in a test of what later programs will know
 */
export function withSettings(
  state: State,
  fact: SettingsFact,
  at: number,
  schema: Pick<typeof settingsSchema, 'safeParse'> = settingsSchema,
): State {
  const said = fact.type === 'settings.changed' ? fact.data.settings : fact.data.value;
  const told = { ...(state.settings ?? state.settingsBegun), ...said };
  const whole = schema.safeParse(told);
  if (!whole.success) return { ...state, settingsBegun: told };
  return {
    ...state,
    settings: whole.data,
    settingsBegun: {},
    earlierSettings: [...state.earlierSettings, ...earlierOf(state.settings, whole.data, at)],
  };
}

/** Zone and computers as they were at a moment of the wall clock, so that what is told of a past visit stays. */
export function settingsWhen(
  { earlierSettings }: Pick<State, 'earlierSettings'>,
  present: Settings,
  at: number,
): Settings {
  const earlier = earlierSettings.find(({ until }) => at < until);
  return earlier === undefined
    ? present
    : { ...present, zone: earlier.zone, workstations: earlier.workstations };
}

/** The facts that turn settings into others: each section that changed, whole. @param before null: nothing is on record */
export function settingsFacts(before: Settings | null, after: Settings): readonly Fact[] {
  return (Object.keys(sections) as SectionName[]).flatMap((section): readonly Fact[] => {
    const keys = Object.keys(sections[section].shape);
    const valueOf = (settings: Settings): unknown =>
      Object.fromEntries(keys.map((key) => [key, settings[key as keyof Settings]]));
    const value = valueOf(after);
    if (before !== null && isSame(valueOf(before), value)) return [];
    const data = sectionSchema.parse({ section, value });
    return [{ type: 'settings.section-changed', visit: null, data }];
  });
}
