import { randomBytes } from 'node:crypto';
import type { RunId } from '../shared/ids.ts';
import type { StampedFact } from '../shared/procedure/facts.ts';
import type { State } from '../shared/procedure/state.ts';
import { makeAnswering } from './app/answering.ts';
import type { MakeBackup } from './app/backup.ts';
import type { Core } from './app/core.ts';
import type { ExportsFolder } from './app/exports.ts';
import { makeRecordKeeping, type FindErasable, type RecordKeeping } from './app/record-keeping.ts';
import { makeRecorder } from './app/recorder.ts';
import { restore, type Restored } from './app/restore.ts';
import type { Clock, Files } from './ports.ts';
import { askHolder, comeToFront, lockFolder } from './storage/folder-lock.ts';

export type RecordsEnvironment = {
  readonly dataFolder: string;
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
};

/** A data folder in use: the one writer of its records, and what may be done with them. */
export type Records = {
  readonly restored: Restored;
  readonly core: Core;
  readonly keeping: RecordKeeping;
  readonly close: () => Promise<void>;
};

/** So many facts after the last checkpoint a new one is written. */
const checkpointEvery = 200;

/**
 * Opens a data folder for its one writer: the application with its windows, or the command line.
 * @returns null when another program has the data folder; that one has been asked to come to the front
 */
export const composeRecords = async (environment: RecordsEnvironment): Promise<Records | null> => {
  const { dataFolder, files, clock, version, report, exportsFolder } = environment;
  await files.makeFolder(dataFolder);
  let keeping: RecordKeeping | null = null;
  const lock = await lockFolder(dataFolder, makeAnswering(() => keeping, environment.bringToFront));
  if (lock === null) {
    await askHolder(dataFolder, comeToFront, () => undefined);
    return null;
  }
  try {
    const newId = (): string => randomBytes(16).toString('hex');
    const restored = await restore(files, dataFolder, newId, clock.now().at);
    const { journal, people } = restored;
    let sinceCheckpoint = 0;
    const recorder = makeRecorder({
      journal, people, clock, version, run: newId() as RunId, restored: restored.state, loss: restored.loss, builtAt: environment.builtAt ?? 0,
      changed: (state, facts) => {
        restored.follow(state);
        environment.changed(state, facts);
        sinceCheckpoint += facts?.length ?? 0;
        if (sinceCheckpoint < checkpointEvery) return;
        sinceCheckpoint = 0;
        restored.saveCheckpoint().catch(report);
      },
    });
    const core: Core = { recorder, people, newId, head: journal.head };
    keeping = makeRecordKeeping({ core, files, dataFolder, exportsFolder, make: environment.make, find: environment.find });
    return {
      restored, core, keeping,
      close: async () => {
        await keeping?.settled();
        await recorder.settled();
        await restored.saveCheckpoint(recorder.isUnfailed()).catch(report);
        await Promise.all([journal.close(), people.close()]);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
};
