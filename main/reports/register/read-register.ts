import { join } from 'node:path';
import type { RegisterRow } from '../../../shared/contract/reports.ts';
import type { EscalationId, VisitCode } from '../../../shared/base/ids.ts';
import type { PersonRef, StampedFact } from '../../../shared/facts/facts.ts';
import { withOwnDay } from '../../../shared/state/day.ts';
import { applyIfItFits } from '../../../shared/state/fold.ts';
import {
  emptyState,
  type Escalation,
  type State,
  type Visit,
} from '../../../shared/state/state.ts';
import type { Moment } from '../../../shared/base/timeline.ts';
import { registerRowOf } from '../../../shared/views/register-row.ts';
import type { Files } from '../../ports.ts';
import { decodeFact } from '../../storage/journal/journal-format.ts';
import { visitIn } from '../../storage/journal/findings.ts';
import { readPeople } from '../../storage/people/people-format.ts';
import { readJournal, readOutlines } from '../../storage/journal/read-journal.ts';
import { settingsWhen } from '../../../shared/state/settings.ts';
import { settingsOf, zoneOf } from '../../../shared/state/office.ts';
import { readSummaries, type Summary } from '../../storage/store/summaries.ts';

/** What the register is asked: the visits of a month (`YYYY-MM`). */
export type RegisterQuestion = {
  readonly month: string;
  readonly state: State;
  readonly now: Moment;
};

/** Folds each visit for itself, so that a state of many visits is not copied for every fact, and none is let go of. */
const makeGathering = (procedures: State['procedures']) => {
  const visits = new Map<VisitCode, Visit>();
  const escalations = new Map<EscalationId, Escalation>();
  let around: State = { ...emptyState, procedures };
  const take = (fact: StampedFact): void => {
    const known = fact.visit === null ? undefined : visits.get(fact.visit);
    const escalation = known?.escalation == null ? undefined : escalations.get(known.escalation);
    const before: State = {
      ...around,
      visits: known ? { [known.code]: known } : {},
      escalations: escalation ? { [escalation.id]: escalation } : {},
      commands: [],
    };
    around = applyIfItFits(before, fact, () => undefined);
    for (const visit of Object.values(around.visits)) visits.set(visit.code, visit);
    for (const each of Object.values(around.escalations)) escalations.set(each.id, each);
    if (fact.type !== 'erasure.decided' && fact.type !== 'clock.answered') return;
    for (const code of fact.data.visits) {
      const visit = visits.get(code);
      if (visit !== undefined)
        visits.set(
          code,
          fact.type === 'erasure.decided'
            ? { ...visit, erased: true }
            : withOwnDay(visit, fact, zoneOf(around)),
        );
    }
  };
  return { take, visits, escalations };
};

const monthsOf = (refs: readonly (PersonRef | null)[]): ReadonlySet<string> =>
  new Set(refs.flatMap((ref) => (ref === null ? [] : [ref.file.slice(0, 7)])));

/** Picks the lines that tell of visits recorded in some months, or of no visit. @param wanted `YYYY-MM` each */
const makePicking = (wanted: readonly string[]) => {
  const visits = new Set<string>();
  const days = wanted.map((month) => `"day":"${month}-`);
  return {
    isWanted: ({ months, late }: Summary): boolean =>
      wanted.some((month) => months.includes(month)) || late.some((visit) => visits.has(visit)),
    concerns: (bytes: Buffer): boolean => {
      const visit = visitIn(bytes);
      if (
        visit !== null &&
        !visits.has(visit) &&
        bytes.includes('"type":"visit.checked-in"') &&
        days.some((day) => bytes.includes(day))
      )
        visits.add(visit);
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
export async function readRegister(
  files: Files,
  folder: string,
  { month, state, now }: RegisterQuestion,
): Promise<readonly RegisterRow[]> {
  const { take, visits, escalations } = makeGathering(state.procedures);
  const journal = join(folder, 'journal');
  const outlines = await readOutlines(files, journal);
  // Visits of this month may have been recorded in an earlier one, while the clock was in doubt.
  const later = await readSummaries(files, folder, outlines, month);
  const before = later
    .flatMap(({ summary }) => summary.moved)
    .filter(({ to }) => to === null || to === month)
    .map(({ from }) => from);
  const months = [...new Set([month, ...before])].sort();
  const [earliest = month] = months;
  const picking = makePicking(months);
  for (const { segments, summary } of earliest < month
    ? await readSummaries(files, folder, outlines, earliest)
    : later) {
    if (!picking.isWanted(summary)) continue;
    await readJournal(files, journal, { outlines, only: new Set(segments) }, (line) => {
      const fact = line.seq <= state.seq && picking.concerns(line.bytes) ? decodeFact(line) : null;
      if (fact !== null) take(fact);
    });
  }
  // What is live is told by the state itself: it may know of an escalation older than the month's facts.
  const wanted = [...visits.values()]
    .filter(({ day }) => day.startsWith(month))
    .map((visit) => state.visits[visit.code] ?? visit);
  const refs = [
    ...wanted.flatMap(({ guestBook, userId }) => [guestBook, userId]),
    ...Object.values(state.staff).map(({ person }) => person),
  ];
  const personOf = await readPeople(files, join(folder, 'people'), monthsOf(refs));
  return wanted
    .sort((a, b) => b.ordinal - a.ordinal)
    .map((visit) => {
      const escalation =
        visit.escalation === null
          ? null
          : (state.escalations[visit.escalation] ?? escalations.get(visit.escalation) ?? null);
      return registerRowOf(
        visit,
        escalation,
        now,
        state.staff,
        state.procedures,
        settingsWhen(state, settingsOf(state), visit.checkedInAt.at),
        personOf,
      );
    });
}
