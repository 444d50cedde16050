/** Share of a norm from which a clock is near its end (LOOK: the tick of the ring). */
export const nearShare = 0.8;

export type ClockState = 'calm' | 'near' | 'over';

/**
 * How a clock stands against its norm or target.
 * @param elapsedMs what has run; a norm is broken only beyond it, not at it
 * @param limitMs null when nothing limits it
 */
export function clockState(elapsedMs: number, limitMs: number | null): ClockState {
  if (limitMs === null) return 'calm';
  if (elapsedMs > limitMs) return 'over';
  return elapsedMs >= limitMs * nearShare ? 'near' : 'calm';
}
