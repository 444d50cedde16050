import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { officeDate } from '../../shared/base/office-time.ts';
import type { Actor, PersonRef } from '../../shared/facts/facts.ts';
import { accepted, refused, type Result } from '../../shared/base/result.ts';
import { textIn } from '../../shared/views/person.ts';
import type { Files } from '../ports.ts';
import { backupName, readBackupName } from '../storage/backup/backup-name.ts';
import { sweepBackups } from '../storage/backup/leftovers.ts';
import type { BackupProgress, BackupWork, MadeBackup } from '../storage/backup/make-backup.ts';
import { decided, note, type Context, type Core } from '../engine/decision.ts';
import { zoneOf } from '../../shared/state/office.ts';
import { backupsToRemove, mayPrune, type MayPrune } from './retention.ts';

/** Makes a backup; the program does it beside its main thread, the command line directly. */
export type MakeBackup = (work: BackupWork, progress: BackupProgress) => Promise<MadeBackup>;
export type BackupParts = {
  readonly core: Core;
  readonly files: Files;
  readonly dataFolder: string;
  readonly make: MakeBackup;
};
/** A backup that was made: where, how big, and the journal's last line in it. */
export type BackedUp = MadeBackup & {
  readonly file: string;
  readonly head: { readonly seq: number; readonly hash: string };
  /** After so many days it is removed with the daily ones; null: nobody removes it but people. */
  readonly keptDays: number | null;
};

/** Whoever is erased must be gone from the data folder: no copy may lie there. */
const isInside = (dataFolder: string, folder: string): boolean => {
  const way = relative(dataFolder, folder);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

/** The record of a folder: the one it has when it had a backup before, else a new one. */
const placeOf = (folder: string, { state, personOf, keep }: Context): PersonRef =>
  state.backup.places.find(
    (place) => textIn(personOf, place, 'backup-place', 'folder') === folder,
  ) ?? keep('backup-place', { folder });

const noteFailure = (core: Core): Promise<Result<null>> =>
  note(core, () => decided([{ type: 'backup.failed', visit: null, data: {} }]));

/**
 * After how many days the program will remove a backup by itself. One made by hand is removed too where it lies in the folder
 * arranged and has a name as the program makes them; whoever makes it is told before.
 * @returns null: never
 */
export function keptDaysOf(
  { core: { people, recorder } }: BackupParts,
  file: string,
): number | null {
  const { place, keepDays } = recorder.state().backup;
  const folder = textIn(people.get, place, 'backup-place', 'folder');
  return folder !== '' &&
    relative(folder, dirname(file)) === '' &&
    readBackupName(basename(file)) !== null
    ? keepDays
    : null;
}

/**
 * Backs the data folder up into one file, and notes where it went.
 * @param file absolute path; refused where something is already
 */
export async function backUp(
  parts: BackupParts,
  file: string,
  by: 'schedule' | 'command',
  progress: BackupProgress,
): Promise<Result<BackedUp>> {
  const { core, files, dataFolder, make } = parts;
  const folder = dirname(file);
  if (!isAbsolute(file)) return refused('folder-not-found');
  if (isInside(dataFolder, folder)) return refused('backup-inside-data');
  // Read before the head: whoever checks in between stands behind neither.
  const { lastOrdinal, journal } = core.recorder.state();
  const until = core.head();
  try {
    if ((await files.list(folder)).includes(basename(file))) return refused('backup-exists');
    await sweepBackups(files, folder).catch(() => undefined);
    const made = await make(
      { dataFolder, until, lastOrdinal, journal, file, at: core.recorder.now().at },
      progress,
    );
    await note(core, (context) =>
      decided([
        {
          type: 'backup.made',
          visit: null,
          data: { place: placeOf(folder, context), by, sha256: made.sha256 },
        },
      ]),
    );
    return accepted({
      ...made,
      file,
      head: { seq: until.seq, hash: until.hash },
      keptDays: keptDaysOf(parts, file),
    });
  } catch {
    if (by === 'schedule') await noteFailure(core);
    return refused('backup-failed');
  }
}

/** A backup that failed is tried again after this time. */
const retryMs = 3_600_000;

/** Is the day's backup due? One a day; after a failure again each hour. */
const isDue = ({ recorder }: Core): boolean => {
  const state = recorder.state();
  const { place, lastMade, lastFailed } = state.backup;
  const { at } = recorder.now();
  if (place === null || !recorder.isInService()) return false;
  if (lastFailed !== null && Math.abs(at - lastFailed) < retryMs) return false;
  return lastMade === null || officeDate(lastMade, zoneOf(state)) !== officeDate(at, zoneOf(state));
};

/** Removes backups that were kept long enough. @param made the one just made */
const tidy = async (
  files: Files,
  folder: string,
  today: string,
  keepDays: number,
  made: string,
): Promise<void> => {
  for (const name of backupsToRemove(await files.list(folder), today, keepDays, made))
    await files.remove(join(folder, name));
};

/** Makes the day's backup when it is due. @returns null when it is not */
export async function backUpDaily(parts: BackupParts): Promise<Result<BackedUp> | null> {
  return isDue(parts.core) ? backUpNow(parts) : null;
}

/** Makes a backup into the folder arranged, and removes those that were kept long enough. @param may asked before any is removed */
export async function backUpNow(
  parts: BackupParts,
  may: MayPrune = mayPrune,
): Promise<Result<BackedUp>> {
  const { core, files } = parts;
  const { people, recorder } = core;
  const state = recorder.state();
  const { at } = recorder.now();
  const folder = textIn(people.get, state.backup.place, 'backup-place', 'folder');
  if (folder === '') {
    // Its record is damaged: that is a failure like any other, and told.
    if (state.backup.place !== null) await noteFailure(core);
    return refused('folder-not-found');
  }
  const today = officeDate(at, zoneOf(state));
  // A day's file that is there already, from before a restore or a change of clocks, is kept beside under another name.
  const isTaken = (await files.list(folder).catch((): readonly string[] => [])).includes(
    backupName(today),
  );
  const name = backupName(today, isTaken ? at : null);
  const result = await backUp(parts, join(folder, name), 'schedule', () => undefined);
  if (result.ok && may(recorder.state()))
    await tidy(files, folder, today, state.backup.keepDays, name).catch(() => undefined);
  return result;
}

/** Arranges the daily backup, or ends it (`folder` null). @param folder absolute path of a folder that can be written to */
export async function arrangeBackup(
  { core, files, dataFolder }: BackupParts,
  actor: Actor,
  folder: string | null,
  keepDays: number,
): Promise<Result<null>> {
  if (!Number.isInteger(keepDays) || keepDays < 1 || keepDays > 3650)
    return refused('keep-days-malformed');
  if (folder !== null && isInside(dataFolder, folder)) return refused('backup-inside-data');
  if (folder !== null && (!isAbsolute(folder) || !(await canWriteTo(files, folder))))
    return refused('folder-not-found');
  return note(
    core,
    (context) =>
      decided([
        {
          type: 'backup.arranged',
          visit: null,
          data: { place: folder === null ? null : placeOf(folder, context), keepDays },
        },
      ]),
    actor,
  );
}

const canWriteTo = async (files: Files, folder: string): Promise<boolean> => {
  const trial = join(folder, 'pendamping-trial');
  try {
    await files.remove(trial);
    await (await files.create(trial)).close();
    await files.remove(trial);
    return true;
  } catch {
    return false;
  }
};
