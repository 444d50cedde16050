import type { ClockState } from '../../shared/base/clock-state.ts';

/** What a clock says beside its figures, in the reader's language. */
export type ClockWords = {
  /** `sisa 2:36`, `lewat 2:46`; empty while calm. */
  readonly state: (state: ClockState, elapsedMs: number, limitMs: number) => string;
  /** `15 mnt`. */
  readonly limit: (limitMs: number) => string;
  /** `norma 15 mnt`, `target 15 mnt`, or that there is none. */
  readonly limitNamed: (limitMs: number | null, limit: 'norm' | 'target' | null) => string;
};
