import { relative } from 'node:path';
import { officeDate } from '../../shared/base/office-time.ts';
import type { ErasedRecord, PersonRef } from '../../shared/facts/facts.ts';
import type { BackupFolder, NotReached } from '../../shared/text/destruction-record.ts';
import { textIn } from '../../shared/views/person.ts';
import type { Files } from '../ports.ts';
import {
  dateAfter,
  daysBetween,
  readBackupName,
  type NamedBackup,
} from '../storage/backup/backup-name.ts';
import { listErasure, type ListedErasure } from '../storage/backup/erasure-list.ts';
import { sweepBackups } from '../storage/backup/leftovers.ts';
import { zoneOf } from '../../shared/state/office.ts';
import type { Core } from '../engine/decision.ts';
import { newestKept } from './retention.ts';

/**
 * By when the daily backup has removed backups.
 * @param today the office's date @returns the date of the backup after which the last of them is gone, if one is made each day
 */
export function lastRemoval(
  backups: readonly NamedBackup[],
  today: string,
  keepDays: number,
): string {
  const least = Math.min(newestKept, keepDays);
  // One that is still further ahead than backups are kept when enough others are there goes with these.
  const days = backups
    .map(({ date }) => daysBetween(today, date))
    .map((ahead) => (ahead - least - 1 > keepDays ? least : ahead + keepDays));
  return dateAfter(today, Math.max(...days, least) + 1);
}

const isSameFolder = (one: string, other: string): boolean =>
  one !== '' && other !== '' && relative(one, other) === '';

/** Tells a folder with backups of an erasure, and looks at what lies there. */
const tell = async (
  core: Core,
  files: Files,
  place: PersonRef,
  listed: ListedErasure,
): Promise<BackupFolder> => {
  const state = core.recorder.state();
  const folder = textIn(core.people.get, place, 'backup-place', 'folder');
  const untold: BackupFolder = { folder, isTold: false, until: null, byHand: [] };
  if (folder === '') return untold;
  try {
    await listErasure(files, folder, listed);
    // What a killed backup left half done may hold the person too.
    await sweepBackups(files, folder).catch(() => undefined);
    const { place: arranged, keepDays } = state.backup;
    const isArranged =
      arranged !== null &&
      isSameFolder(folder, textIn(core.people.get, arranged, 'backup-place', 'folder'));
    const names = (await files.list(folder)).filter((name) => /\.(tar\.gz|tgz)$/i.test(name));
    const pruned = isArranged ? names.flatMap((name) => readBackupName(name) ?? []) : [];
    const today = officeDate(core.recorder.now().at, zoneOf(state));
    return {
      folder,
      isTold: true,
      until: pruned.length === 0 ? null : lastRemoval(pruned, today, keepDays),
      byHand: names.filter((name) => !pruned.some((each) => each.name === name)),
    };
  } catch {
    return untold;
  }
};

/** Registers that lie where the program saves them, of the months from which there are records. */
const exportsOf = async (
  files: Files,
  folder: string,
  records: readonly ErasedRecord[],
): Promise<NonNullable<NotReached['exports']>> => {
  const months = new Set(records.map(({ file }) => file.slice(0, 7)));
  const names = await files.list(folder).catch((): readonly string[] => []);
  return {
    folder,
    files: names.filter((name) => months.has(/^register-(\d{4}-\d\d)\./.exec(name)?.[1] ?? '')),
  };
};

/**
 * Tells every folder that ever got a backup of an erasure, and finds out what the erasure does not reach.
 * @param exportsFolder where registers are saved; null: not known here
 */
export async function tellAround(
  core: Core,
  files: Files,
  exportsFolder: string | null,
  listed: ListedErasure,
): Promise<NotReached> {
  const backups: BackupFolder[] = [];
  for (const place of core.recorder.state().backup.places) {
    // One folder may be on record twice, written in two ways.
    const folder = textIn(core.people.get, place, 'backup-place', 'folder');
    if (!backups.some((told) => isSameFolder(told.folder, folder)))
      backups.push(await tell(core, files, place, listed));
  }
  return {
    backups,
    exports: exportsFolder === null ? null : await exportsOf(files, exportsFolder, listed.records),
  };
}
