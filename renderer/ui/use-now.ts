import { useContext } from 'react';
import { ClockContext } from './clock-context.ts';
import { useTicking } from './use-ticking.ts';

export { ClockContext, type ShownClock } from './clock-context.ts';

/** The wall clock, in ms since 1970 UTC. Renders once a second while it runs. */
export function useNow(): number {
  const { at } = useContext(ClockContext);
  return at + useTicking((sinceMs) => sinceMs);
}
