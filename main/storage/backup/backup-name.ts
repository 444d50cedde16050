const dayMs = 86_400_000;
const ours = /^pendamping-(\d{4}-\d\d-\d\d)(?:-(\d+))?\.tar\.gz$/;

/** A backup whose name the program made: a day's, or one beside it with its moment. */
export type NamedBackup = { readonly name: string; readonly date: string; readonly ms: number };

/** What the name of a backup says. @returns null for a name that the program does not make, also one with a date that there is not */
export function readBackupName(name: string): NamedBackup | null {
  const [, date = '', ms = '0'] = ours.exec(name) ?? [];
  const at = Date.parse(date);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date
    ? null
    : { name, date, ms: Number(ms) };
}

/** The name of a day's backup. @param ms where that name is taken, or for one made by hand: the moment */
export function backupName(date: string, ms: number | null = null): string {
  return `pendamping-${date}${ms === null ? '' : `-${ms}`}.tar.gz`;
}

/** Whole days from one office date to another; negative when `date` is before `from`. */
export function daysBetween(from: string, date: string): number {
  return (Date.parse(date) - Date.parse(from)) / dayMs;
}

/** The office date so many days after another. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
