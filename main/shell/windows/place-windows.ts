/** A rectangle of the desktop, in its own pixels. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type DisplayPlace = {
  readonly id: number;
  readonly bounds: Bounds;
  readonly workArea: Bounds;
  readonly isPrimary: boolean;
};
export type Placement = {
  readonly kiosk: Bounds;
  readonly console: Bounds;
  readonly consoleIsMaximized: boolean;
};

/** The console's size as a normal window: the smallest screen that it is drawn for. */
const normal = { width: 1366, height: 768 };

/** Left to right, then top to bottom: the order in which screens stand on a desk. */
const byPlace = (a: DisplayPlace, b: DisplayPlace): number =>
  a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y;

/**
 * Where the two windows go: the kiosk fills the first display, the console the work area of the second. With one display
 * the console is a normal window in its lower right corner, in front of the kiosk.
 * @param displays as the system lists them, at least one; the primary one is the first
 */
export function placeWindows(displays: readonly DisplayPlace[]): Placement {
  const [first, second] = [...displays].sort(
    (a, b) => Number(b.isPrimary) - Number(a.isPrimary) || byPlace(a, b),
  );
  if (!first) throw new Error('A desktop has at least one display');
  if (second) return { kiosk: first.bounds, console: second.workArea, consoleIsMaximized: true };
  const { x, y, width, height } = first.workArea;
  const size = { width: Math.min(normal.width, width), height: Math.min(normal.height, height) };
  return {
    kiosk: first.bounds,
    console: { x: x + width - size.width, y: y + height - size.height, ...size },
    consoleIsMaximized: false,
  };
}
