import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { factSchema, type FactOf } from '../../shared/facts/facts.ts';
import { sections } from '../../shared/settings/sections.ts';
import { defaultSettings, settingsSchema } from '../../shared/settings/settings.ts';
import { settingsFacts, settingsWhen, withSettings } from '../../shared/state/settings.ts';
import { emptyState, type State } from '../../shared/state/state.ts';

type SettingsFact = FactOf<'settings.changed' | 'settings.section-changed'>;
type Schema = Parameters<typeof withSettings>[3];

const isOfSettings = (fact: z.infer<typeof factSchema>): fact is SettingsFact =>
  fact.type === 'settings.changed' || fact.type === 'settings.section-changed';
const fold = (facts: readonly SettingsFact[], schema?: Schema, from: State = emptyState): State =>
  facts.reduce(
    (state, fact, index) => withSettings(state, fact, 1_000 * (index + 1), schema),
    from,
  );
const asFacts = (...given: Parameters<typeof settingsFacts>): readonly SettingsFact[] =>
  settingsFacts(...given).filter(isOfSettings);

/** The facts about settings in a past journal. */
const pastFacts = async (format: string): Promise<readonly SettingsFact[]> => {
  const folder = join(import.meta.dirname, '..', 'past-journals', format, 'journal');
  const facts: SettingsFact[] = [];
  for (const name of (await readdir(folder)).sort()) {
    for (const line of (await readFile(join(folder, name), 'utf8')).trim().split('\n')) {
      const { type, visit, data } = JSON.parse(line) as Readonly<Record<string, unknown>>;
      const fact = factSchema.safeParse({ type, visit, data });
      if (fact.success && isOfSettings(fact.data)) facts.push(fact.data);
    }
  }
  return facts;
};

/** Settings as a later program will know them. */
const laterSettings = (later: z.ZodType) =>
  z.strictObject({
    ...settingsSchema.shape,
    ...sections.room.extend({ later }).shape,
  }) as unknown as NonNullable<Schema>;

describe.each([
  ['format-1', { ...defaultSettings, idleMinutes: 240 }],
  ['format-2', defaultSettings],
])('settings of a past journal, %s', (format, were) => {
  test('fold to the settings that they were', async () => {
    const facts = await pastFacts(format);
    expect(facts.length).toBeGreaterThan(0);
    expect(fold(facts).settings).toEqual(were);
  });

  test('fold when a section has got a new setting with a default, and not when it has none', async () => {
    const facts = await pastFacts(format);
    expect(fold(facts, laterSettings(z.int().default(7))).settings).toEqual({ ...were, later: 7 });
    expect(fold(facts, laterSettings(z.int())).settings).toBeNull();
  });
});

describe('settings by section', () => {
  test('are set up as every section, and are there when none that is owed is lacking', () => {
    const facts = asFacts(null, defaultSettings);
    expect(facts).toHaveLength(Object.keys(sections).length);
    expect(fold(facts).settings).toEqual(defaultSettings);
    expect(fold([...facts].reverse()).settings).toEqual(defaultSettings);
    for (const fact of facts) {
      const isOwed = !['calendar', 'clock', 'kiosk'].includes(
        'section' in fact.data ? fact.data.section : '',
      );
      const without = fold(facts.filter((other) => other !== fact));
      expect(without.settings === null).toBe(isOwed);
    }
  });

  test('a change is told as the sections that changed, and nothing as nothing', () => {
    const changed = { ...defaultSettings, desk: 'Meja 2', retentionYears: 7 };
    const facts = asFacts(defaultSettings, changed);
    expect(facts.map(({ data }) => ('section' in data ? data.section : ''))).toEqual([
      'room',
      'privacy',
    ]);
    const before = fold(asFacts(null, defaultSettings));
    expect(fold(facts, undefined, before).settings).toEqual(changed);
    expect(asFacts(defaultSettings, { ...defaultSettings })).toEqual([]);
  });

  test('computers and zone of an earlier time are those of that time', () => {
    const renamed = { ...defaultSettings, workstations: [{ id: 'ws-1', name: 'Ruang Rapat' }] };
    const moved = { ...renamed, zone: 'WIT' as const };
    let state = fold(asFacts(null, defaultSettings));
    for (const [at, before, after] of [
      [50_000, defaultSettings, renamed],
      [60_000, renamed, moved],
    ] as const)
      for (const fact of asFacts(before, after)) state = withSettings(state, fact, at);
    expect(settingsWhen(state, moved, 49_999)).toEqual(defaultSettings);
    expect(settingsWhen(state, moved, 50_000)).toEqual(renamed);
    expect(settingsWhen(state, moved, 60_000)).toEqual(moved);
  });
});
