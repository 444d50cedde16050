import type { Bilingual } from '../sop/definition.ts';
import type { Zone } from '../base/office-time.ts';
import type { Calendar } from '../settings/calendar.ts';

/** The clock that every view carries: a window counts on from `at` with its own steady clock while `running`. */
export type ViewClock = {
  /** Wall clock of the main process when the view was made, ms since 1970 UTC. */
  readonly at: number;
  readonly zone: Zone;
  /** False for the simulated clock of the demonstration and of tests: time stands still between views. */
  readonly running: boolean;
};

export type OfficeView = {
  readonly name: string;
  readonly room: string;
  readonly logo: string | null;
  /** When the office is open: what shared/settings/calendar.ts reads. */
  readonly calendar: Calendar;
  readonly retentionYears: number;
};

/** All that the visitors' window may know: numbers, never names. */
export type KioskView = {
  readonly window: 'kiosk';
  readonly clock: ViewClock;
  /** `not-set-up`: the console has not been through first start yet. `out-of-service`: nothing can be recorded now. */
  readonly service: 'open' | 'not-set-up' | 'out-of-service';
  readonly office: OfficeView;
  readonly notice: number;
  /** What a visitor may come for; one alone is not asked about. */
  readonly matters: readonly {
    readonly document: string;
    readonly title: Bilingual;
    readonly requirements: readonly Bilingual[];
    /** Fields of the guest book that it asks. */
    readonly asks: readonly string[];
  }[];
  readonly board: {
    /** Called and not yet at the desk, latest first. */
    readonly called: readonly { readonly number: string; readonly where: string }[];
    readonly assisting: readonly { readonly number: string; readonly where: string }[];
    readonly waiting: number;
  };
  /** How far the slip of the visit checked in last has come; `visit` is its code. Null before the first. */
  readonly slip: { readonly visit: string; readonly state: 'saving' | 'saved' | 'failed' } | null;
};
