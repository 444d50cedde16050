import { Unflushed, type Files, type OpenFile } from '../../ports.ts';

/** The data folder is no longer this program's: nothing is written there, and nothing that was is acknowledged. */
export class NotOurs extends Unflushed {}

/**
 * The files of a data folder that is written to only while it is this program's. Every change asks first; every flush asks
 * behind it, so that a journal or people file never acknowledges lines that went to a folder renamed, removed or taken by
 * another writer meanwhile. To them it is a flush that failed.
 * @param isOurs see FolderLock
 */
export function guardFiles(files: Files, isOurs: () => Promise<boolean>): Files {
  const mustBeOurs = async (): Promise<void> => {
    if (!(await isOurs())) throw new NotOurs('The data folder is no longer this program’s');
  };
  const asked =
    <Given extends readonly unknown[], Value>(doing: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      await mustBeOurs();
      return doing(...given);
    };
  const guard = (file: OpenFile): OpenFile => ({
    write: (bytes) => file.write(bytes),
    sync: async () => {
      await file.sync();
      await mustBeOurs();
    },
    close: () => file.close(),
  });
  return {
    list: (folder) => files.list(folder),
    read: (path, from, to) => files.read(path, from, to),
    look: (path) => files.look(path),
    setMode: asked((path, mode) => files.setMode(path, mode)),
    isFolder: (path) => files.isFolder(path),
    syncFolder: (folder) => files.syncFolder(folder),
    makeFolder: asked((folder) => files.makeFolder(folder)),
    create: asked(async (path) => guard(await files.create(path))),
    openToAppend: asked(async (path) => guard(await files.openToAppend(path))),
    rename: asked((from, to) => files.rename(from, to)),
    remove: asked((path) => files.remove(path)),
    removeFolder: asked((folder) => files.removeFolder(folder)),
    removeEmptyFolder: asked((folder) => files.removeEmptyFolder(folder)),
  };
}
