import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../ports.ts';
import { chaptersOf, type Chapter } from './chapters.ts';
import { checkpointPath } from './checkpoint.ts';
import { decodeLine } from './hashed-line.ts';
import { placeOf, type Finding, type Head, type ReadingPoint } from './judge-journal.ts';
import { readOutlines } from './read-journal.ts';
import { verifyPart, type Part, type PartFound, type Proof } from './verify-part.ts';
import { judgePeople } from './verify-people.ts';

/** What a full reading of a data folder found. */
export type Verification = {
  /** Lines of the journal that count. */
  readonly lines: number;
  /** Records in the people files, and records that were erased. */
  readonly records: number;
  readonly erased: number;
  readonly findings: readonly Finding[];
  readonly head: Head;
};

export type VerifyOptions = {
  /** Somebody writes meanwhile: nothing behind this point is judged. */
  readonly until?: ReadingPoint | null;
  /** A head from a slip, a closing sheet or a backup. */
  readonly head?: Proof | null;
  readonly progress?: (lines: number) => void;
  /** Where the parts of a long journal are read side by side; otherwise it is read here, in one go. */
  readonly beside?: Beside | null;
};

/** Threads for the parts of a journal. */
export type Beside = {
  /** How many parts are read at a time. */
  readonly count: number;
  /** A part has at least so many lines: fewer are read faster than a thread is begun. */
  readonly least: number;
  readonly verifyPart: (dataFolder: string, part: Part, progress: (lines: number) => void, stopped: AbortSignal) => Promise<PartFound>;
};

const pointSchema = z.object({ point: z.object({ seq: z.int(), hash: z.string() }) });
/** Format 1 of the checkpoint had a hash of its state alone. */
const firstFormat = z.object({ foldVersion: z.int(), sha256: z.string() });

const readCheckpoint = async (files: Files, dataFolder: string): Promise<{ readonly proof: Proof | null; readonly isDamaged: boolean }> => {
  const bytes = await files.read(checkpointPath(dataFolder));
  if (bytes === null) return { proof: null, isDamaged: false };
  const fields = bytes.at(-1) === 10 ? decodeLine(bytes.subarray(0, -1))?.fields : undefined;
  const kept = pointSchema.safeParse(fields).data;
  if (kept !== undefined) return { proof: kept.point, isDamaged: false };
  try {
    return { proof: null, isDamaged: !firstFormat.safeParse(JSON.parse(bytes.toString('utf8'))).success };
  } catch {
    return { proof: null, isDamaged: true };
  }
};

/** Parts of about the same number of lines: as many as are wanted, if the journal is long enough. @returns the segments of each */
const partJournal = (chapters: readonly Chapter[], { count, least }: Pick<Beside, 'count' | 'least'>): readonly (readonly number[])[] => {
  const lines = (chapters.at(-1) as Chapter).firstSeq - 1;
  const wanted = Math.max(1, Math.min(count, Math.floor(lines / least)));
  const partOf = ({ firstSeq }: Chapter): number => Math.min(wanted - 1, Math.floor(((firstSeq - 1) / lines) * wanted));
  return Array.from({ length: wanted }, (_, part) => chapters.filter((chapter) => wanted === 1 || partOf(chapter) === part))
    .filter((within) => within.length > 0)
    .map((within) => within.flatMap(({ segments }) => segments));
};

/**
 * Reads and judges every line of a data folder, changing nothing.
 * @throws NewerFormat
 */
export const verify = async (files: Files, dataFolder: string, { until = null, head: given = null, progress = () => undefined, beside = null }: VerifyOptions = {}): Promise<Verification> => {
  const checkpoint = await readCheckpoint(files, dataFolder);
  const proofs = [checkpoint.proof, given].flatMap((proof) => (proof === null || (until !== null && proof.seq > until.seq) ? [] : [proof]));
  const segments = partJournal(chaptersOf(await readOutlines(files, join(dataFolder, 'journal'), { until })), beside ?? { count: 1, least: 1 });
  const stop = new AbortController();
  let lines = 0;
  const verifyOne = (part: Part): Promise<PartFound> => {
    const read = (more: number): void => {
      lines += more;
      progress(lines);
    };
    return beside === null || segments.length === 1 ? verifyPart(files, dataFolder, part, read) : beside.verifyPart(dataFolder, part, read, stop.signal);
  };
  let parts: readonly PartFound[];
  try {
    parts = await Promise.all(segments.map((each) => verifyOne({ segments: each, until, proofs, durable: checkpoint.proof?.seq ?? 0 })));
  } finally {
    stop.abort();
  }
  const people = await judgePeople(files, join(dataFolder, 'people'), parts.map((part) => part.people));
  const { head } = parts.at(-1) as PartFound;
  // Somebody who writes meanwhile has written records behind the point.
  const known = [...proofs.map(({ seq }) => seq), until === null ? people.writtenAfter : 0];
  const last = parts.flatMap((part) => part.last ?? []).at(-1) ?? { segment: 1, line: 1 };
  return {
    lines: parts.reduce((sum, part) => sum + part.lines, 0), head, records: people.records, erased: people.erased,
    findings: [
      ...parts.flatMap(({ findings }) => findings), ...people.findings,
      ...(Math.max(...known) > head.seq ? [{ kind: 'cut-off', place: placeOf(last.segment, last.line), visit: null } as const] : []),
      ...(checkpoint.isDamaged ? [{ kind: 'damaged', place: 'checkpoint.json:1', visit: null } as const] : []),
    ],
  };
};
