import { join } from 'node:path';
import { asTyped } from '../../shared/text/as-typed.ts';
import { recordsText } from '../../shared/text/records.ts';
import { troubleSentence } from '../../shared/text/records-troubles.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import type { Clock, Files } from '../ports.ts';
import { OddFile } from '../storage/files/check-layout.ts';
import { SilentHolder } from '../storage/lock/folder-lock.ts';
import { NewerFormat } from '../storage/journal/journal-format.ts';
import { isOnNetwork } from '../storage/files/network-share.ts';
import { UnsafeSocketFolder } from '../storage/lock/socket-folder.ts';
import type { Beside } from '../storage/verify/verify.ts';
import { backupCommand, eraseCommand } from './keep-command.ts';
import { NotDone, Trouble, type Outcome } from './outcome.ts';
import { readRequest, type ReadRequest } from './read-request.ts';
import { restoreCommand } from './restore-command.ts';
import { verifyCommand } from './verify-command.ts';
import type { CommandWorld } from './world.ts';

export type Terminal = {
  readonly files: Files;
  readonly clock: Clock;
  readonly version: string;
  readonly workingFolder: string;
  readonly beside: Beside | null;
  /** The result. */
  readonly print: (text: string) => void;
  /** How far it is, and what went wrong. */
  readonly tell: (text: string) => void;
  readonly isCancelled: () => boolean;
  /** What a test has otherwise: how long a silent holder is waited for, and what lies on a network share. */
  readonly patienceMs?: number;
  readonly isOnNetwork?: (folder: string) => Promise<boolean>;
};

const carryOut = (world: CommandWorld, { request }: ReadRequest): Promise<Outcome> => {
  switch (request.command) {
    case null:
      throw new Trouble(request.trouble);
    case 'help':
      return Promise.resolve({
        exit: 0,
        report: { command: 'help', help: recordsText[world.language].help },
        sentences: [recordsText[world.language].help],
      });
    case 'verify':
      return verifyCommand(world, request.data, request.head);
    case 'backup':
      return backupCommand(world, request.data, request.to);
    case 'restore':
      return restoreCommand(world, request);
    case 'erase': {
      const { visits, samePerson, because } = request;
      return eraseCommand(world, request.data, {
        ask: 'erase',
        visits: [...visits],
        samePerson,
        because,
      });
    }
  }
};

/** @param folder that the command was about, where an error names no path */
const troubleOf = (error: unknown, folder: string): Trouble | NotDone => {
  if (error instanceof Trouble || error instanceof NotDone) return error;
  if (error instanceof NewerFormat)
    return new Trouble({ code: 'newer-format', path: folder }, 2, error);
  if (error instanceof SilentHolder) return new Trouble({ code: 'holder-silent', path: folder }, 1);
  if (error instanceof UnsafeSocketFolder)
    return new Trouble({ code: 'unsafe-folder', path: error.folder }, 1);
  if (error instanceof OddFile)
    return new Trouble({ code: 'odd-file', path: join(folder, error.place), found: error.found });
  const { code = '', syscall = '', path = folder } = error as NodeJS.ErrnoException;
  const isWriting =
    ['ENOSPC', 'EROFS', 'EDQUOT'].includes(code) ||
    ['write', 'mkdir', 'rename', 'fsync', 'fdatasync'].includes(syscall);
  return new Trouble(
    { code: isWriting ? 'unwritable' : 'unreadable', path },
    isWriting ? 1 : 2,
    error,
  );
};

const failed = (world: CommandWorld, error: unknown, { request }: ReadRequest): Outcome => {
  const trouble = troubleOf(error, 'data' in request ? request.data : '');
  const sentence =
    trouble instanceof NotDone
      ? refusalSentence(world.language, trouble.refused)
      : troubleSentence(world.language, trouble.trouble);
  const why = trouble instanceof NotDone ? trouble.refused.code : trouble.trouble.code;
  const detail = trouble.cause instanceof Error ? [`  ${asTyped(trouble.cause.message)}`] : [];
  return {
    exit: trouble instanceof NotDone ? 1 : trouble.exit,
    report: { command: request.command, state: 'failed', why, sentence },
    sentences: [sentence, ...detail],
  };
};

/**
 * `records COMMAND …`: verify, backup, restore, erase, for people and for scripts.
 * @param words behind `records`
 * @returns the exit code: 0 whole or done, 1 damaged or not done, 2 asked wrongly or not to be read
 */
export async function runRecords(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const { files, clock, version, workingFolder, beside, print, tell, isCancelled, patienceMs } =
    terminal;
  const read = readRequest(words, workingFolder);
  const world: CommandWorld = {
    files,
    clock,
    version,
    beside,
    language: read.language,
    isCancelled,
    progress: tell,
    patienceMs,
    isOnNetwork: terminal.isOnNetwork ?? isOnNetwork,
  };
  let outcome: Outcome;
  try {
    outcome = await carryOut(world, read);
  } catch (error) {
    outcome = failed(world, error, read);
  }
  if (read.json) print(JSON.stringify({ ...outcome.report, exit: outcome.exit }));
  else print(outcome.sentences.join('\n'));
  return outcome.exit;
}
