import type { BackupFlaw } from '../../../shared/text/records-troubles.ts';

/** A file that is no backup, or is not as it was written. */
export class DamagedBackup extends Error {
  readonly flaw: BackupFlaw;
  /** Name of the file in the backup that is concerned; null: all of it. It may be any text. */
  readonly entry: string | null;
  constructor(flaw: BackupFlaw, entry: string | null = null, cause?: unknown) {
    super(entry === null ? flaw : `${flaw}: ${entry}`, { cause });
    this.flaw = flaw;
    this.entry = entry;
  }
}
