import { IconAlertTriangle, IconClock, IconHourglassHigh } from '@tabler/icons-react';
import type { ClockState } from '../../shared/base/clock-state.ts';

/** The shape of a clock's state: clock, hourglass, triangle. Always beside its words. */
export function StateIcon({
  state,
  size = 17,
}: {
  readonly state: ClockState;
  readonly size?: number;
}) {
  const Icon = { calm: IconClock, near: IconHourglassHigh, over: IconAlertTriangle }[state];
  return <Icon size={size} stroke={2} aria-hidden="true" />;
}
