import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { EscalationId } from '../../../shared/base/ids.ts';
import { isOverNorm } from '../../../shared/state/deviations.ts';
import { escalationIsOpen } from '../../../shared/sop/follow-up.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import type { Place } from '../../../shared/sop/definition.ts';
import { mayClose } from '../../../shared/contract/permissions.ts';
import { procedureOf } from '../../../shared/state/procedures.ts';
import { rowOf, type StepId } from '../../../shared/sop/definition.ts';
import { presentRun, type State, type Visit } from '../../../shared/state/state.ts';
import type { Moment } from '../../../shared/base/timeline.ts';
import { eventOf, type VisitChart } from '../../../shared/sop/chart.ts';
import type { Cause } from '../../../shared/base/closed-lists.ts';
import { isTrainerOnly } from '../../../shared/base/roles.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import type { Actor } from '../../../shared/facts/facts.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decision, openVisit, type Core } from '../../engine/decision.ts';
import { chartOf } from '../../../shared/state/procedures.ts';

type AnswerArgs = ArgsOf<'visit.answer'>;

const isLast = (visit: Visit): boolean =>
  rowOf(procedureOf(visit.revision), visit.place.step).arrows.some(({ to }) => to === 'end');

/**
 * Does closing the present step want a cause first? Reporting out always succeeds: the desk owes its deviation (SOP, step
 * 13). A cause chosen before an undo still holds.
 */
export function owesCause(visit: Visit, now: Moment, cause: Cause | null): boolean {
  const run = presentRun(visit);
  return !isLast(visit) && cause === null && run.cause === null && isOverNorm(visit, run, now);
}

/** What a step wants besides its answer. */
const stepDemands = (visit: Visit, state: State, actor: Actor, args: AnswerArgs): Result<null> => {
  const member = actor.kind === 'staff' ? state.staff[actor.id] : undefined;
  switch (args.step) {
    case 'ask-training':
      return presentRun(visit).startedAt === null ? refused('not-this-step') : accepted(null);
    case 'call-provider':
      if (visit.trainer === null || presentRun(visit).startedAt === null)
        return refused('trainer-not-called');
      // A trainer accepts for nobody else; the desk may record an acceptance that was spoken.
      return member !== undefined && isTrainerOnly(member.functions) && member.id !== visit.trainer
        ? refused('not-the-called-trainer')
        : accepted(null);
    case 'handle-problem':
      return args.problem === null ? refused('problem-owed') : accepted(null);
    case 'escalate': {
      const escalation =
        visit.escalation === null ? undefined : state.escalations[visit.escalation];
      return escalation === undefined || escalation.stage === 'drafted'
        ? refused('escalation-not-sent')
        : accepted(null);
    }
    case 'upload-bid':
      return args.answer === 'yes' && !args.companyConfirmed
        ? refused('company-unconfirmed')
        : accepted(null);
    default:
      return accepted(null);
  }
};

/** What moving on brings with it: a draft for step 10, the end after step 13. */
const consequences = (visit: Visit, state: State, next: Place | null): readonly Fact[] => {
  if (next === null) {
    const { outcome } = visit.place;
    if (outcome === null) throw new Error(`Visit ${visit.code} ends without an outcome`);
    return [
      {
        type: 'visit.ended',
        visit: visit.code,
        data: { outcome, reason: null, cause: null, clocksStoppedAt: null },
      },
    ];
  }
  const known = visit.escalation === null ? undefined : state.escalations[visit.escalation];
  if (next.step !== 'escalate' || (known !== undefined && escalationIsOpen(known.stage))) return [];
  const escalation = `E-${String(state.lastEscalation + 1).padStart(4, '0')}` as EscalationId;
  return [{ type: 'escalation.drafted', visit: visit.code, data: { escalation } }];
};

const problemTexts = ({ problem }: AnswerArgs) =>
  problem === null
    ? accepted(null)
    : checkTexts({
        description: { text: problem.description },
        unitAsked: { text: problem.unitAsked, optional: true, limit: 200 },
        remedy: { text: problem.remedy },
      });

