import type { Zone } from '../office-time.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import type { State } from './state.ts';

/** An office's settings. Before set-up the defaults hold: nothing but set-up is possible then. */
export const settingsOf = (state: Pick<State, 'settings'>): Settings => state.settings ?? defaultSettings;

/** The office's time zone. */
export const zoneOf = (state: Pick<State, 'settings'>): Zone => settingsOf(state).zone;
