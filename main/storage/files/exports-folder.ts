/** Where files for people go: a folder, or who says so when one is exported, since asking may find that it is gone. */
export type ExportsFolder = string | (() => string);

/** The folder as it is now. */
export function folderOf(folder: ExportsFolder): string {
  return typeof folder === 'string' ? folder : folder();
}
