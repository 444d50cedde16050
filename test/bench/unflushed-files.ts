import type { Files, OpenFile } from '../../main/ports.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';

const bufferBytes = 1024 * 1024;

const buffered = (file: OpenFile): OpenFile => {
  let waiting: Uint8Array[] = [];
  let size = 0;
  const pour = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    if (bytes.length > 0) await file.write(bytes);
  };
  return {
    write: async (bytes) => {
      waiting.push(bytes);
      size += bytes.length;
      if (size > bufferBytes) await pour();
      return bytes.length;
    },
    sync: async () => undefined,
    close: async () => {
      await pour();
      await file.close();
    },
  };
};

/** The machine's files without a single flush: for making ten years of data in minutes, and for nothing else. */
export const unflushedFiles: Files = {
  ...nodeFiles,
  create: async (path) => buffered(await nodeFiles.create(path)),
  openToAppend: async (path) => buffered(await nodeFiles.openToAppend(path)),
  syncFolder: async () => undefined,
};
