import { useEffect, useState } from 'react';

/** Counts whole seconds down and calls `over` once at the end. Anything that is touched starts it again. */
export function useCountdown(seconds: number, over: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const again = (): void => setLeft(seconds);
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) addEventListener(event, again);
    const timer = setInterval(() => setLeft((now) => now - 1), 1_000);
    return () => {
      for (const event of events) removeEventListener(event, again);
      clearInterval(timer);
    };
  }, [seconds]);
  useEffect(() => {
    if (left <= 0) over();
  }, [left, over]);
  return Math.max(0, left);
}
