import { useContext, useSyncExternalStore } from 'react';
import { ClockContext } from './clock-context.ts';

const second = 1_000;
const listeners = new Set<() => void>();
let tickedAt = 0;
let timer: ReturnType<typeof setInterval> | undefined;

const tick = (): void => {
  tickedAt = performance.now();
  for (const listener of listeners) listener();
};

/** One timer for all clocks of a window, so that they step together. */
const follow = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (timer === undefined) {
    tickedAt = performance.now();
    timer = setInterval(tick, second);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};
const standStill = (): (() => void) => () => undefined;

/**
 * Something that changes with time. Renders only when it changes: once a second for a clock, a few times a visit for
 * its state.
 * @param select from the milliseconds since the view was made; must return a plain value
 */
export function useTicking<Value extends string | number | boolean | null>(
  select: (sinceMs: number) => Value,
): Value {
  const { running, receivedAt } = useContext(ClockContext);
  return useSyncExternalStore(running ? follow : standStill, () =>
    select(running ? Math.max(0, tickedAt - receivedAt) : 0),
  );
}
