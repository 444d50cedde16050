import type { Files } from '../../ports.ts';
import {
  askHolder,
  comeToFront,
  lockFolder,
  type Answering,
  type FolderLock,
} from './folder-lock.ts';

/** A data folder that is locked for this program, perhaps before there is anything that could open its records. */
export type HeldFolder = {
  readonly lock: FolderLock;
  /** Says who answers what other programs ask of this one, from now on. What they asked before is answered now. */
  readonly answerBy: (answering: Answering) => void;
};

/**
 * Takes the lock of a data folder before anything else of it is touched: whoever shows a window has it.
 * @param dataFolder it is made when it is not there
 * @param bringToFront done at once when a second start asks for it; every other question waits for `answerBy`, and is dropped
 * when the lock is released before
 * @param patienceMs how long another may be silent that seems to have it
 * @returns null when another program has the folder; that one has been asked to come to the front
 * @throws SilentHolder when that one does not answer; UnsafeSocketFolder; what the file system says when there can be no folder
 */
export async function holdFolder(
  files: Pick<Files, 'makeFolder'>,
  dataFolder: string,
  bringToFront: () => void,
  patienceMs?: number,
): Promise<HeldFolder | null> {
  await files.makeFolder(dataFolder);
  let answerBy = (_answering: Answering | null): void => undefined;
  const answering = new Promise<Answering | null>((resolve) => {
    answerBy = resolve;
  });
  const lock = await lockFolder(
    dataFolder,
    async (question, reply) =>
      question === comeToFront ? bringToFront() : (await answering)?.(question, reply),
    patienceMs,
  );
  if (lock === null) {
    await askHolder(dataFolder, comeToFront, () => undefined, patienceMs);
    return null;
  }
  return {
    answerBy,
    lock: {
      isOurs: lock.isOurs,
      release: () => {
        answerBy(null);
        return lock.release();
      },
    },
  };
}
