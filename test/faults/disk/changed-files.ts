import type { Files, OpenFile } from '../../../main/ports.ts';

const withOpened = (files: Files, changed: (file: OpenFile) => OpenFile): Files => ({
  ...files,
  create: async (path) => changed(await files.create(path)),
  openToAppend: async (path) => changed(await files.openToAppend(path)),
});

/** A file system that says it has flushed and has not. */
export function carelessFiles(files: Files): Files {
  return {
    ...withOpened(files, (file) => ({ ...file, sync: async () => undefined })),
    syncFolder: async () => undefined,
  };
}

/** @param noticed called when less was written than was asked, without an error */
export function noticeShortWrites(files: Files, noticed: () => void): Files {
  return withOpened(files, (file) => ({
    ...file,
    write: async (bytes) => {
      const written = await file.write(bytes);
      if (written < bytes.length) noticed();
      return written;
    },
  }));
}
