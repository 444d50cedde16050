import type { RegisterRow } from '../../shared/contract.ts';
import type { EscalationId, VisitCode } from '../../shared/ids.ts';
import { emptyState, type Escalation, type Visit } from '../../shared/procedure/state.ts';
import { apply } from '../../shared/procedure/fold.ts';
import type { StampedFact } from '../../shared/procedure/facts.ts';
import { words } from '../../shared/text/words.ts';
import { registerText } from '../../shared/text/register.ts';
import type { Language } from '../../shared/procedure/words.ts';
import { csvOf } from '../../shared/csv.ts';
import { registerRowOf } from '../../shared/views/register-row.ts';
import type { Journal } from '../ports.ts';
import { settingsOf, zoneOf, type Core } from './core.ts';

type Gathered = { readonly visits: ReadonlyMap<VisitCode, Visit>; readonly escalations: ReadonlyMap<EscalationId, Escalation> };

/** Folds facts and keeps every visit as it last was, also those that the state lets go of. */
const gather = (facts: readonly StampedFact[]): Gathered => {
  const visits = new Map<VisitCode, Visit>();
  const escalations = new Map<EscalationId, Escalation>();
  let state = emptyState;
  for (const fact of facts) {
    state = apply(state, fact);
    const visit = fact.visit === null ? undefined : state.visits[fact.visit];
    if (visit === undefined) continue;
    visits.set(visit.code, visit);
    const escalation = visit.escalation === null ? undefined : state.escalations[visit.escalation];
    if (escalation !== undefined) escalations.set(escalation.id, escalation);
  }
  return { visits, escalations };
};

export type Register = {
  /** The visits of a month (`YYYY-MM`), latest first. */
  readonly month: (month: string) => Promise<readonly RegisterRow[]>;
  readonly has: (code: VisitCode) => Promise<boolean>;
};

/** The register: every visit that was ever checked in, read from the journal when asked for. */
export const makeRegister = (core: Core, journal: Journal): Register => {
  const { recorder, people } = core;
  let last: { readonly month: string; readonly seq: number; readonly rows: readonly RegisterRow[] } | null = null;

  const month = async (wanted: string): Promise<readonly RegisterRow[]> => {
    const state = recorder.state();
    if (last?.month === wanted && last.seq === state.seq) return last.rows;
    await people.load(wanted);
    const facts = (await journal.readFrom(wanted)).filter(({ seq }) => seq <= state.seq);
    const { visits, escalations } = gather(facts);
    const rows = [...visits.values()]
      .filter(({ day }) => day.startsWith(wanted))
      .sort((a, b) => b.ordinal - a.ordinal)
      .map((visit) => {
        // What is live is told by the state itself: its escalation may be older than the month's facts.
        const now = state.visits[visit.code] ?? visit;
        const escalation = now.escalation === null ? null : (state.escalations[now.escalation] ?? escalations.get(now.escalation) ?? null);
        return registerRowOf(now, escalation, recorder.now(), state.staff, settingsOf(state), zoneOf(state), people.get);
      });
    last = { month: wanted, seq: state.seq, rows };
    return rows;
  };

  return {
    month,
    has: async (code) => recorder.state().visits[code] !== undefined || gather(await journal.readFrom('0000-00')).visits.has(code),
  };
};

/** A register as CSV that spreadsheets open without running anything in it. */
export const registerCsv = (rows: readonly RegisterRow[], language: Language): string => {
  const { columns } = registerText[language];
  const lists = words[language];
  const cells = (row: RegisterRow) => [
    row.number, row.code, row.date, row.arrived, row.left, row.minutesInRoom, row.name, row.company, row.phone, row.email, row.userId,
    lists.purposes[row.purpose], row.purposeNote, row.tenderCode, row.tenderName, row.deadline, row.path,
    row.outcome === null ? null : lists.outcomes[row.outcome], row.deviations, row.trainer, row.workstation, row.linkedTo,
  ];
  return csvOf([[...columns], ...[...rows].reverse().map(cells)]);
};
