import { join } from 'node:path';
import type { RegisterRow } from '../../shared/contract.ts';
import type { EscalationId, VisitCode } from '../../shared/ids.ts';
import type { PersonRef, StampedFact } from '../../shared/procedure/facts.ts';
import { applyIfItFits } from '../../shared/procedure/fold.ts';
import { emptyState, type Escalation, type State, type Visit } from '../../shared/procedure/state.ts';
import type { Moment } from '../../shared/procedure/timeline.ts';
import { registerRowOf } from '../../shared/views/register-row.ts';
import type { Files } from '../ports.ts';
import { decodeFact } from '../storage/journal-format.ts';
import { visitIn } from '../storage/findings.ts';
import { readPeople } from '../storage/people-format.ts';
import { readJournal, readOutlines } from '../storage/read-journal.ts';
import { settingsOf, zoneOf } from '../../shared/procedure/office-of.ts';
import { readSummaries, type Summary } from './summaries.ts';

/** What the register is asked: the visits of a month (`YYYY-MM`). */
export type RegisterQuestion = { readonly month: string; readonly state: State; readonly now: Moment };

/** Folds each visit for itself, so that a state of many visits is not copied for every fact, and none is let go of. */
const makeGathering = () => {
  const visits = new Map<VisitCode, Visit>();
  const escalations = new Map<EscalationId, Escalation>();
  let around = emptyState;
  const take = (fact: StampedFact): void => {
    const known = fact.visit === null ? undefined : visits.get(fact.visit);
    const escalation = known?.escalation == null ? undefined : escalations.get(known.escalation);
    const before: State = { ...around, visits: known ? { [known.code]: known } : {}, escalations: escalation ? { [escalation.id]: escalation } : {}, commands: [] };
    around = applyIfItFits(before, fact, () => undefined);
    for (const visit of Object.values(around.visits)) visits.set(visit.code, visit);
    for (const each of Object.values(around.escalations)) escalations.set(each.id, each);
    for (const code of fact.type === 'erasure.decided' ? fact.data.visits : []) {
      const visit = visits.get(code);
      if (visit !== undefined) visits.set(code, { ...visit, erased: true });
    }
  };
  return { take, visits, escalations };
};

const monthsOf = (refs: readonly (PersonRef | null)[]): ReadonlySet<string> => new Set(refs.flatMap((ref) => (ref === null ? [] : [ref.file.slice(0, 7)])));

/** Picks the lines that tell of a month's visits, or of no visit. @param month `YYYY-MM` */
const makePicking = (month: string) => {
  const visits = new Set<string>();
  const day = `"day":"${month}-`;
  return {
    isWanted: ({ months, late }: Summary): boolean => months.includes(month) || late.some((visit) => visits.has(visit)),
    concerns: (bytes: Buffer): boolean => {
      const visit = visitIn(bytes);
      if (visit !== null && !visits.has(visit) && bytes.includes('"type":"visit.checked-in"') && bytes.includes(day)) visits.add(visit);
      return visit === null || visits.has(visit);
    },
  };
};

/**
 * Answers from the files of a data folder. Reads the chapters of the journal that tell of the month's visits, and no others:
 * ten years later it takes as long as on the day after. The program does it beside its main thread.
 * @param folder the data folder; nothing in it is changed but the summaries of chapters
 * @returns the month's visits, latest first, as they are on record up to the given state
 */
export const readRegister = async (files: Files, folder: string, { month, state, now }: RegisterQuestion): Promise<readonly RegisterRow[]> => {
  const { take, visits, escalations } = makeGathering();
  const picking = makePicking(month);
  const journal = join(folder, 'journal');
  const outlines = await readOutlines(files, journal);
  for (const { segments, summary } of await readSummaries(files, folder, outlines, month)) {
    if (!picking.isWanted(summary)) continue;
    await readJournal(files, journal, { outlines, only: new Set(segments) }, (line) => {
      const fact = line.seq <= state.seq && picking.concerns(line.bytes) ? decodeFact(line) : null;
      if (fact !== null) take(fact);
    });
  }
  // What is live is told by the state itself: it may know of an escalation older than the month's facts.
  const wanted = [...visits.values()].filter(({ day }) => day.startsWith(month)).map((visit) => state.visits[visit.code] ?? visit);
  const refs = [...wanted.flatMap(({ guestBook, userId }) => [guestBook, userId]), ...Object.values(state.staff).map(({ person }) => person)];
  const personOf = await readPeople(files, join(folder, 'people'), monthsOf(refs));
  return wanted
    .sort((a, b) => b.ordinal - a.ordinal)
    .map((visit) => {
      const escalation = visit.escalation === null ? null : (state.escalations[visit.escalation] ?? escalations.get(visit.escalation) ?? null);
      return registerRowOf(visit, escalation, now, state.staff, settingsOf(state), zoneOf(state), personOf);
    });
};
