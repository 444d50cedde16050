import type { Language } from '../../shared/base/closed-lists.ts';
import type { Clock, Files } from '../ports.ts';
import type { Beside } from '../storage/verify/verify.ts';

/** What the command line is given. */
export type CommandWorld = {
  readonly files: Files;
  readonly clock: Clock;
  readonly version: string;
  readonly language: Language;
  /** The threads that a long journal is verified in; null: here. */
  readonly beside: Beside | null;
  /** How long another program may be silent that has the data folder; a test has less. */
  readonly patienceMs?: number | undefined;
  /** Does a folder lie on a network share? */
  readonly isOnNetwork: (folder: string) => Promise<boolean>;
  /** Told how far the work is, a sentence at a time. */
  readonly progress: (sentence: string) => void;
  /** True once somebody asked to stop. */
  readonly isCancelled: () => boolean;
};
