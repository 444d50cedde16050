import { useCallback, useEffect, useRef, useState } from 'react';

/** A screen left alone warns after a minute and is emptied twenty seconds later. */
export const idle = { warnAfterS: 60, eraseAfterS: 20 } as const;

/** `quiet`: nothing was typed, so nobody is warned. */
export type Watch = 'off' | 'quiet' | 'warned';
export type Idle = { readonly secondsLeft: number | null; readonly stay: () => void };

/**
 * Watches whether anybody still touches the screen.
 * @param watch off when there is nothing to empty
 * @param erase called once when the time has run out
 * @returns seconds left while the warning stands, else null; and how to say "still here"
 */
export function useIdle(watch: Watch, erase: () => void): Idle {
  const touched = useRef(0);
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const stay = useCallback(() => {
    touched.current = performance.now();
    setSecondsLeft(null);
  }, []);

  useEffect(() => {
    if (watch === 'off') return undefined;
    touched.current = performance.now();
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) addEventListener(event, stay);
    const eraseAfterS = idle.warnAfterS + (watch === 'warned' ? idle.eraseAfterS : 0);
    const timer = setInterval(() => {
      const quietS = (performance.now() - touched.current) / 1_000;
      if (quietS >= eraseAfterS) {
        setSecondsLeft(null);
        erase();
      } else setSecondsLeft(quietS >= idle.warnAfterS ? Math.ceil(eraseAfterS - quietS) : null);
    }, 250);
    return () => {
      for (const event of events) removeEventListener(event, stay);
      clearInterval(timer);
    };
  }, [watch, erase, stay]);
  return { secondsLeft: watch === 'warned' ? secondsLeft : null, stay };
}
