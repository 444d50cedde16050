import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { personRefsIn } from '../../shared/procedure/facts.ts';
import type { Files } from '../ports.ts';
import { checkpointPath } from './checkpoint.ts';
import { decodeLine } from './hashed-line.ts';
import { decodeFact, type JournalLine } from './journal-format.ts';
import { placeOf, visitIn, type Finding, type Head, type ReadingPoint, type TakeLine } from './judge-journal.ts';
import { readJournal } from './read-journal.ts';
import { makePeopleCheck } from './verify-people.ts';

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

/** A line that the journal is known to have had: its number, and the beginning of its hash. */
export type Proof = { readonly seq: number; readonly hash: string };

export type VerifyOptions = {
  /** Somebody writes meanwhile: nothing behind this point is judged. */
  readonly until?: ReadingPoint | null;
  /** A head from a slip, a closing sheet or a backup. */
  readonly head?: Proof | null;
  readonly progress?: (lines: number) => void;
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

/** Tells whether the journal still has every line that it is known to have had. */
const makeProofs = (proofs: readonly Proof[]) => {
  const open = new Set(proofs);
  const findings: Finding[] = [];
  return {
    see: ({ seq, hash, at }: JournalLine, segment: number): void => {
      for (const proof of open) {
        if (proof.seq !== seq) continue;
        open.delete(proof);
        if (!hash.startsWith(proof.hash)) findings.push({ kind: 'forked', place: placeOf(segment, at), visit: null });
      }
    },
    /** @param longest a number that the journal reached once */
    end: (head: Head, place: string, longest: number): readonly Finding[] => {
      const isCut = Math.max(longest, ...[...open].map(({ seq }) => seq)) > head.seq;
      return isCut ? [...findings, { kind: 'cut-off', place, visit: null }] : findings;
    },
  };
};

/** The chain needs no fact to be read; only those that refer to persons, or erase them, are. */
const isAboutPersons = (bytes: Buffer): boolean => bytes.includes(commitmentKey) || bytes.toString('latin1', 0, 200).includes('"type":"erasure.decided"');
const commitmentKey = Buffer.from('"commitment":');

/**
 * Reads and judges every line of a data folder, changing nothing.
 * @throws NewerFormat
 */
export const verify = async (files: Files, dataFolder: string, { until = null, head: given = null, progress }: VerifyOptions = {}): Promise<Verification> => {
  const checkpoint = await readCheckpoint(files, dataFolder);
  const proofs = makeProofs([checkpoint.proof, given].filter((proof) => proof !== null && (until === null || proof.seq <= until.seq)) as readonly Proof[]);
  const people = makePeopleCheck(files, join(dataFolder, 'people'));
  let lines = 0;
  const strange: Finding[] = [];
  let last = { segment: 1, line: 1 };
  const take: TakeLine = (line, segment) => {
    lines += 1;
    last = { segment, line: line.at };
    proofs.see(line, segment);
    if (!isAboutPersons(line.bytes)) return;
    const fact = decodeFact(line);
    const place = placeOf(segment, line.at);
    if (fact === null) strange.push({ kind: 'damaged', place, visit: visitIn(line.bytes) });
    else if (fact.type === 'erasure.decided') people.erases(fact.data.records);
    else for (const ref of personRefsIn(fact.data)) people.refersTo(ref, place, fact.visit);
  };
  const { findings, head } = await readJournal(files, join(dataFolder, 'journal'), { until, durable: checkpoint.proof?.seq ?? 0 }, take, async () => {
    await people.check();
    progress?.(lines);
  });
  const checked = await people.end();
  return {
    lines, head, records: checked.records, erased: checked.erased,
    findings: [
      ...findings, ...strange, ...checked.findings,
      ...proofs.end(head, placeOf(last.segment, last.line), until === null ? checked.writtenAfter : 0),
      ...(checkpoint.isDamaged ? [{ kind: 'damaged', place: 'checkpoint.json:1', visit: null } as const] : []),
    ],
  };
};

/** Verifies beside the main thread. */
export const verifyInWorker = (workerFile: string, dataFolder: string, until: ReadingPoint) => {
  const worker = new Worker(workerFile, { workerData: { dataFolder, until } });
  worker.unref();
  const result = new Promise<Verification>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { result, stop: async (): Promise<void> => void (await worker.terminate()) };
};
