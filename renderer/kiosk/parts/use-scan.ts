import { useEffect } from 'react';

/** A scanner types a whole code within this time and ends it with Enter; a person does not. */
const scanWithinMs = 1_500;
const scanned = /^[A-Z0-9-]{3,}$/;

/**
 * Hears a scanner while no field is on the screen: the slip says "scan", so it works at once.
 * @param heard called with what was scanned
 */
export function useScan(active: boolean, heard: (key: string) => void): void {
  useEffect(() => {
    if (!active) return undefined;
    let typed = '';
    let begun = 0;
    const key = (event: KeyboardEvent): void => {
      if (performance.now() - begun > scanWithinMs) typed = '';
      if (event.key === 'Enter') {
        if (!scanned.test(typed)) return;
        event.preventDefault();
        heard(typed);
      } else if (event.key.length === 1) {
        if (typed === '') begun = performance.now();
        typed += event.key.toUpperCase();
      }
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [active, heard]);
}
