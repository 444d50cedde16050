import { dirname } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import type { z } from 'zod';
import type { Files, Store } from '../ports.ts';
import { replaceDurably } from './durable-write.ts';

/**
 * A lowdb adapter that keeps what it is given: flushed before it is renamed into place, and checked when it is read. An
 * empty, torn or foreign file reads as none (lowdb's own adapter throws on an empty file and never flushes).
 */
const durableAdapter = <T>(files: Files, path: string, schema: z.ZodType<T>): Adapter<T | null> => ({
  read: async () => {
    try {
      const bytes = await files.read(path);
      const parsed = schema.safeParse(bytes === null ? null : JSON.parse(bytes.toString('utf8')));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  },
  write: async (value) => {
    await files.makeFolder(dirname(path));
    await replaceDurably(files, path, Buffer.from(JSON.stringify(value)));
  },
});

/** Opens a JSON document at a path, of a shape. */
export const openJsonStore = <T>(files: Files, path: string, schema: z.ZodType<T>): Store<T> => {
  const low = new Low<T | null>(durableAdapter(files, path, schema), null);
  return {
    read: async () => {
      await low.read();
      return low.data;
    },
    write: async (value) => {
      low.data = value;
      await low.write();
    },
  };
};
