import { expect, test } from 'vitest';
import { readArguments } from '../../main/shell/arguments.ts';
import { makeHeartbeat } from '../../main/shell/windows/heartbeat.ts';
import { makeSimulatedClock, systemClock } from '../../main/clocks.ts';

test('folders are read against the working folder', () => {
  expect(readArguments(['.', '--data', 'd', '--exports=/e'], '/home')).toEqual({
    data: '/home/d',
    exports: '/e',
    procedures: null,
    simulatedClock: null,
  });
  expect(readArguments(['--data='], '/home')).toMatchObject({ data: null });
  expect(readArguments(['--simulated-clock', '2026-11-23T05:58:00Z'], '/')).toMatchObject({
    simulatedClock: Date.UTC(2026, 10, 23, 5, 58),
  });
  expect(readArguments(['--simulated-clock', 'soon'], '/')).toMatchObject({ simulatedClock: null });
});

test('a window that stops telling that it lives is revived once', () => {
  const revived: string[] = [];
  const heartbeat = makeHeartbeat<'kiosk' | 'console'>((role) => revived.push(role));
  heartbeat.heard('kiosk', 0);
  heartbeat.heard('console', 19_000);
  heartbeat.check(20_000);
  heartbeat.check(20_001);
  heartbeat.check(21_000);
  expect(revived).toEqual(['kiosk']);
});

test('a simulated clock moves only when told; the system’s runs', () => {
  const clock = makeSimulatedClock(1_000);
  clock.advance(60_000);
  expect(clock.now()).toEqual({ at: 61_000, mono: 60_000 });
  expect(clock.running).toBe(false);
  expect(systemClock.now().at).toBeGreaterThan(Date.UTC(2026, 0, 1));
});
