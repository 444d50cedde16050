import { useEffect, useState } from 'react';

/** A view with when this window received it, by its own steady clock. */
export type Received<View> = { readonly view: View; readonly receivedAt: number };

/**
 * The latest view of a window.
 * @param onView the bridge's subscription
 * @returns null until the first view is there
 */
export function useView<View>(
  onView: (show: (view: View) => void) => () => void,
): Received<View> | null {
  const [received, setReceived] = useState<Received<View> | null>(null);
  useEffect(() => onView((view) => setReceived({ view, receivedAt: performance.now() })), [onView]);
  return received;
}
