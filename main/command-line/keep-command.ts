import { join } from 'node:path';
import { headText } from '../../shared/base/head-text.ts';
import { recordsText } from '../../shared/text/records.ts';
import type { Result } from '../../shared/base/result.ts';
import {
  keepRecords,
  type KeepingAnswer,
  type KeepingQuestion,
  type KeepingReply,
} from '../records/answering.ts';
import type { BackedUp } from '../records/backup.ts';
import { findErasable } from '../records/find-erasable.ts';
import type { RecordKeeping } from '../records/record-keeping.ts';
import { officeDate } from '../../shared/base/office-time.ts';
import { composeRecords, type Records } from '../records/compose-records.ts';
import type { Head } from '../storage/journal/findings.ts';
import { backupName } from '../storage/backup/backup-name.ts';
import { askHolder } from '../storage/lock/folder-lock.ts';
import { holderPatienceMs } from '../storage/lock/lock-socket.ts';
import { makeBackup } from '../storage/backup/make-backup.ts';
import { identityIn } from '../storage/journal/identity.ts';
import { readJournal, readOutlines } from '../storage/journal/read-journal.ts';
import { NotDone, Trouble, type Outcome } from './outcome.ts';
import { headSentence, mustBeDataFolder } from './verify-command.ts';
import type { CommandWorld } from './world.ts';

/**
 * Opens a data folder as its one writer, without windows.
 * @param isRestored it was laid out from a backup just now
 * @returns null when another program has it
 */
export async function openRecords(
  world: CommandWorld,
  dataFolder: string,
  isRestored = false,
): Promise<Records | null> {
  const { files, clock, version, patienceMs = holderPatienceMs } = world;
  const records = await composeRecords({
    dataFolder,
    isRestored,
    files,
    clock,
    version,
    patienceMs,
    exportsFolder: null,
    make: (work, progress) => makeBackup(files, work, progress),
    find: (question) => findErasable(files, dataFolder, question),
    bringToFront: () => undefined,
    changed: () => undefined,
    report: () => undefined,
  });
  if (records === null) return null;
  await records.core.recorder.begin('start');
  await records.keeping.resume();
  return records;
}

/** Asks the program that has the folder, or does it here when nobody has. */
const keep = async (
  world: CommandWorld,
  data: string,
  question: KeepingQuestion,
): Promise<KeepingAnswer> => {
  const text = recordsText[world.language];
  const progress = (done: number, total: number): void => {
    if (world.isCancelled()) throw new Trouble({ code: 'cancelled' }, 1);
    world.progress(text.files(done, total));
  };
  const answers: KeepingAnswer[] = [];
  const presence = await askHolder(
    data,
    JSON.stringify(question),
    (line) => {
      const reply = JSON.parse(line) as KeepingReply;
      if ('result' in reply) answers.push(reply.result);
      else if ('keptDays' in reply) world.progress(text.keptDays(reply.keptDays));
      else world.progress(text.files(reply.done, reply.total));
    },
    world.patienceMs,
  );
  const [answer] = answers;
  if (answer !== undefined) return answer;
  if (presence === 'silent') throw new Trouble({ code: 'holder-silent', path: data }, 1);
  const records = presence === 'answered' ? null : await openRecords(world, data);
  if (records === null) throw new Trouble({ code: 'busy', path: data }, 1);
  try {
    return await keepRecords(records.keeping, question, progress, (days) =>
      world.progress(text.keptDays(days)),
    );
  } finally {
    await records.close();
  }
};

const cannotWrite = (error: unknown): boolean =>
  ['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');

/**
 * A backup from a folder that cannot be written to: nobody else writes there either, so that everything goes in as it stands,
 * also what is damaged.
 */
const rescue = async (world: CommandWorld, data: string, file: string): Promise<BackedUp> => {
  const { files, clock } = world;
  let head: Head = { seq: 0, hash: '' };
  const journal = join(data, 'journal');
  const outlines = await readOutlines(files, journal);
  const { lastSegment } = await readJournal(files, journal, { outlines }, ({ seq, hash }) => {
    head = { seq, hash };
  });
  const work = {
    dataFolder: data,
    until: { ...head, segment: lastSegment, offset: Infinity, line: 0 },
    lastOrdinal: null,
    journal: identityIn(outlines),
    file,
    at: clock.now().at,
  };
  const made = await makeBackup(files, work, (done, total) =>
    world.progress(recordsText[world.language].files(done, total)),
  ).catch((error: NodeJS.ErrnoException) => {
    // Only the backup is written to, and a write that fails does not say to what.
    throw error.syscall === 'write' ? Object.assign(error, { path: file }) : error;
  });
  return { ...made, file, head, keptDays: null };
};

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new NotDone(result);
  return result.value;
};

const targetFile = async ({ files, clock }: CommandWorld, to: string): Promise<string> =>
  (await files.isFolder(to))
    ? join(to, backupName(officeDate(clock.now().at, 'WIB'), clock.now().at))
    : to;

/** `records backup`: one file, consistent also while the program runs. */
export async function backupCommand(
  world: CommandWorld,
  data: string,
  to: string,
): Promise<Outcome> {
  const text = recordsText[world.language];
  await mustBeDataFolder(world, data);
  const file = await targetFile(world, to);
  let isNoted = true;
  let made: BackedUp;
  try {
    made = must((await keep(world, data, { ask: 'backup', file })) as Result<BackedUp>);
  } catch (error) {
    if (!cannotWrite(error)) throw error;
    isNoted = false;
    made = await rescue(world, data, file);
  }
  return {
    exit: 0,
    report: {
      command: 'backup',
      state: 'done',
      file,
      files: made.files,
      bytes: made.bytes,
      sha256: made.sha256,
      head: headText(made.head),
      hash: headText(made.head) === null ? null : made.head.hash,
      noted: isNoted,
      keptDays: made.keptDays,
    },
    sentences: [
      text.backedUp(file, made.files, (made.bytes / 1_000_000).toFixed(1)),
      headSentence(world, made.head),
      ...(made.keptDays === null ? [] : [text.keptDays(made.keptDays)]),
      ...(isNoted ? [] : [text.notNoted]),
    ],
  };
}

/** `records erase`: the personal data of visits, leaving a destruction record. */
export async function eraseCommand(
  world: CommandWorld,
  data: string,
  question: Extract<KeepingQuestion, { ask: 'erase' }>,
): Promise<Outcome> {
  const text = recordsText[world.language];
  await mustBeDataFolder(world, data);
  const done = must(
    (await keep(world, data, question)) as Awaited<ReturnType<RecordKeeping['erase']>>,
  );
  return {
    exit: 0,
    report: { command: 'erase', state: 'done', ...done },
    sentences: [
      text.erased(done.visits.join(', '), done.records, join(data, done.destructionRecord)),
      ...(done.unknown.length === 0 ? [] : [text.unknown(done.unknown.join(', '))]),
      ...(done.before.length === 0 ? [] : [text.before(done.before.join(', '))]),
      ...(done.untold.length === 0 ? [] : [text.untold(done.untold.join(', '))]),
    ],
  };
}
