import { join } from 'node:path';
import { z } from 'zod';
import type { JournalIdentity } from '../../../shared/base/ids.ts';
import type { Files } from '../../ports.ts';
import { checkLayout } from '../files/check-layout.ts';
import { chaptersOf, type Chapter } from '../journal/chapters.ts';
import { checkpointPath, readCheckpointPoint } from '../store/checkpoint.ts';
import type { Finding, Head, ReadingPoint } from '../journal/findings.ts';
import { identityIn } from '../journal/identity.ts';
import { readOutlines } from '../journal/read-journal.ts';
import { verifyPart, type Part, type PartFound, type Proof } from './verify-part.ts';
import { reachOfLatest } from '../people/people-format.ts';
import { judgePeople } from './verify-people.ts';
import { judgeFacts, type FactsFound } from './judge-facts.ts';
import { dueBeside, placeOfEnd, readWitness } from '../store/witness.ts';

/** What a full reading of a data folder found. */
export type Verification = {
  /** Lines of the journal that count. */
  readonly lines: number;
  /** Records in the people files, and records that were erased. */
  readonly records: number;
  readonly erased: number;
  readonly findings: readonly Finding[];
  /** Does the checkpoint say what the journal says? If not, a program that started from it shows something else. */
  readonly isCheckpointTrue: boolean;
  /** What others on this machine may read, by its name below the data folder; the program mends what is its own when it starts. */
  readonly exposed: readonly string[];
  /** The last line that counts; number 0 when none does. */
  readonly head: Head;
  /** The journal's own name; null: it has none yet, being of a format before, or it is lost. */
  readonly journal: JournalIdentity | null;
};

export type VerifyOptions = {
  /** Somebody writes meanwhile: nothing behind this point is judged. */
  readonly until?: ReadingPoint | null;
  /** A head from a slip, a closing sheet or a backup. */
  readonly head?: Proof | null;
  readonly progress?: (lines: number) => void;
  /** False: only the chain is judged, and the people's records; not whether each line is a fact that fits. */
  readonly facts?: boolean;
  /** Where the parts of a long journal are read side by side; otherwise it is read here, in one go. */
  readonly beside?: Beside | null;
};

/** Threads for the parts of a journal. */
export type Beside = {
  /** How many parts are read at a time. */
  readonly count: number;
  /** A part has at least so many lines: fewer are read faster than a thread is begun. */
  readonly least: number;
  readonly verifyPart: (
    dataFolder: string,
    part: Part,
    progress: (lines: number) => void,
    stopped: AbortSignal,
  ) => Promise<PartFound>;
};

/** Format 1 of the checkpoint had a hash of its state alone. */
const firstFormat = z.object({ foldVersion: z.int(), sha256: z.string() });

/** A checkpoint that is there, but not as it was written. */
const isCheckpointDamaged = async (files: Files, dataFolder: string): Promise<boolean> => {
  const bytes = await files.read(checkpointPath(dataFolder)).catch(() => Buffer.alloc(0));
  if (bytes === null || (await readCheckpointPoint(files, dataFolder)) !== null) return false;
  try {
    return !firstFormat.safeParse(JSON.parse(bytes.toString('utf8'))).success;
  } catch {
    return true;
  }
};

const noFacts: FactsFound = {
  findings: [],
  isCheckpointTrue: true,
  journal: null,
  lastOrdinal: () => Infinity,
};

/** Parts of about the same number of lines: as many as are wanted, if the journal is long enough. @returns the segments of each */
const partJournal = (
  chapters: readonly Chapter[],
  { count, least }: Pick<Beside, 'count' | 'least'>,
): readonly (readonly number[])[] => {
  const lines = (chapters.at(-1) as Chapter).firstSeq - 1;
  const wanted = Math.max(1, Math.min(count, Math.floor(lines / least)));
  const partOf = ({ firstSeq }: Chapter): number =>
    Math.min(wanted - 1, Math.floor(((firstSeq - 1) / lines) * wanted));
  return Array.from({ length: wanted }, (_, part) =>
    chapters.filter((chapter) => wanted === 1 || partOf(chapter) === part),
  )
    .filter((within) => within.length > 0)
    .map((within) => within.flatMap(({ segments }) => segments));
};

/**
 * Reads and judges every line of a data folder, changing nothing.
 * @throws NewerFormat, OddFile
 */
export async function verify(
  files: Files,
  dataFolder: string,
  {
    until = null,
    head: given = null,
    progress = () => undefined,
    beside = null,
    facts = true,
  }: VerifyOptions = {},
): Promise<Verification> {
  const exposed = await checkLayout(files, dataFolder, false);
  const witness = await readWitness(files, dataFolder);
  const { checkpoint } = witness;
  const proofs = [checkpoint, given].flatMap((proof) =>
    proof === null || (until !== null && proof.seq > until.seq) ? [] : [proof],
  );
  const outlines = await readOutlines(files, join(dataFolder, 'journal'), { until });
  const segments = partJournal(chaptersOf(outlines), beside ?? { count: 1, least: 1 });
  const reached =
    until === null ? (await reachOfLatest(files, join(dataFolder, 'people'))).after : 0;
  const durable = Math.max(reached, checkpoint?.seq ?? 0);
  const stop = new AbortController();
  let lines = 0;
  const verifyOne = (part: Part): Promise<PartFound> => {
    const read = (more: number): void => {
      lines += more;
      progress(lines);
    };
    return beside === null || segments.length === 1
      ? verifyPart(files, dataFolder, part, read)
      : beside.verifyPart(dataFolder, part, read, stop.signal);
  };
  let parts: readonly PartFound[];
  try {
    parts = await Promise.all(
      segments.map((each) => verifyOne({ segments: each, until, proofs, durable })),
    );
  } finally {
    stop.abort();
  }
  const folded = facts ? await judgeFacts(files, dataFolder, until, progress) : noFacts;
  const people = await judgePeople(
    files,
    join(dataFolder, 'people'),
    parts.map((part) => part.people),
  );
  const { head, due } = parts.at(-1) as PartFound;
  const journal = folded.journal ?? identityIn(outlines);
  // Whoever writes meanwhile has written more behind the point: only what is given can tell of an end that was cut off.
  const dueHere =
    until !== null
      ? due
      : dueBeside(witness, {
          due,
          lastOrdinal: folded.lastOrdinal(due - 1),
          key: journal?.id ?? null,
          people: people.reach,
        });
  const isCutOff = dueHere > due || proofs.some(({ seq }) => seq >= due);
  const last = parts.flatMap((part) => part.last ?? []).at(-1) ?? null;
  return {
    lines: parts.reduce((sum, part) => sum + part.lines, 0),
    head,
    journal,
    records: people.records,
    erased: people.erased,
    exposed,
    isCheckpointTrue: folded.isCheckpointTrue,
    findings: [
      ...parts.flatMap(({ findings }) => findings),
      ...people.findings,
      ...(isCutOff
        ? [{ kind: 'cut-off', place: placeOfEnd(last, witness), visit: null } as const]
        : []),
      ...folded.findings,
      ...((await isCheckpointDamaged(files, dataFolder)) || !folded.isCheckpointTrue
        ? [{ kind: 'damaged', place: 'checkpoint.json:1', visit: null } as const]
        : []),
    ],
  };
}
