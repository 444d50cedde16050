import type { JournalIdentity } from '../base/ids.ts';
import type { Zone } from '../base/office-time.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import type { State } from './state.ts';

/** An office's settings. Before set-up the defaults hold: nothing but set-up is possible then. */
export function settingsOf(state: Pick<State, 'settings'>): Settings {
  return state.settings ?? defaultSettings;
}

/**
 * The records are an office's, but its settings are lost with what is gone of the journal. Nobody can be served by them, and
 * it is not to be set up anew over what is left.
 */
export function isOfficeLost({ settings, losses, lastOrdinal, staff }: State): boolean {
  return (
    settings === null && (losses.length > 0 || lastOrdinal > 0 || Object.keys(staff).length > 0)
  );
}

/** Does the state know the journal by this name? */
export function isNamedSo({ journal }: Pick<State, 'journal'>, name: JournalIdentity): boolean {
  return journal?.id === name.id && journal.branch === name.branch;
}

/** The letter of this kiosk's day numbers (SOP.md, ruling 3). */
export function letterOf(state: Pick<State, 'settings'>): string {
  return settingsOf(state).letter;
}

/** The office's time zone. */
export function zoneOf(state: Pick<State, 'settings'>): Zone {
  return settingsOf(state).zone;
}
