import { createContext, useContext, useEffect, useState } from 'react';
import type { ViewClock } from '../../shared/views/kiosk-view.ts';

/** The clock of the view that is shown, with when it came. */
export type ShownClock = ViewClock & { readonly receivedAt: number };

export const ClockContext = createContext<ShownClock>({ at: 0, zone: 'WIB', running: false, receivedAt: 0 });

const second = 1_000;

/** Milliseconds since the view was made: what a running clock adds to the view's figures. Renders once a second. */
export const useSince = (): number => {
  const { running, receivedAt } = useContext(ClockContext);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!running) return undefined;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), second);
    return () => clearInterval(timer);
  }, [running, receivedAt]);
  return running ? Math.max(0, now - receivedAt) : 0;
};

/** The wall clock, in ms since 1970 UTC. Renders once a second. */
export const useNow = (): number => {
  const { at } = useContext(ClockContext);
  return at + useSince();
};
