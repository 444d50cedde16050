import type { Language } from '../../shared/procedure/words.ts';
import type { Clock, Files } from '../ports.ts';
import type { Beside } from '../storage/verify.ts';

/** What the command line is given. */
export type CommandWorld = {
  readonly files: Files;
  readonly clock: Clock;
  readonly version: string;
  readonly language: Language;
  /** The threads that a long journal is verified in; null: here. */
  readonly beside: Beside | null;
  /** Told how far the work is, a sentence at a time. */
  readonly progress: (sentence: string) => void;
  /** True once somebody asked to stop. */
  readonly isCancelled: () => boolean;
};
