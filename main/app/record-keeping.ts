import type { Result } from '../../shared/result.ts';
import type { Actor } from '../../shared/procedure/facts.ts';
import { arrangeBackup, backUp, backUpDaily, backUpNow, type BackedUp, type BackupParts } from './backup.ts';
import { erase, resumeErasures, type Erased, type EraseRequest } from './erasure.ts';
import type { Erasable, ErasableQuestion } from './find-erasable.ts';
import type { BackupProgress } from '../storage/make-backup.ts';

export type FindErasable = (question: ErasableQuestion) => Promise<Erasable>;

/** Backups and erasures, one after the other: neither may happen in the middle of another. */
export type RecordKeeping = {
  readonly backUp: (file: string, progress: BackupProgress) => Promise<Result<BackedUp>>;
  /** A backup into the folder arranged. */
  readonly backUpNow: () => Promise<Result<BackedUp>>;
  /** Says where the daily backup goes, by whom. */
  readonly arrange: (actor: Actor, folder: string | null, keepDays: number) => Promise<Result<null>>;
  /** The day's backup, when it is due. */
  readonly backUpDaily: () => Promise<void>;
  readonly erase: (request: EraseRequest) => Promise<Result<Erased & Pick<Erasable, 'unknown' | 'before'>>>;
  /** Erasures that were cut short. */
  readonly resume: () => Promise<void>;
  readonly settled: () => Promise<void>;
};

export const makeRecordKeeping = (parts: BackupParts & { readonly find: FindErasable }): RecordKeeping => {
  let last: Promise<unknown> = Promise.resolve();
  let isDaily = false;
  const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    backUp: (file, progress) => oneByOne(() => backUp(parts, file, 'command', progress)),
    backUpNow: () => oneByOne(() => backUpNow(parts)),
    arrange: (actor, folder, keepDays) => arrangeBackup(parts, actor, folder, keepDays),
    backUpDaily: async () => {
      if (isDaily) return;
      isDaily = true;
      try {
        await oneByOne(() => backUpDaily(parts));
      } finally {
        isDaily = false;
      }
    },
    erase: ({ because, ...question }) =>
      oneByOne(async () => {
        const found = await parts.find(question);
        const erased = await erase(parts, found, because);
        return erased.ok ? { ok: true, value: { ...erased.value, unknown: found.unknown, before: found.before } } : erased;
      }),
    resume: () => oneByOne(() => resumeErasures(parts)),
    settled: async () => void (await last),
  };
};
