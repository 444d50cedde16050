import { join } from 'node:path';
import { z } from 'zod';
import { erasedRecordSchema } from '../../../shared/facts/facts.ts';
import { erasureReasons } from '../../../shared/base/closed-lists.ts';
import type { Files } from '../../ports.ts';
import { replaceDurably } from '../files/durable-write.ts';
import { readBytes } from '../files/read-bytes.ts';
import { decodeLine, encodeLine, linesOf } from '../journal/hashed-line.ts';
import { NewerFormat } from '../journal/journal-format.ts';

/** Version of the lines described in docs/data.md. */
const listFormat = 1;

/**
 * One erasure as it is told beside backups: which records of which visits are gone, and no word about anyone. A backup from
 * before it is restored without them.
 */
const erasureSchema = z.strictObject({
  format: z.literal(listFormat),
  erasure: z.string(),
  at: z.int(),
  because: z.enum(erasureReasons),
  visits: z.array(z.string()),
  records: z.array(erasedRecordSchema),
});
export type ListedErasure = Omit<z.infer<typeof erasureSchema>, 'format'>;

export const erasureListName = 'pendamping-erasures.jsonl';

const readListed = (fields: Readonly<Record<string, unknown>>): ListedErasure | null => {
  if (Number.isSafeInteger(fields['format']) && (fields['format'] as number) > listFormat)
    throw new NewerFormat(`erasure list format ${String(fields['format'])}`);
  const { hash: _, ...erasure } = fields;
  return erasureSchema.safeParse(erasure).data ?? null;
};

/**
 * @returns the erasures told in a list; a line that is not as it was written is passed over, and counted
 * @throws NewerFormat
 */
export async function readErasureList(
  files: Files,
  path: string,
): Promise<{ readonly erasures: readonly ListedErasure[]; readonly damaged: number }> {
  const lines = [...linesOf(await readBytes(files, path))].map(({ bytes }) => decodeLine(bytes));
  const erasures = lines.flatMap((line) => (line === null ? [] : (readListed(line.fields) ?? [])));
  return { erasures, damaged: lines.length - erasures.length };
}

/** Tells an erasure in the list of a folder with backups, once. */
export async function listErasure(
  files: Files,
  folder: string,
  erasure: ListedErasure,
): Promise<void> {
  const path = join(folder, erasureListName);
  const before = await readBytes(files, path);
  if (before.includes(`"erasure":"${erasure.erasure}"`)) return;
  const { erasure: id, at, because, visits, records } = erasure;
  const line = encodeLine({ format: listFormat, erasure: id, at, because, visits, records }).line;
  await replaceDurably(
    files,
    path,
    Buffer.concat([
      before,
      Buffer.from(before.length > 0 && before.at(-1) !== 10 ? '\n' : ''),
      Buffer.from(line),
    ]),
  );
}
