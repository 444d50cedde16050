import type { Language } from '../base/closed-lists.ts';
import type { Zone } from '../base/office-time.ts';

/** What the 80 mm slip shows; handed to the slip page, which is the same React as the kiosk's number screen. */
export type SlipView = {
  readonly window: 'slip';
  readonly office: { readonly name: string; readonly room: string; readonly logo: string | null };
  readonly number: string;
  readonly code: string;
  readonly name: string;
  readonly company: string;
  /** Check-in, ms since 1970 UTC. */
  readonly at: number;
  readonly zone: Zone;
  readonly ahead: number;
  readonly language: Language;
  readonly document: string;
  readonly revision: string;
  /** The journal's last line when the slip was made: proves later that the end was not cut off. Null: there is no whole line. */
  readonly head: string | null;
};
