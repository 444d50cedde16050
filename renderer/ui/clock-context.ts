import { createContext } from 'react';
import type { ViewClock } from '../../shared/views/kiosk-view.ts';

/** The clock of the view that is shown, with when it came by this window's steady clock. */
export type ShownClock = ViewClock & { readonly receivedAt: number };

export const ClockContext = createContext<ShownClock>({
  at: 0,
  zone: 'WIB',
  running: false,
  receivedAt: 0,
});
