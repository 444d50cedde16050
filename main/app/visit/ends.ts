import type { ArgsOf } from '../../../shared/contract/contract.ts';
import { clocksStopOn } from '../../../shared/settings/calendar.ts';
import type { Outcome } from '../../../shared/sop/definition.ts';
import { presentRun, type State, type Visit } from '../../../shared/state/state.ts';
import type { Moment } from '../../../shared/base/timeline.ts';
import { endEventOf, eventOf } from '../../../shared/sop/chart.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { parseDayNumber, parseVisitCode } from '../../../shared/base/visit-code.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decision, openVisit, type Core } from '../../engine/decision.ts';
import { chartOf } from '../../../shared/state/procedures.ts';
import { settingsOf } from '../../../shared/state/office.ts';
import { owesCause } from './steps.ts';

/** When the clocks of a visit stop that nobody ended on its day. */
const stopOf = (state: State, { day, checkedInAt }: Visit): number | null =>
  clocksStopOn(settingsOf(state), day, checkedInAt.at);

/** An end outside the arrows, by a named member of staff, with its reason. */
export function decideClose(
  core: Core,
  args: ArgsOf<'visit.close'>,
  state: State,
  now: Moment,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const step = chartOf(visit).decide(visit.place, endEventOf(args.outcome));
  if (step.kind !== 'ended') return refused('not-an-answer-here');
  if (owesCause(visit, now, args.cause)) return refused('cause-owed');
  const texts = checkTexts({ reason: { text: args.reason } });
  if (!texts.ok) return texts;
  const { keep, done } = decision(core, state, now.at);
  // No leaving time is invented for somebody who left unseen: the clocks stop at closing time at the latest.
  const clocksStoppedAt =
    args.outcome === 'left-unreported' ? Math.min(now.at, stopOf(state, visit) ?? now.at) : null;
  const ended: Fact = {
    type: 'visit.ended',
    visit: visit.code,
    data: { outcome: step.outcome, reason: keep(texts.value), cause: args.cause, clocksStoppedAt },
  };
  return done([ended], null);
}

export type ReportedOut = { readonly number: string; readonly outcome: Outcome };

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
export function reportedOutAgain(visit: Visit | null): ReportedOut {
  if (visit?.ended == null) throw new Error('A reporting out ended no visit');
  return { number: visit.number, outcome: visit.ended.outcome };
}

/**
 * Step 13 at the kiosk, by day number or visit code. It always succeeds at step 13, whatever the clock says; a visit that is
 * anywhere else goes to the desk, since the board shows numbers and nobody may end another's visit.
 */
export function decideReportOut(
  core: Core,
  key: string,
  state: State,
  now: Moment,
): Result<Decided<ReportedOut>> {
  const found = findByKey(state, key);
  if (!found.ok) return found;
  const visit = found.value;
  if (visit.ended !== null) return refused('visit-ended');
  const { step, attempt } = presentRun(visit);
  const { outcome } = visit.place;
  const moved = chartOf(visit).decide(visit.place, eventOf('done', false, null));
  if (moved.kind !== 'ended' || outcome === null) return refused('go-to-desk');
  const facts: readonly Fact[] = [
    {
      type: 'step.completed',
      visit: visit.code,
      data: { step, attempt, answer: 'done', cause: null, next: null, problem: null },
    },
    {
      type: 'visit.ended',
      visit: visit.code,
      data: { outcome, reason: null, cause: null, clocksStoppedAt: null },
    },
  ];
  return decision(core, state, now.at).done(facts, { number: visit.number, outcome });
}
