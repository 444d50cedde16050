import type { StaffId } from '../../shared/base/ids.ts';

/** Who is signed in at the console: memory only, so that nobody is after a restart. */
export type Session = {
  readonly staff: () => StaffId | null;
  readonly begin: (staff: StaffId, mono: number) => void;
  readonly end: () => void;
  readonly touch: (mono: number) => void;
  /** @returns true when nobody touched the console for longer than the limit */
  readonly isIdle: (mono: number, limitMs: number) => boolean;
};

export function makeSession(): Session {
  let staff: StaffId | null = null;
  let touched = 0;
  return {
    staff: () => staff,
    begin: (id, mono) => {
      staff = id;
      touched = mono;
    },
    end: () => {
      staff = null;
    },
    touch: (mono) => {
      touched = mono;
    },
    isIdle: (mono, limitMs) => staff !== null && mono - touched > limitMs,
  };
}
