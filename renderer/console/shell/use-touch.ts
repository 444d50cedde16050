import { useEffect } from 'react';
import { bridge } from '../parts/bridge.ts';

const quietMs = 20_000;

/** Tells the main process that somebody is still at the console, at most every 20 s. */
export function useTouch(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    let told = -quietMs;
    const touched = (): void => {
      const now = performance.now();
      if (now - told < quietMs) return;
      told = now;
      void bridge.call('staff.touch', {}).catch(() => undefined);
    };
    const signs = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touched);
    };
  }, [signedIn]);
}
