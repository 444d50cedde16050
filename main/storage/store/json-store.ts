import { dirname } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import type { z } from 'zod';
import type { Files, Store } from '../../ports.ts';
import { replaceDurably } from '../files/durable-write.ts';
import { decodeLine, encodeLine } from '../journal/hashed-line.ts';

/**
 * A lowdb adapter that keeps what it is given: one hashed line, flushed before it is renamed into place, and checked when it
 * is read. An empty, torn, changed or foreign file reads as none (lowdb's own adapter throws on an empty file and never
 * flushes).
 */
const durableAdapter = <T extends object>(
  files: Files,
  path: string,
  schema: z.ZodType<T>,
): Adapter<T | null> => ({
  read: async () => {
    // What cannot be read can be made again, whatever the reason.
    const bytes = await files.read(path).catch(() => null);
    const decoded =
      bytes === null || bytes.at(-1) !== 10 ? null : decodeLine(bytes.subarray(0, -1));
    if (decoded === null) return null;
    const { hash: _, ...fields } = decoded.fields;
    return schema.safeParse(fields).data ?? null;
  },
  write: async (value) => {
    await files.makeFolder(dirname(path));
    await replaceDurably(files, path, Buffer.from(encodeLine(value as T).line));
  },
});

/** Opens a JSON document at a path, of a shape. */
export function openJsonStore<T extends object>(
  files: Files,
  path: string,
  schema: z.ZodType<T>,
): Store<T> {
  const low = new Low<T | null>(durableAdapter(files, path, schema), null);
  return {
    read: async () => {
      // Where there is nothing to be read any more, lowdb leaves what it read before.
      low.data = null;
      await low.read();
      return low.data;
    },
    write: async (value) => {
      low.data = value;
      await low.write();
    },
  };
}
