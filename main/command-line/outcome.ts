import type { Refused } from '../../shared/base/result.ts';
import type { RecordsTrouble } from '../../shared/text/records-troubles.ts';

/** How a command ended: what `--json` prints, the sentences for people, and the exit code. */
export type Outcome = {
  readonly exit: 0 | 1 | 2;
  readonly report: Readonly<Record<string, unknown>>;
  readonly sentences: readonly string[];
};

/** The command could not do what was asked; the trouble says why in words of shared/text/records-troubles.ts. */
export class Trouble extends Error {
  readonly trouble: RecordsTrouble;
  readonly exit: 1 | 2;
  constructor(trouble: RecordsTrouble, exit: 1 | 2 = 2, cause?: unknown) {
    super(trouble.code, { cause });
    this.trouble = trouble;
    this.exit = exit;
  }
}

/** What was asked was refused, for a reason that windows know too. */
export class NotDone extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.code);
    this.refused = refused;
  }
}
