import { join } from 'node:path';
import type { BranchId, JournalId, JournalIdentity } from '../../shared/base/ids.ts';
import { applyIfItFits } from '../../shared/state/fold.ts';
import { personRefsIn, type FactOf } from '../../shared/facts/facts.ts';
import { monthNowOf } from '../../shared/state/office-clock.ts';
import { emptyState, type State } from '../../shared/state/state.ts';
import type { Files, NewId, People } from '../ports.ts';
import { checkpointPath, openCheckpoint, type Checkpoint } from '../storage/store/checkpoint.ts';
import { checkLayout } from '../storage/files/check-layout.ts';
import { makeFolderDurably, sweepLeftovers } from '../storage/files/durable-write.ts';
import { openJournal, type OpenedJournal } from '../storage/journal/journal.ts';
import { isDamage, placeOf, type Finding } from '../storage/journal/findings.ts';
import { identityIn } from '../storage/journal/identity.ts';
import { isVoid } from '../storage/journal/outlines.ts';
import {
  isForkedBefore,
  readFacts,
  readOutlines,
  type TakeFact,
} from '../storage/journal/read-journal.ts';
import { openPeople } from '../storage/people/people.ts';
import { monthOf, reachOfLatest } from '../storage/people/people-format.ts';
import { makeUnread } from '../storage/journal/unread.ts';
import { dueBeside, placeOfEnd, readWitness, type Witness } from '../storage/store/witness.ts';
import { zoneOf } from '../../shared/state/office.ts';

export type Restored = {
  readonly state: State;
  readonly journal: OpenedJournal;
  readonly people: People;
  readonly findings: readonly Finding[];
  /** What others on this machine may read, and that is not ours to mend; names below the data folder. */
  readonly exposed: readonly string[];
  /** What the fact says that tells of a loss at the journal's end, where there is one (`state.unread`). */
  readonly loss: Pick<FactOf<'damage.found'>['data'], 'kinds' | 'places'>;
  /** Tells what is durable now. */
  readonly follow: (state: State) => void;
  /** @param isCleanEnd nothing is written any more, and nothing failed to be flushed */
  readonly saveCheckpoint: (isCleanEnd?: boolean) => Promise<void>;
  /** The checkpoint is found to be wrong: it is taken away, and none is written by this run. */
  readonly forgetCheckpoint: () => Promise<void>;
};

/** Folds the lines behind a checkpoint, one by one, and notes what is needed of them besides. */
const makeFolding = (known: Checkpoint | null, witness: Witness) => {
  const findings: Finding[] = [];
  const referred = new Set<string>();
  let state = known?.state ?? emptyState;
  let since = known?.point.seq ?? 0;
  const unread = makeUnread(since);
  const take: TakeFact = (fact, { at, hash }, segment) => {
    const place = placeOf(segment, at);
    let isFit = true;
    state = applyIfItFits(state, fact, () => {
      isFit = false;
      findings.push({ kind: 'damaged', place, visit: fact.visit });
    });
    if (fact.seq === witness.checkpoint?.seq && hash !== witness.checkpoint.hash)
      findings.push({ kind: 'forked', place, visit: null });
    if (isFit) unread.take(fact);
    if (fact.type === 'run.began') {
      // What an earlier run left without a fact was dropped when this one began.
      referred.clear();
      since = fact.seq;
    }
    for (const { id } of personRefsIn(fact.data)) referred.add(id);
  };
  const unreadUpTo = (reached: number): number => state.unread + unread.upTo(reached);
  /** Visitors whom a second program gave numbers that the facts do not know of. */
  const forkedVisits = (forkedOrdinal: number): number =>
    forkedOrdinal - state.lastOrdinal - state.passedOver.count;
  return {
    take,
    findings,
    /** The last visit, with those that may stand in lines that cannot be read. @param reached the last number used up */
    lastOrdinal: (reached: number): number =>
      state.lastOrdinal + state.passedOver.count + unreadUpTo(reached),
    /** The state, with the numbers that have no line behind them. The journal says which number comes next. */
    end: (reached: number, forkedOrdinal: number): State => ({
      ...state,
      seq: reached,
      unread: Math.max(unreadUpTo(reached), forkedVisits(forkedOrdinal)),
    }),
    isOrphan: ({ id, after }: { readonly id: string; readonly after: number }): boolean =>
      after >= since && !referred.has(id),
  };
};

/** @param since the journal's last month: records of it, and of any later one, may have no fact */
const loadPeople = async (
  people: People,
  state: State,
  since: string,
  month: string,
): Promise<void> => {
  const wanted = new Map<string, Set<string>>();
  for (const { id, file } of personRefsIn(state)) {
    const own = monthOf(file);
    wanted.set(own, (wanted.get(own) ?? new Set()).add(id));
  }
  await people.load(month);
  for (const each of await people.months()) if (each >= since) await people.load(each);
  for (const [other, ids] of wanted) await people.load(other, ids);
};

