import { useCallback, useEffect, useRef, useState } from 'react';

/** A screen left alone warns after a minute and is emptied twenty seconds later. */
export const idle = { warnAfterS: 60, eraseAfterS: 20 } as const;

/**
 * Watches whether anybody still touches the screen.
 * @param active false on the attract screen, which nobody has to touch
 * @param erase called once when the warning has run out
 * @returns seconds left while the warning stands, else null; and how to say "still here"
 */
export const useIdle = (active: boolean, erase: () => void): { readonly secondsLeft: number | null; readonly stay: () => void } => {
  const touched = useRef(0);
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const stay = useCallback(() => {
    touched.current = performance.now();
    setSecondsLeft(null);
  }, []);

  useEffect(() => {
    if (!active) return undefined;
    touched.current = performance.now();
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) addEventListener(event, stay);
    const timer = setInterval(() => {
      const quietS = (performance.now() - touched.current) / 1_000;
      if (quietS >= idle.warnAfterS + idle.eraseAfterS) {
        setSecondsLeft(null);
        erase();
      } else setSecondsLeft(quietS >= idle.warnAfterS ? Math.ceil(idle.warnAfterS + idle.eraseAfterS - quietS) : null);
    }, 250);
    return () => {
      for (const event of events) removeEventListener(event, stay);
      clearInterval(timer);
    };
  }, [active, erase, stay]);
  return { secondsLeft: active ? secondsLeft : null, stay };
};
