import { mkdtemp, open, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ClassicLevel } from 'classic-level';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { BranchId, JournalId } from '../../shared/base/ids.ts';
import type { StampedFact } from '../../shared/facts/facts.ts';
import { genesis } from '../../main/storage/journal/hashed-line.ts';
import { encodeFact } from '../../main/storage/journal/journal-format.ts';
import { openJournal } from '../../main/storage/journal/journal.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { readJournal } from '../../main/storage/journal/read-journal.ts';
import { median, milliseconds, percentile, timed, times, whole, type Figure } from './figures.ts';

const runs = 7;
const appends = 300;

const factOf = (seq: number): StampedFact =>
  ({
    type: 'step.completed',
    visit: '7K3M-9QXA',
    data: {
      step: 'upload-qualification',
      attempt: 1,
      answer: 'yes',
      cause: null,
      next: { step: 'explain-encryption', returnTo: null, outcome: null },
      problem: null,
    },
    seq,
    at: Date.now(),
    run: 'bench',
    mono: seq,
    actor: { kind: 'system' },
    command: null,
    more: 0,
  }) as unknown as StampedFact;
const { line } = encodeFact(factOf(1), 0, genesis);

const bare = async (folder: string): Promise<readonly number[]> => {
  const bytes = Buffer.from(line);
  const file = await open(join(folder, 'bare'), 'a');
  const taken = await timed(appends, async () => {
    await file.write(bytes);
    await file.datasync();
  });
  await file.close();
  return taken;
};

const journal = async (folder: string): Promise<readonly number[]> => {
  const path = join(folder, 'journal');
  const reading = await readJournal(nodeFiles, path, {}, () => undefined);
  const month = '2026-11';
  const opened = await openJournal(nodeFiles, path, {
    identity: { id: '0'.repeat(32) as JournalId, branch: '0'.repeat(32) as BranchId },
    reading,
    due: 1,
    lastSegment: 0,
    isTrusted: true,
    month,
  });
  const taken = await timed(appends, (seq) => opened.append([factOf(seq)], month));
  await opened.close();
  return taken;
};

/** The SQLite that Node brings along, as it is to be set for the same promise. */
const sqlite = async (folder: string): Promise<readonly number[]> => {
  const database = new DatabaseSync(join(folder, 'facts.sqlite'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE facts (seq INTEGER PRIMARY KEY, line TEXT NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO facts (seq, line) VALUES (?, ?)');
  const taken = await timed(appends, (seq) => insert.run(seq, line));
  database.close();
  return taken;
};

/** better-sqlite3 brings a newer SQLite than Node's; it has no types of its own. */
type BetterSqlite = new (path: string) => {
  readonly exec: (sql: string) => unknown;
  readonly prepare: (sql: string) => { readonly run: (...given: readonly unknown[]) => unknown };
  readonly close: () => void;
};
const betterSqlite = async (folder: string): Promise<readonly number[]> => {
  const Database = createRequire(import.meta.url)('better-sqlite3') as BetterSqlite;
  const database = new Database(join(folder, 'better.sqlite'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE facts (seq INTEGER PRIMARY KEY, line TEXT NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO facts (seq, line) VALUES (?, ?)');
  const taken = await timed(appends, (seq) => insert.run(seq, line));
  database.close();
  return taken;
};

/** LevelDB, each put flushed. */
const level = async (folder: string): Promise<readonly number[]> => {
  const database = new ClassicLevel(join(folder, 'level'));
  await database.open();
  const taken = await timed(appends, (seq) =>
    database.put(String(seq).padStart(15, '0'), line, { sync: true }),
  );
  await database.close();
  return taken;
};

/** Stock lowdb writes everything again each time, and flushes nothing. */
const lowdb = async (folder: string, records: number): Promise<readonly number[]> => {
  const low = new Low<{ lines: string[] }>(new JSONFile(join(folder, `lowdb-${records}.json`)), {
    lines: Array.from({ length: records }, () => line),
  });
  return timed(5, async () => {
    low.data.lines.push(line);
    await low.write();
  });
};

/** A fact acknowledged, against the floor and its peers. */
export async function durableAppend(): Promise<readonly Figure[]> {
  const ratios = { median: [] as number[], p99: [] as number[] };
  const peers = [
    { name: 'SQLite (Node’s own), WAL, synchronous=FULL, a row', make: sqlite },
    { name: 'better-sqlite3, WAL, synchronous=FULL, a row', make: betterSqlite },
    { name: 'classic-level (LevelDB), a put with sync', make: level },
  ].map((peer) => ({ ...peer, found: [] as number[] }));
  const lowRatios = new Map<number, number[]>([
    [1_000, []],
    [10_000, []],
    [100_000, []],
  ]);
  const kept: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'pendamping-bench-'));
    const [floor, own] = [await bare(folder), await journal(folder)];
    kept.push(median(own));
    ratios.median.push(median(own) / median(floor));
    ratios.p99.push(percentile(own, 0.99) / percentile(floor, 0.99));
    for (const { make, found } of peers) found.push(median(own) / median(await make(folder)));
    if (run < 3)
      for (const [records, found] of lowRatios)
        found.push(median(own) / median(await lowdb(folder, records)));
    await rm(folder, { recursive: true });
  }
  return [
    {
      what: 'durable acknowledgement, median',
      against: 'bare append + fdatasync of the same bytes',
      found: `${times(median(ratios.median))} (${milliseconds(median(kept))})`,
      goal: '≤ 1.25×',
    },
    {
      what: 'durable acknowledgement, p99',
      against: 'the same',
      found: times(median(ratios.p99)),
      goal: '≤ 3×',
    },
    ...peers.map(({ name, found }) => ({
      what: 'durable acknowledgement, median',
      against: name,
      found: times(median(found)),
      goal: '',
    })),
    ...[...lowRatios].map(([records, found]) => ({
      what: 'durable acknowledgement, median',
      against: `stock lowdb with ${whole(records)} records, which flushes nothing`,
      found: times(median(found)),
      goal: '',
    })),
  ];
}
