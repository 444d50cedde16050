import { join } from 'node:path';
import { z } from 'zod';
import { foldVersion } from '../../../shared/state/fold.ts';
import type { State } from '../../../shared/state/state.ts';
import type { Files } from '../../ports.ts';
import { decodeLine } from '../journal/hashed-line.ts';
import { segmentName } from '../journal/journal-format.ts';
import { openJsonStore } from './json-store.ts';
import type { ReadingPoint } from '../journal/findings.ts';

/** The folded state as of a line of the journal: a cache that saves reading what lies before. */
const checkpointSchema = z.strictObject({
  foldVersion: z.literal(foldVersion),
  point: z.strictObject({
    seq: z.int().min(0),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    segment: z.int().min(0),
    offset: z.int().min(0),
    line: z.int().min(0),
  }),
  isCleanEnd: z.boolean(),
  state: z.looseObject({ seq: z.int() }),
});
export type Checkpoint = {
  readonly state: State;
  readonly point: ReadingPoint;
  /** The program ended here by itself, with nothing that failed to be flushed. */
  readonly isCleanEnd: boolean;
};

export function checkpointPath(dataFolder: string): string {
  return join(dataFolder, 'checkpoint.json');
}

/** Most lines are shorter; the longest hold an office's logo. */
const lineBytes = [4_096, 2 ** 20] as const;

/** Does a whole line with this hash end at this byte of this segment? */
const endsThere = async (
  files: Files,
  dataFolder: string,
  { segment, offset, hash }: ReadingPoint,
): Promise<boolean> => {
  const path = join(dataFolder, 'journal', segmentName(segment));
  for (const most of lineBytes) {
    const from = Math.max(0, offset - most);
    const bytes = await files.read(path, from, offset);
    if (bytes === null || from + bytes.length !== offset || bytes.at(-1) !== 10) return false;
    const begin = bytes.lastIndexOf(10, -2) + 1;
    if (begin > 0) return decodeLine(bytes.subarray(begin, -1))?.hash === hash;
  }
  return false;
};

const pointSchema = z.looseObject({ point: checkpointSchema.shape.point });

/**
 * How far the journal had come when the checkpoint was written, whatever else in it can be used.
 * @returns null when there is none, or not a whole one
 */
export async function readCheckpointPoint(
  files: Files,
  dataFolder: string,
): Promise<ReadingPoint | null> {
  const bytes = await files.read(checkpointPath(dataFolder)).catch(() => null);
  const fields = bytes?.at(-1) === 10 ? decodeLine(bytes.subarray(0, -1))?.fields : undefined;
  return pointSchema.safeParse(fields).data?.point ?? null;
}

/** Opens the checkpoint of a data folder. */
export function openCheckpoint(files: Files, dataFolder: string) {
  const store = openJsonStore(files, checkpointPath(dataFolder), checkpointSchema);
  return {
    /** @returns null when there is none that belongs to this journal and this fold: everything is then read from the first line on */
    read: async (): Promise<Checkpoint | null> => {
      const kept = await store.read();
      if (kept === null || kept.state.seq !== kept.point.seq) return null;
      return (await endsThere(files, dataFolder, kept.point))
        ? { state: kept.state as unknown as State, point: kept.point, isCleanEnd: kept.isCleanEnd }
        : null;
    },
    /** @param state stands exactly at the point, and both are flushed */
    write: ({ state, point, isCleanEnd }: Checkpoint): Promise<void> =>
      store.write({
        foldVersion,
        point,
        isCleanEnd,
        state: state as unknown as z.infer<typeof checkpointSchema>['state'],
      }),
  };
}
