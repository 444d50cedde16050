import { randomBytes } from 'node:crypto';
import type { RunId } from '../../shared/base/ids.ts';
import type { StampedFact } from '../../shared/facts/facts.ts';
import type { State } from '../../shared/state/state.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { makeAnswering } from './answering.ts';
import type { MakeBackup } from './backup.ts';
import type { Core } from '../engine/decision.ts';
import type { ExportsFolder } from '../storage/files/exports-folder.ts';
import { makeGreetingKeeper, type Greeted } from './keep-greeting.ts';
import { makeRecordKeeping, type FindErasable, type RecordKeeping } from './record-keeping.ts';
import { makeRecorder } from '../engine/recorder.ts';
import { restore, type Restored } from './restore.ts';
import type { Clock, Files } from '../ports.ts';
import { holdFolder, type HeldFolder } from '../storage/lock/hold-folder.ts';
import { guardFiles } from '../storage/files/guarded-files.ts';

export type RecordsEnvironment = {
  readonly dataFolder: string;
  /** It was laid out from a backup just now, and is to go on in a branch of its own. */
  readonly isRestored?: boolean;
  readonly version: string;
  /** When the program was built, ms: no right clock is earlier. */
  readonly builtAt?: number;
  readonly clock: Clock;
  readonly files: Files;
  /** Where registers are saved for people; null: not known here. */
  readonly exportsFolder: ExportsFolder | null;
  /** The heavy part of backups and erasures. */
  readonly make: MakeBackup;
  readonly find: FindErasable;
  readonly bringToFront: () => void;
  readonly changed: (state: State, facts: readonly StampedFact[] | null) => void;
  readonly report: (error: unknown) => void;
  /** How long another program may be silent that has the folder; a test has less. */
  readonly patienceMs?: number;
  /** The folder where it is locked already. It is released when the records cannot be opened. */
  readonly held?: HeldFolder | null;
};

/** A data folder in use: the one writer of its records, and what may be done with them. */
export type Records = {
  readonly restored: Restored;
  readonly core: Core;
  readonly keeping: RecordKeeping;
  /** Files that write only while the data folder is ours. */
  readonly files: Files;
  /** Are the data folder and its lock still this program's? */
  readonly isOurs: () => Promise<boolean>;
  /** Called every few seconds: takes the records out of service where the folder is not ours, and back into it when it can be. */
  readonly look: () => Promise<void>;
  /** What was found at the last look that keeps the records out of service, besides a disk that fails. */
  readonly trouble: () => ConsoleView['records']['trouble'];
  readonly close: () => Promise<void>;
};

/** So many facts after the last checkpoint a new one is written. */
const checkpointEvery = 200;

/**
 * Opens a data folder for its one writer: the application with its windows, or the command line.
 * @returns null when another program has the data folder; that one has been asked to come to the front
 * @throws SilentHolder when that one does not answer; UnsafeSocketFolder
 */
export async function composeRecords(environment: RecordsEnvironment): Promise<Records | null> {
  const { dataFolder, clock, version, report, patienceMs, exportsFolder, isRestored } = environment;
  let keeping: RecordKeeping | null = null;
  const { bringToFront } = environment;
  const held =
    environment.held ?? (await holdFolder(environment.files, dataFolder, bringToFront, patienceMs));
  if (held === null) return null;
  held.answerBy(makeAnswering(() => keeping, bringToFront));
  const { lock } = held;
  let trouble: ConsoleView['records']['trouble'] = null;
  const isOurs = async (): Promise<boolean> => {
    const ours = await lock.isOurs();
    trouble = ours ? null : 'not-ours';
    return ours;
  };
  const files = guardFiles(environment.files, isOurs);
  try {
    const newId = (): string => randomBytes(16).toString('hex');
    const restored = await restore(files, dataFolder, newId, clock.now().at, isRestored);
    const { journal, people } = restored;
    const keepGreeting = makeGreetingKeeper(files, dataFolder, version);
    let greeted: Greeted | null = null;
    let sinceCheckpoint = 0;
    const recorder = makeRecorder({
      journal,
      people,
      clock,
      version,
      run: newId() as RunId,
      restored: restored.state,
      loss: restored.loss,
      builtAt: environment.builtAt ?? 0,
      isOurs,
      changed: (state, facts) => {
        restored.follow(state);
        environment.changed(state, facts);
        const { settings, procedures } = state;
        if (settings !== greeted?.settings || procedures !== greeted.procedures) {
          greeted = { settings, procedures };
          keepGreeting(greeted).catch(report);
        }
        sinceCheckpoint += facts?.length ?? 0;
        if (sinceCheckpoint < checkpointEvery) return;
        sinceCheckpoint = 0;
        restored.saveCheckpoint().catch(report);
      },
    });
    const core: Core = { recorder, people, newId, head: journal.head };
    keeping = makeRecordKeeping({
      core,
      files,
      dataFolder,
      exportsFolder,
      make: environment.make,
      find: environment.find,
    });
    return {
      restored,
      core,
      keeping,
      files,
      isOurs,
      trouble: () => trouble,
      look: async () => {
        if (!(await isOurs())) recorder.suspend();
        if (!recorder.isInService()) await recorder.recover();
        recorder.lookAtClock();
      },
      close: async () => {
        await keeping?.settled();
        await recorder.settled();
        // Where another program writes by now, its own checkpoint stands.
        if (await isOurs()) {
          await keepGreeting(recorder.state()).catch(report);
          await restored.saveCheckpoint(recorder.isUnfailed()).catch(report);
        }
        await Promise.all([journal.close(), people.close()]);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
