import { join } from 'node:path';
import { z } from 'zod';
import { applyIfItFits, foldVersion } from '../../shared/procedure/fold.ts';
import { personRefSchema, type PersonRef, type StampedFact } from '../../shared/procedure/facts.ts';
import { emptyState, type State } from '../../shared/procedure/state.ts';
import { officeMonth } from '../../shared/office-time.ts';
import type { Files, NewId, People } from '../ports.ts';
import { segmentName } from '../storage/journal-format.ts';
import { openJournal, type OpenedJournal } from '../storage/journal.ts';
import { openJsonStore } from '../storage/json-store.ts';
import { openPeople } from '../storage/people.ts';
import { sha256 } from '../storage/hashed-line.ts';
import type { Finding, ReadingPoint } from '../storage/judge-journal.ts';
import { zoneOf } from './core.ts';

/** The folded state as of a line of the journal: a cache that saves reading what lies before. */
const checkpointSchema = z.strictObject({
  foldVersion: z.int(),
  point: z.strictObject({ seq: z.int(), hash: z.string(), segment: z.int(), offset: z.int() }),
  /** SHA-256 of the state's JSON: a checkpoint with a changed bit is none. */
  sha256: z.string(),
  state: z.looseObject({ seq: z.int() }),
});
type Checkpoint = z.infer<typeof checkpointSchema>;

export type Restored = {
  readonly state: State;
  readonly journal: OpenedJournal;
  readonly people: People;
  readonly findings: readonly Finding[];
  /** Tells what is durable now. */
  readonly follow: (state: State) => void;
  readonly saveCheckpoint: () => Promise<void>;
};

const usable = (checkpoint: Checkpoint | null): { readonly state: State; readonly point: ReadingPoint } | null => {
  if (checkpoint === null || checkpoint.foldVersion !== foldVersion) return null;
  if (sha256(JSON.stringify(checkpoint.state)) !== checkpoint.sha256) return null;
  return { state: checkpoint.state as unknown as State, point: checkpoint.point };
};

/** How many sequence numbers behind the last check-in read have no fact: lines that could not be read. */
const unreadBehind = (facts: readonly StampedFact[], from: number, head: number): number => {
  const last = facts.reduce((seq, fact) => (fact.type === 'visit.checked-in' ? fact.seq : seq), from);
  return head - last - facts.filter(({ seq }) => seq > last).length;
};

/** Every record that a fact refers to, wherever in its data. */
const refsIn = ({ data }: StampedFact): readonly PersonRef[] =>
  Object.values(data).flatMap((value: unknown): readonly PersonRef[] => {
    const direct = personRefSchema.safeParse(value);
    if (direct.success) return [direct.data];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap((inner) => personRefSchema.safeParse(inner).data ?? []) : [];
  });

/**
 * May records without a fact be taken for never recorded? Only where nothing of the journal is damaged or gone: a fact that
 * cannot be read still has its record, and so has one behind a journal that was cut off.
 */
const isWhole = (journal: OpenedJournal, people: People): boolean =>
  journal.findings.every(({ kind }) => kind === 'torn') && people.writtenAfter() <= journal.head().seq;

/** Every month in which something stands that the live state refers to. */
const monthsOf = (state: State): ReadonlySet<string> => {
  const months = new Set<string>();
  const note = (ref: PersonRef | null): void => {
    if (ref !== null) months.add(ref.file.slice(0, 7));
  };
  for (const { person } of Object.values(state.staff)) note(person);
  for (const visit of Object.values(state.visits)) {
    note(visit.guestBook);
    note(visit.userId);
    note(visit.ended?.reason ?? null);
    for (const { text } of [...visit.notes, ...visit.problems]) note(text);
    for (const { note: ref, returnedBecause } of Object.values(visit.accountability)) [ref, returnedBecause].forEach(note);
  }
  for (const { confirmed, answered, contacted, reason } of Object.values(state.escalations)) {
    [confirmed?.note ?? null, answered?.text ?? null, contacted?.note ?? null, reason].forEach(note);
  }
  return months;
};

/** Does a line with this hash end at this byte of this segment? */
const endsAt = async (files: Files, folder: string, { segment, offset, hash }: ReadingPoint): Promise<boolean> => {
  const from = offset - hash.length - 3;
  if (from < 0) return false;
  const bytes = await files.read(join(folder, segmentName(segment)), from);
  return bytes !== null && bytes.toString('latin1', 0, hash.length + 3) === `${hash}"}\n`;
};

/**
 * Opens a data folder and restores what was running, to the second. Reading begins behind the checkpoint, or at the first
 * line when the two do not belong together.
 * @param at the wall clock now
 */
export const restore = async (files: Files, folder: string, newId: NewId, at: number): Promise<Restored> => {
  await files.makeFolder(folder);
  const store = openJsonStore(files, join(folder, 'checkpoint.json'), checkpointSchema);
  const path = join(folder, 'journal');
  const checkpoint = usable(await store.read());
  const known = checkpoint !== null && (await endsAt(files, path, checkpoint.point)) ? checkpoint : null;

  let current: State = known?.state ?? emptyState;
  const journal = await openJournal(files, path, () => zoneOf(current), known?.point ?? null, at);
  const findings = [...journal.findings];
  for (const fact of journal.facts) {
    current = applyIfItFits(current, fact, () => void findings.push({ kind: 'damaged', place: `seq ${fact.seq}`, visit: fact.visit }));
  }

  current = { ...current, unread: current.unread + unreadBehind(journal.facts, known?.point.seq ?? 0, journal.head().seq) };

  const people = await openPeople(files, join(folder, 'people'), newId);
  for (const month of new Set([...monthsOf(current), officeMonth(at, zoneOf(current))])) await people.load(month);
  const since = known?.point.seq ?? 0;
  if (isWhole(journal, people)) {
    const referred = new Set(journal.facts.flatMap(refsIn).map(({ id }): string => id));
    await people.drop(({ id, after }) => after >= since && !referred.has(id));
  }

  return {
    state: current, journal, people, findings,
    follow: (state) => {
      current = state;
    },
    saveCheckpoint: async () => {
      const point = journal.head();
      // Only a state that stands exactly at the journal's head may be kept as such.
      if (current.seq !== point.seq) return;
      const json = JSON.stringify(current);
      await store.write({ foldVersion, point, sha256: sha256(json), state: JSON.parse(json) as Checkpoint['state'] });
    },
  };
};
