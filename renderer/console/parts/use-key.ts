import { useEffect, useRef } from 'react';

const typesInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select'));

/**
 * A key that does what a button does. Never while somebody types in a field, nor while a dialog or menu is open.
 * @param key as `KeyboardEvent.key` names it, in any case; null for none
 */
export function useKey(key: string | null, press: () => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    if (key === null) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey)
        return;
      if (event.key.toLowerCase() !== key.toLowerCase() || typesInto(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
