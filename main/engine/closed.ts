import { defaultSettings } from '../../shared/settings/settings.ts';
import { emptyState } from '../../shared/state/state.ts';
import { refused } from '../../shared/base/result.ts';
import { buildConsoleView, buildKioskView, type Around } from '../../shared/views/build-views.ts';
import type { View } from '../../shared/views/view.ts';
import type { WindowRole } from '../../shared/contract/windows.ts';
import type { Application } from './application.ts';
import type { Clock } from '../ports.ts';

/**
 * What the windows have while the data folder cannot be opened: they say so, and every few seconds it is tried again.
 * @param tryAgain opens the application; throws while it still cannot be
 * @param oddFile what stands under the name of a file of ours, where that is why
 */
export function makeClosed(
  clock: Clock,
  tryAgain: () => Promise<void>,
  oddFile: string | null = null,
): Application {
  const viewOf = (window: WindowRole): View => {
    const { at } = clock.now();
    const around: Around = {
      clock: { at, zone: defaultSettings.zone, running: clock.running },
      inService: false,
      damagedVisits: new Set(),
      records: {
        state: 'checking',
        lines: 0,
        damaged: { places: oddFile === null ? [] : [oddFile], count: oddFile === null ? 0 : 1 },
        visits: { codes: [], count: 0 },
        lost: null,
        exposed: 0,
        trouble: oddFile === null ? null : 'odd-file',
        onNetwork: false,
      },
    };
    const seen = {
      state: emptyState,
      settings: defaultSettings,
      now: { at, t: 0, jumps: 0 },
      personOf: () => null,
    };
    // Whether the office has been set up is not known: nobody may be asked to do it again.
    return window === 'kiosk'
      ? buildKioskView(seen, around, null)
      : { ...buildConsoleView(seen, around, null), isSetUp: true };
  };
  return {
    serve: async () => refused('out-of-service'),
    viewOf,
    tick: tryAgain,
    wake: async () => undefined,
    close: async () => undefined,
  };
}
