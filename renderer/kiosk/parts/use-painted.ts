import { useEffect } from 'react';

/**
 * Tells once that what was committed is painted: behind the next frame. A page that is wholly covered gets no frames and never
 * tells; who waits for it goes on after a while.
 * @param isThere whether there is anything to be seen yet
 */
export function usePainted(isThere: boolean, tell: () => void): void {
  useEffect(() => {
    if (!isThere) return;
    requestAnimationFrame(() => {
      const behind = new MessageChannel();
      behind.port1.addEventListener('message', () => {
        behind.port1.close();
        tell();
      });
      behind.port1.start();
      behind.port2.postMessage(null);
    });
  }, [isThere, tell]);
}
