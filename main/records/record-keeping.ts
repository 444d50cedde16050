import { makeOneByOne } from '../engine/one-by-one.ts';
import type { Result } from '../../shared/base/result.ts';
import type { Actor } from '../../shared/facts/facts.ts';
import {
  arrangeBackup,
  backUp,
  backUpDaily,
  backUpNow,
  keptDaysOf,
  type BackedUp,
  type BackupParts,
} from './backup.ts';
import { makeDestructionRecords, type DestructionRecords } from './destruction-records.ts';
import {
  erase,
  resumeErasures,
  type Erased,
  type ErasureParts,
  type EraseRequest,
} from './erasure.ts';
import type { Erasable, ErasableQuestion } from './find-erasable.ts';
import { sweepTheRest } from './sweep.ts';
import type { BackupProgress } from '../storage/backup/make-backup.ts';

export type FindErasable = (question: ErasableQuestion) => Promise<Erasable>;

/** Backups and erasures, one after the other: neither may happen in the middle of another. */
export type RecordKeeping = {
  /** After how many days the program removes a backup with that name by itself; null: never. */
  readonly keptDaysOf: (file: string) => number | null;
  readonly backUp: (file: string, progress: BackupProgress) => Promise<Result<BackedUp>>;
  /** A backup into the folder arranged. */
  readonly backUpNow: () => Promise<Result<BackedUp>>;
  /** Says where the daily backup goes, by whom. */
  readonly arrange: (
    actor: Actor,
    folder: string | null,
    keepDays: number,
  ) => Promise<Result<null>>;
  /** The day's backup, when it is due. */
  readonly backUpDaily: () => Promise<void>;
  readonly erase: (
    request: EraseRequest,
  ) => Promise<Result<Erased & Pick<Erasable, 'unknown' | 'before'>>>;
  /** Erasures that were cut short. */
  readonly resume: () => Promise<void>;
  /** What a killed program left half done, where nobody looked at start. */
  readonly sweep: () => Promise<void>;
  readonly destructionRecords: DestructionRecords;
  readonly settled: () => Promise<void>;
};

export function makeRecordKeeping(
  parts: BackupParts & ErasureParts & { readonly find: FindErasable },
): RecordKeeping {
  const oneByOne = makeOneByOne();
  let isDaily = false;
  return {
    keptDaysOf: (file) => keptDaysOf(parts, file),
    backUp: (file, progress) => oneByOne.run(() => backUp(parts, file, 'command', progress)),
    backUpNow: () => oneByOne.run(() => backUpNow(parts)),
    arrange: (actor, folder, keepDays) => arrangeBackup(parts, actor, folder, keepDays),
    backUpDaily: async () => {
      if (isDaily) return;
      isDaily = true;
      try {
        await oneByOne.run(() => backUpDaily(parts));
      } finally {
        isDaily = false;
      }
    },
    erase: ({ because, ...question }) =>
      oneByOne.run(async () => {
        const found = await parts.find(question);
        const erased = await erase(parts, found, because);
        return erased.ok
          ? { ok: true, value: { ...erased.value, unknown: found.unknown, before: found.before } }
          : erased;
      }),
    resume: () => oneByOne.run(() => resumeErasures(parts)),
    sweep: () => oneByOne.run(() => sweepTheRest(parts)),
    destructionRecords: makeDestructionRecords(parts),
    settled: oneByOne.settled,
  };
}
