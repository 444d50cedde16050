import { describe, expect, test } from 'vitest';
import {
  placeWindows,
  type Bounds,
  type DisplayPlace,
} from '../../../main/shell/windows/place-windows.ts';

const display = (
  id: number,
  bounds: Bounds,
  isPrimary = false,
  workArea = bounds,
): DisplayPlace => ({ id, bounds, workArea, isPrimary });
const left: Bounds = { x: 0, y: 0, width: 1920, height: 1080 };
const right: Bounds = { x: 1920, y: 0, width: 1366, height: 768 };

describe('where windows go', () => {
  test('two displays: kiosk fills the first, console the work area of the second', () => {
    const taskbar = { ...right, height: 728 };
    expect(placeWindows([display(2, right, false, taskbar), display(1, left, true)])).toEqual({
      kiosk: left,
      console: taskbar,
      consoleIsMaximized: true,
    });
  });
  test('the primary display is the first, wherever it stands', () => {
    expect(placeWindows([display(1, left), display(2, right, true)])).toMatchObject({
      kiosk: right,
      console: left,
    });
  });
  test('one display: the console is a normal window in its lower right corner', () => {
    expect(placeWindows([display(1, left, true)])).toEqual({
      kiosk: left,
      console: { x: 554, y: 312, width: 1366, height: 768 },
      consoleIsMaximized: false,
    });
  });
  test('one small display: the console is no larger than its work area', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 };
    expect(placeWindows([display(1, small, true, { ...small, height: 690 })]).console).toEqual({
      x: 0,
      y: 0,
      width: 1280,
      height: 690,
    });
  });
  test('three displays: the third is left alone', () => {
    const third = { x: -1920, y: 0, width: 1920, height: 1080 };
    expect(
      placeWindows([display(1, left, true), display(2, right), display(3, third)]),
    ).toMatchObject({ kiosk: left, console: third });
  });
  test('no display is no desktop', () => {
    expect(() => placeWindows([])).toThrow();
  });
});
