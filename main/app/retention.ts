import type { State } from '../../shared/procedure/state.ts';

/** So many of the newest backups stay whatever their dates say: a clock that is wrong for a day costs at most what is older. */
export const newestKept = 7;

const dayMs = 86_400_000;
const ours = /^pendamping-(\d{4}-\d\d-\d\d)(?:-(\d+))?\.tar\.gz$/;

/** A backup whose name the program made: a day's, or one beside it with its moment. */
export type NamedBackup = { readonly name: string; readonly date: string; readonly ms: number };

/** What the name of a backup says. @returns null for a name that the program does not make, also one with a date that there is not */
export const readBackupName = (name: string): NamedBackup | null => {
  const [, date = '', ms = '0'] = ours.exec(name) ?? [];
  const at = Date.parse(date);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : { name, date, ms: Number(ms) };
};

/** The name of a day's backup. @param ms where that name is taken, or for one made by hand: the moment */
export const backupName = (date: string, ms: number | null = null): string => `pendamping-${date}${ms === null ? '' : `-${ms}`}.tar.gz`;

/** Whole days from one office date to another; negative when `date` is before `from`. */
const daysBetween = (from: string, date: string): number => (Date.parse(date) - Date.parse(from)) / dayMs;

/** The office date so many days after another. */
export const dateAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** The newer one first. */
const newestFirst = (a: NamedBackup, b: NamedBackup): number => b.date.localeCompare(a.date) || b.ms - a.ms;

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
export const backupsToRemove = (names: readonly string[], today: string, keepDays: number, made: string): readonly string[] => {
  const others = names.flatMap((name) => (name === made ? [] : (readBackupName(name) ?? []))).sort(newestFirst);
  const least = Math.min(newestKept, keepDays);
  const been = others.filter(({ date }) => date <= today);
  const ahead = been.length < least ? [] : others.filter(({ date }) => date > today);
  return [...been.slice(least), ...ahead].filter(({ date }) => Math.abs(daysBetween(today, date)) > keepDays).map(({ name }) => name);
};

/** May backups be removed now? */
export type MayPrune = (state: State) => boolean;

/** Always, as long as nobody doubts the clock. */
export const mayPrune: MayPrune = () => true;