const kindsOf = (findings: readonly Finding[]): Restored['loss']['kinds'] => [
  ...new Set(findings.flatMap(({ kind }) => (kind === 'torn' || kind === 'foreign' ? [] : [kind]))),
];

/**
 * The journal's own name: as its facts tell it; else, where they do not yet or no more, as its headers bear it.
 * @returns null when neither does
 */
const nameOf = async (
  files: Files,
  folder: string,
  { journal }: State,
): Promise<JournalIdentity | null> =>
  journal ?? identityIn(await readOutlines(files, join(folder, 'journal')));

/**
 * Opens a data folder and restores what was running, to the second. Reading begins behind the checkpoint, or at the first
 * line when the two do not belong together. Where the folder knows of lines that are gone, their numbers stay used up.
 * @param at the wall clock now
 * @param isRestored the folder was laid out from a backup just now: its journal goes on in a branch of its own
 * @throws NewerFormat, OddFile
 */
export async function restore(
  files: Files,
  folder: string,
  newId: NewId,
  at: number,
  isRestored = false,
): Promise<Restored> {
  await makeFolderDurably(files, folder);
  const exposed = await checkLayout(files, folder, true);
  await sweepLeftovers(files, folder);
  const checkpoint = openCheckpoint(files, folder);
  const witness = await readWitness(files, folder);
  const kept = await checkpoint.read();
  const outlines = await readOutlines(files, join(folder, 'journal'), {
    from: kept?.point ?? null,
  });
  // A second program wrote too: what the checkpoint was folded from counts no more, or does not know of the other.
  const isForked =
    kept !== null &&
    (isVoid(outlines, kept.point) ||
      (outlines[0] !== undefined &&
        (await isForkedBefore(files, join(folder, 'journal'), outlines[0]))));
  const known = isForked ? null : kept;
  const folding = makeFolding(known, witness);
  // What people's records were written after was flushed before them. Behind an end that was clean there is nothing to doubt.
  const reached =
    known?.isCleanEnd === true ? 0 : (await reachOfLatest(files, join(folder, 'people'))).after;
  const range = {
    from: known?.point ?? null,
    durable: Math.max(reached, witness.checkpoint?.seq ?? 0),
    ...(isForked ? {} : { outlines }),
  };
  const reading = await readFacts(files, join(folder, 'journal'), range, folding.take);
  const { forkedOrdinal } = reading;
  const read = folding.end(reading.due - 1, forkedOrdinal);

  // Ended by itself just where the journal ends: what the files hold was flushed. Else it may stand in memory only.
  const isTrusted = known?.isCleanEnd === true && reading.due - 1 === known.point.seq;
  const people = await openPeople(files, join(folder, 'people'), newId, isTrusted);
  const month = monthNowOf(read.clock, read.day.date, at, zoneOf(read));
  await loadPeople(people, read, reading.month, month);
  const name = await nameOf(files, folder, read);
  const due = dueBeside(witness, {
    due: reading.due,
    lastOrdinal: folding.lastOrdinal(reading.due - 1),
    key: name?.id ?? null,
    people: people.reach(),
  });
  let current = folding.end(due - 1, forkedOrdinal);
  const cutOff: readonly Finding[] =
    due > reading.due
      ? [{ kind: 'cut-off', place: placeOfEnd(reading.end, witness), visit: null }]
      : [];
  const findings = [...reading.findings, ...folding.findings, ...cutOff];
  // A fact that cannot be read still has its record, and so has one behind a journal that was cut off.
  if (!findings.some(isDamage)) await people.drop(folding.isOrphan);
  // Last, since it writes: a start that fails before is tried again and leaves nothing behind.
  const journal = await openJournal(files, join(folder, 'journal'), {
    reading,
    due,
    month,
    isTrusted,
    isRestored,
    identity: {
      id: name?.id ?? (newId() as JournalId),
      branch: name !== null && !isRestored ? name.branch : (newId() as BranchId),
    },
    lastSegment: Math.max(reading.lastSegment, witness.checkpoint?.segment ?? 0),
  });
  let isForgotten = false;

  return {
    state: current,
    journal,
    people,
    findings,
    exposed,
    loss: {
      kinds: kindsOf(findings),
      places: findings
        .filter(isDamage)
        .slice(0, 3)
        .map(({ place }) => place),
    },
    follow: (state) => {
      current = state;
    },
    saveCheckpoint: async (isCleanEnd = false) => {
      const point = journal.head();
      // Only a state that stands exactly at the journal's head may be kept as such.
      if (!isForgotten && current.seq === point.seq)
        await checkpoint.write({ state: current, point, isCleanEnd });
    },
    forgetCheckpoint: async () => {
      isForgotten = true;
      await files.remove(checkpointPath(folder));
    },
  };
}
