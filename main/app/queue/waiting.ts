import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import { entered } from '../../../shared/sop/places.ts';
import { standingOf } from '../../../shared/state/place-of.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import { mayClose } from '../../../shared/contract/permissions.ts';
import type { Actor, Fact } from '../../../shared/facts/facts.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { chartRefusal } from '../../engine/chart-refusal.ts';
import { decided, openVisit, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';

/** How often a visitor is called before "did not come" may be recorded (SOP, Ends). */
const callsBeforeNoShow = 2;

/** An open visit, for who may close the step that it waits for. */
const toServe = (state: State, actor: Actor, code: string): Result<Visit> => {
  const found = openVisit(state, code);
  if (!found.ok) return found;
  const member = actor.kind === 'staff' ? state.staff[actor.id] : undefined;
  const { row } = standingOf(state, found.value);
  return member !== undefined && mayClose(member.functions, row) ? found : refused('not-your-role');
};

/** A waiting visitor is called. */
export function decideCall(
  args: ArgsOf<'queue.call'>,
  { state, actor }: Context,
): Result<Decided<null>> {
  const found = toServe(state, actor, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const { chart, service } = standingOf(state, visit);
  const said = chart.decide(service, { type: 'queue.call' });
  if (said.kind !== 'moved') return chartRefusal(said, 'visit-not-waiting');
  return decided([{ type: 'visit.called', visit: visit.code, data: { service: visit.active } }]);
}

/** The visitor is at the desk: the step begins, and its norm with it. Behind a queue that is the next step. */
export function decideBegin(
  args: ArgsOf<'queue.begin'>,
  { state, actor }: Context,
): Result<Decided<null>> {
  const found = toServe(state, actor, args.visit);
  if (!found.ok) return found;
  const { code, active: service } = found.value;
  const { chart, procedure, row, run, service: at } = standingOf(state, found.value);
  const said = chart.decide(at, { type: 'queue.begin' });
  if (said.kind !== 'moved') return chartRefusal(said, 'visit-not-waiting');
  const started = (step: string): Fact => ({
    type: 'step.started',
    visit: code,
    data: { service, step },
  });
  if (row.kind !== 'queue') return decided([started(row.id)]);
  const next = said.next.place;
  const left: Fact = {
    type: 'step.completed',
    visit: code,
    data: {
      service,
      step: row.id,
      attempt: run.attempt,
      answer: 'done',
      cause: null,
      next,
      problem: null,
      receipt: null,
    },
  };
  // Whoever has been called once is not called again for what comes next.
  const begun = entered(procedure, next).stage === 'waiting' ? [started(next.step)] : [];
  return decided([started(row.id), left, ...begun]);
}

/** Called twice, did not come. */
export function decideNoShow(
  args: ArgsOf<'queue.no-show'>,
  { state, actor }: Context,
): Result<Decided<null>> {
  const found = toServe(state, actor, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const { chart, service } = standingOf(state, visit);
  const said = chart.decide(service, {
    type: 'visit.no-show',
    isCalledTwice: visit.calls >= callsBeforeNoShow,
  });
  if (said.kind !== 'ended') return chartRefusal(said, 'visit-not-waiting');
  return decided([
    {
      type: 'visit.ended',
      visit: visit.code,
      data: { outcome: said.outcome, reason: null, cause: null, clocksStoppedAt: null },
    },
  ]);
}

/** Every command of the room, and the fact that it begins with. */
export const queueCommands: Commands<MessageOf<'queue'>> = {
  'queue.call': { decide: decideCall, tells: 'visit.called' },
  'queue.begin': { decide: decideBegin, tells: 'step.started' },
  'queue.no-show': { decide: decideNoShow, tells: 'visit.ended' },
};
