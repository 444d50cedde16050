import type { State } from '../../shared/state/state.ts';
import { daysBetween, readBackupName, type NamedBackup } from '../storage/backup/backup-name.ts';

/** So many of the newest backups stay whatever their dates say: a clock that is wrong for a day costs at most what is older. */
export const newestKept = 7;

/** The newer one first. */
const newestFirst = (a: NamedBackup, b: NamedBackup): number =>
  b.date.localeCompare(a.date) || b.ms - a.ms;

/**
 * The backups of a folder that were kept long enough: those dated more than `keepDays` ago that are not among the newest.
 * A backup dated after today is none of the newest: its clock was wrong, or today's is. One that is further ahead than
 * backups are kept would stay for ever; it goes once there are as many newest ones of days that have been.
 * @param names everything in the folder; what the program did not name is left alone
 * @param today the office's date
 * @param made name of the backup just made: it is never removed, and does not stand for one of the newest, as the clock that
 *   named it may be the wrong one
 * @returns names to remove. The newest 7 (`keepDays`, if that is less) of what else is there are never among them
 */
export function backupsToRemove(
  names: readonly string[],
  today: string,
  keepDays: number,
  made: string,
): readonly string[] {
  const others = names
    .flatMap((name) => (name === made ? [] : (readBackupName(name) ?? [])))
    .sort(newestFirst);
  const least = Math.min(newestKept, keepDays);
  const been = others.filter(({ date }) => date <= today);
  const ahead = been.length < least ? [] : others.filter(({ date }) => date > today);
  return [...been.slice(least), ...ahead]
    .filter(({ date }) => Math.abs(daysBetween(today, date)) > keepDays)
    .map(({ name }) => name);
}

/** May backups be removed now? */
export type MayPrune = (state: State) => boolean;

/** Not while the machine's clock is in doubt: ages go by it (SOP.md, ruling 2). */
export const mayPrune: MayPrune = ({ clock }) => clock.doubt === null;
