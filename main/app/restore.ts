import { join } from 'node:path';
import { applyIfItFits } from '../../shared/procedure/fold.ts';
import { personRefsIn } from '../../shared/procedure/facts.ts';
import { emptyState, type State } from '../../shared/procedure/state.ts';
import { officeMonth } from '../../shared/office-time.ts';
import type { Files, NewId, People } from '../ports.ts';
import { openCheckpoint, type Checkpoint } from '../storage/checkpoint.ts';
import { makeFolderDurably, sweepLeftovers } from '../storage/durable-write.ts';
import { openJournal, type OpenedJournal } from '../storage/journal.ts';
import { placeOf, type Finding } from '../storage/judge-journal.ts';
import { readFacts, type JournalReading, type TakeFact } from '../storage/read-journal.ts';
import { openPeople } from '../storage/people.ts';
import { zoneOf } from './core.ts';

export type Restored = {
  readonly state: State;
  readonly journal: OpenedJournal;
  readonly people: People;
  readonly findings: readonly Finding[];
  /** Tells what is durable now. */
  readonly follow: (state: State) => void;
  /** @param isCleanEnd nothing is written any more, and nothing failed to be flushed */
  readonly saveCheckpoint: (isCleanEnd?: boolean) => Promise<void>;
};

/** Folds the lines behind a checkpoint, one by one, and notes what is needed of them besides. */
const makeFolding = (known: Checkpoint | null) => {
  const findings: Finding[] = [];
  const referred = new Set<string>();
  let state = known?.state ?? emptyState;
  let since = known?.point.seq ?? 0;
  let lastCheckIn = since;
  let linesSince = 0;
  const take: TakeFact = (fact, { at }, segment) => {
    state = applyIfItFits(state, fact, () => void findings.push({ kind: 'damaged', place: placeOf(segment, at), visit: fact.visit }));
    linesSince += 1;
    if (fact.type === 'visit.checked-in') {
      lastCheckIn = fact.seq;
      linesSince = 0;
    }
    if (fact.type === 'run.began') {
      // What an earlier run left without a fact was dropped when this one began.
      referred.clear();
      since = fact.seq;
    }
    for (const { id } of personRefsIn(fact.data)) referred.add(id);
  };
  return {
    take, findings,
    /** The state, knowing how many numbers behind the last check-in have no line that can be read. */
    end: (head: number): State => ({ ...state, unread: state.unread + head - lastCheckIn - linesSince }),
    isOrphan: ({ id, after }: { readonly id: string; readonly after: number }): boolean => after >= since && !referred.has(id),
  };
};

/**
 * May records without a fact be taken for never recorded? Only where nothing of the journal is damaged or gone: a fact that
 * cannot be read still has its record, and so has one behind a journal that was cut off.
 */
const isWhole = ({ findings, head }: JournalReading, people: People): boolean =>
  findings.every(({ kind }) => kind === 'torn') && people.writtenAfter() <= head.seq;

/** @param since the journal's last month: records of it, and of any later one, may have no fact */
const loadPeople = async (people: People, state: State, since: string, at: number): Promise<void> => {
  const wanted = new Map<string, Set<string>>();
  for (const { id, file } of personRefsIn(state)) {
    const month = file.slice(0, 7);
    wanted.set(month, (wanted.get(month) ?? new Set()).add(id));
  }
  await people.load(officeMonth(at, zoneOf(state)));
  for (const month of await people.months()) if (month >= since) await people.load(month);
  for (const [other, ids] of wanted) await people.load(other, ids);
};

/**
 * Opens a data folder and restores what was running, to the second. Reading begins behind the checkpoint, or at the first
 * line when the two do not belong together.
 * @param at the wall clock now
 * @throws NewerFormat
 */
export const restore = async (files: Files, folder: string, newId: NewId, at: number): Promise<Restored> => {
  await makeFolderDurably(files, folder);
  await sweepLeftovers(files, folder);
  const checkpoint = openCheckpoint(files, folder);
  const known = await checkpoint.read();
  const folding = makeFolding(known);
  const from = known?.point ?? null;
  const reading = await readFacts(files, join(folder, 'journal'), { from }, folding.take);
  let current = folding.end(reading.head.seq);

  // Ended by itself just where the journal ends: what the files hold was flushed. Else it may stand in memory only.
  const isTrusted = known?.isCleanEnd === true && reading.head.seq === known.point.seq;
  const people = await openPeople(files, join(folder, 'people'), newId, isTrusted);
  await loadPeople(people, current, reading.month, at);
  if (isWhole(reading, people)) await people.drop(folding.isOrphan);
  // Last, since it writes: a start that fails before is tried again and leaves nothing behind.
  const journal = await openJournal(files, join(folder, 'journal'), reading, isTrusted, () => zoneOf(current), at);

  return {
    state: current, journal, people, findings: [...reading.findings, ...folding.findings],
    follow: (state) => {
      current = state;
    },
    saveCheckpoint: async (isCleanEnd = false) => {
      const point = journal.head();
      // Only a state that stands exactly at the journal's head may be kept as such.
      if (current.seq === point.seq) await checkpoint.write({ state: current, point, isCleanEnd });
    },
  };
};
