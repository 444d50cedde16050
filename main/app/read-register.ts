import { join } from 'node:path';
import type { RegisterRow } from '../../shared/contract.ts';
import type { EscalationId, VisitCode } from '../../shared/ids.ts';
import type { PersonRef, StampedFact } from '../../shared/procedure/facts.ts';
import { applyIfItFits } from '../../shared/procedure/fold.ts';
import { emptyState, type Escalation, type State, type Visit } from '../../shared/procedure/state.ts';
import type { Moment } from '../../shared/procedure/timeline.ts';
import { registerRowOf } from '../../shared/views/register-row.ts';
import type { Files } from '../ports.ts';
import { readPeople } from '../storage/people-format.ts';
import { readFacts } from '../storage/read-journal.ts';
import { settingsOf, zoneOf } from './core.ts';

/** What the register is asked: the visits of a month (`YYYY-MM`). */
export type RegisterQuestion = { readonly month: string; readonly state: State; readonly now: Moment };

type Gathered = { readonly visits: ReadonlyMap<VisitCode, Visit>; readonly escalations: ReadonlyMap<EscalationId, Escalation> };

/** Folds facts and keeps every visit as it last was, also those that the state lets go of. */
const makeGathering = () => {
  const visits = new Map<VisitCode, Visit>();
  const escalations = new Map<EscalationId, Escalation>();
  let state = emptyState;
  const take = (fact: StampedFact): void => {
    state = applyIfItFits(state, fact, () => undefined);
    for (const code of fact.type === 'erasure.decided' ? fact.data.visits : []) {
      const visit = visits.get(code);
      if (visit !== undefined) visits.set(code, { ...visit, erased: true });
    }
    const visit = fact.visit === null ? undefined : state.visits[fact.visit];
    if (visit === undefined) return;
    visits.set(visit.code, visit);
    const escalation = visit.escalation === null ? undefined : state.escalations[visit.escalation];
    if (escalation !== undefined) escalations.set(escalation.id, escalation);
  };
  return { take, gathered: (): Gathered => ({ visits, escalations }) };
};

const monthsOf = (refs: readonly (PersonRef | null)[]): ReadonlySet<string> => new Set(refs.flatMap((ref) => (ref === null ? [] : [ref.file.slice(0, 7)])));

/**
 * Answers from the files of a data folder, without changing anything in it. Reading a busy month takes half a second: the
 * program does it beside its main thread.
 * @param folder the data folder
 * @returns the month's visits, latest first, as they are on record up to the given state
 */
export const readRegister = async (files: Files, folder: string, { month, state, now }: RegisterQuestion): Promise<readonly RegisterRow[]> => {
  const gathering = makeGathering();
  await readFacts(files, join(folder, 'journal'), { since: month }, (fact) => {
    if (fact.seq <= state.seq) gathering.take(fact);
  });
  const { visits, escalations } = gathering.gathered();
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