const move = (
  chart: VisitChart,
  visit: Visit,
  now: Moment,
  { answer, cause }: AnswerArgs,
): Result<Place | null> => {
  const step = chart.decide(visit.place, eventOf(answer, owesCause(visit, now, cause), cause));
  switch (step.kind) {
    case 'moved':
      return accepted(step.next);
    case 'ended':
      return accepted(null);
    case 'cause-owed':
      return refused('cause-owed');
    case 'no-arrow':
      return refused('not-an-answer-here');
  }
};

/** A step is closed with an answer; the chart says where the visit goes. */
export function decideAnswer(
  core: Core,
  actor: Actor,
  args: AnswerArgs,
  state: State,
  now: Moment,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const run = presentRun(visit);
  if (run.step !== args.step || run.attempt !== args.attempt) return refused('not-this-step');
  const member = actor.kind === 'staff' ? state.staff[actor.id] : undefined;
  if (
    member === undefined ||
    !mayClose(member.functions, rowOf(procedureOf(visit.revision), run.step))
  )
    return refused('not-your-role');
  const next = move(chartOf(visit), visit, now, args);
  if (!next.ok) return next;
  const demands = stepDemands(visit, state, actor, args);
  if (!demands.ok) return demands;
  const texts = args.step === 'handle-problem' ? problemTexts(args) : accepted(null);
  if (!texts.ok) return texts;

  const { keep, done } = decision(core, state, now.at);
  const problem =
    args.problem === null || texts.value === null
      ? null
      : { category: args.problem.category, text: keep(texts.value) };
  const completed: Fact = {
    type: 'step.completed',
    visit: visit.code,
    data: {
      step: run.step,
      attempt: run.attempt,
      answer: args.answer,
      cause: args.cause,
      next: next.value,
      problem,
    },
  };
  return done([completed, ...consequences(visit, state, next.value)], null);
}

/** Takes back the last answer while the visit is open (SOP, Undo): appended, nothing is erased. */
export function decideUndo(
  core: Core,
  args: ArgsOf<'visit.undo'>,
  state: State,
  now: Moment,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const back = visit.before[visit.before.length - 1];
  if (back === undefined) return refused('nothing-to-undo');
  if (owesCause(visit, now, args.cause)) return refused('cause-owed');
  return decision(core, state, now.at).done(
    [{ type: 'step.undone', visit: visit.code, data: { back, cause: args.cause } }],
    null,
  );
}

/** The place that a jump leads to. Ending outside the arrows is `visit.close`, so a jump to the last step is none. */
const jumpTo = (visit: Visit, to: StepId): Place | null => {
  const isUpload = (step: StepId): boolean =>
    step === 'upload-qualification' || step === 'upload-bid';
  const returnTo =
    to !== 'handle-problem' ? null : isUpload(visit.place.step) ? visit.place.step : 'upload-bid';
  const place: Place = { step: to, returnTo, outcome: null };
  return chartOf(visit).has(place) && rowOf(procedureOf(visit.revision), to).closedBy.length > 0
    ? place
    : null;
};

/** A jump outside the arrows, with its reason: a `flow` deviation (SOP, Override). */
export function decideOverride(
  core: Core,
  args: ArgsOf<'visit.override'>,
  state: State,
  now: Moment,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  if (visit.place.step === args.to) return refused('already-there');
  const to = jumpTo(visit, args.to);
  if (to === null) return refused('not-an-answer-here');
  if (owesCause(visit, now, args.cause)) return refused('cause-owed');
  const texts = checkTexts({ reason: { text: args.reason } });
  if (!texts.ok) return texts;
  const { keep, done } = decision(core, state, now.at);
  const jumped: Fact = {
    type: 'step.overridden',
    visit: visit.code,
    data: { to, reason: keep(texts.value), cause: args.cause },
  };
  return done([jumped, ...consequences(visit, state, to)], null);
}
