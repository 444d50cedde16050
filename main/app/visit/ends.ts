import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import { clocksStopOn } from '../../../shared/settings/calendar.ts';
import { outcomeOf, type Bilingual, type Outcome } from '../../../shared/sop/definition.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import { endEventOf } from '../../../shared/sop/chart.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { parseDayNumber, parseVisitCode } from '../../../shared/base/visit-code.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decided, openVisit, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';
import { broughtBy, standingOf } from '../../../shared/state/place-of.ts';
import { chartRefusal } from '../../engine/chart-refusal.ts';
import { settingsOf } from '../../../shared/state/office.ts';
import { consequencesOf } from './consequences.ts';

/** When the clocks of a visit stop that nobody ended on its day. */
const stopOf = (state: State, { day, checkedInAt }: Visit): number | null =>
  clocksStopOn(settingsOf(state), day, checkedInAt.at);

/** An end outside the arrows, by a named member of staff, with its reason. */
export function decideClose(
  args: ArgsOf<'visit.close'>,
  { state, now, keep }: Context,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const { chart, service } = standingOf(state, visit);
  const said = chart.decide(service, endEventOf(args.outcome, broughtBy(visit, now, args.cause)));
  if (said.kind !== 'ended') return chartRefusal(said);
  const texts = checkTexts({ reason: { text: args.reason } });
  if (!texts.ok) return texts;
  // No leaving time is invented for somebody who left unseen: the clocks stop at closing time at the latest.
  const clocksStoppedAt =
    args.outcome === 'left-unreported' ? Math.min(now.at, stopOf(state, visit) ?? now.at) : null;
  const ended: Fact = {
    type: 'visit.ended',
    visit: visit.code,
    data: {
      outcome: said.outcome,
      reason: keep('reason', texts.value),
      cause: args.cause,
      clocksStoppedAt,
    },
  };
  return decided([ended]);
}

export type ReportedOut = {
  readonly number: string;
  readonly outcome: Outcome;
  /** What becomes of the matter, in the words of its document. */
  readonly told: Bilingual;
};

const toldOf = (state: State, visit: Visit, outcome: Outcome): Bilingual => {
  const { procedure } = standingOf(state, visit);
  const known = outcomeOf(procedure, outcome);
  if (known === undefined) throw new Error(`${procedure.document.no} has no outcome ${outcome}`);
  return known.told;
};

const findByKey = (state: State, key: string): Result<Visit> => {
  const code = parseVisitCode(key);
  const number = parseDayNumber(key);
  const ofToday = Object.values(state.visits).filter(({ day }) => day === state.day.date);
  const visit =
    (code === null ? undefined : state.visits[code]) ??
    ofToday.find((candidate) => candidate.number === number);
  return visit === undefined
    ? refused('number-unknown', { number: key.trim().slice(0, 20) })
    : accepted(visit);
};

/** The first answer again, for a reporting out that is sent a second time. */
export function reportedOutAgain(
  visit: Visit | null,
  { state }: Pick<Context, 'state'>,
): ReportedOut {
  if (visit?.ended == null) throw new Error('A reporting out ended no visit');
  const { outcome } = visit.ended;
  return { number: visit.number, outcome, told: toldOf(state, visit, outcome) };
}

/**
 * Reporting out at the kiosk, by day number or visit code. There it always succeeds, whatever the clock says; a visit that is
 * anywhere else goes to the desk, since the board shows numbers and nobody may end another's visit.
 */
export function decideReportOut(
  { key }: ArgsOf<'visit.report-out'>,
  { state }: Context,
): Result<Decided<ReportedOut>> {
  const found = findByKey(state, key);
  if (!found.ok) return found;
  const visit = found.value;
  if (visit.ended !== null) return refused('visit-ended');
  const { chart, service, run } = standingOf(state, visit);
  const said = chart.decide(service, { type: 'step.done' });
  if (said.kind !== 'ended') return refused('go-to-desk');
  const { step, attempt } = run;
  const completed: Fact = {
    type: 'step.completed',
    visit: visit.code,
    data: {
      service: visit.active,
      step,
      attempt,
      answer: 'done',
      cause: null,
      next: null,
      problem: null,
      receipt: null,
    },
  };
  return decided([completed, ...consequencesOf(visit, state, step, null)], {
    number: visit.number,
    outcome: said.outcome,
    told: toldOf(state, visit, said.outcome),
  });
}

export const endCommands = {
  'visit.report-out': { decide: decideReportOut, tells: 'step.completed', again: reportedOutAgain },
  'visit.close': { decide: decideClose, tells: 'visit.ended' },
} as const satisfies Partial<Commands<MessageOf<'visit'>>>;
