import type { RunId } from './ids.ts';

/**
 * One time for all durations. Within a run of the program it follows the steady clock, so a wall clock that is set
 * cannot shorten a norm; across runs (power cut, restart, sleep) it follows the wall clock, since norms run on, but
 * never backwards. Sequence numbers, not times, tell the order.
 */
export type Timeline = {
  /** Milliseconds since the journal's first fact. */
  readonly t: number;
  /** Counts how often a gap between runs could not be measured because the wall clock had moved back. */
  readonly jumps: number;
  readonly last: ClockReading | null;
};

export type ClockReading = { readonly at: number; readonly run: RunId; readonly mono: number };

/** A point on the timeline, with the wall time that people read. */
export type Moment = { readonly at: number; readonly t: number; readonly jumps: number };

export const emptyTimeline: Timeline = { t: 0, jumps: 0, last: null };

/** The timeline after a reading of the clocks. */
export function advance(timeline: Timeline, { at, run, mono }: ClockReading): Timeline {
  const { last } = timeline;
  const reading: ClockReading = { at, run, mono };
  if (last === null) return { ...timeline, last: reading };
  if (reading.run === last.run)
    return { ...timeline, t: timeline.t + Math.max(0, reading.mono - last.mono), last: reading };
  const gap = reading.at - last.at;
  return {
    t: timeline.t + Math.max(0, gap),
    jumps: timeline.jumps + (gap < 0 ? 1 : 0),
    last: reading,
  };
}

/**
 * The timeline after a reading whose wall clock is not believed: only what the steady clock of the same run counted goes on.
 * When the wall clock is believed again, the time until then is counted from where it was believed last.
 */
export function advanceUnbelieved(timeline: Timeline, { at, run, mono }: ClockReading): Timeline {
  const { last } = timeline;
  if (last === null) return { ...timeline, last: { at, run, mono } };
  if (run !== last.run)
    return { ...timeline, jumps: timeline.jumps + 1, last: { at: last.at, run, mono } };
  const passed = Math.max(0, mono - last.mono);
  return { ...timeline, t: timeline.t + passed, last: { at: last.at + passed, run, mono } };
}

/** Where a reading lies on a timeline. */
export function momentOf(timeline: Timeline, reading: ClockReading): Moment {
  const { t, jumps } = advance(timeline, reading);
  return { at: reading.at, t, jumps };
}

/** Milliseconds between two moments of one timeline. */
export function elapsedBetween(from: Moment, to: Moment): number {
  return Math.max(0, to.t - from.t);
}

/** True when the wall clock moved back while the time between the two had to rely on it. */
export function isUncertain(from: Moment, to: Moment): boolean {
  return from.jumps !== to.jumps;
}
