import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import { endEventOf } from '../../../shared/sop/chart.ts';
import { presentRun, type State } from '../../../shared/state/state.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { decided, openVisit, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';
import { chartOf } from '../../../shared/state/procedures.ts';

/** How often a visitor is called before "did not come" may be recorded (SOP, Ends). */
export const callsBeforeNoShow = 2;

const waitingVisit = (state: State, code: string) => {
  const visit = openVisit(state, code);
  if (!visit.ok) return visit;
  const isWaiting =
    visit.value.place.step === 'ask-training' && presentRun(visit.value).startedAt === null;
  return isWaiting ? visit : refused('visit-not-waiting');
};

/** The desk calls a waiting visitor. */
export function decideCall(args: ArgsOf<'queue.call'>, { state }: Context): Result<Decided<null>> {
  const visit = waitingVisit(state, args.visit);
  if (!visit.ok) return visit;
  return decided([{ type: 'visit.called', visit: visit.value.code, data: {} }]);
}

/** The visitor is at the desk: step 3 begins, and its norm with it. */
export function decideBegin(
  args: ArgsOf<'queue.begin'>,
  { state }: Context,
): Result<Decided<null>> {
  const visit = waitingVisit(state, args.visit);
  if (!visit.ok) return visit;
  return decided([
    { type: 'step.started', visit: visit.value.code, data: { step: 'ask-training' } },
  ]);
}

/** Called twice, did not come. */
export function decideNoShow(
  args: ArgsOf<'queue.no-show'>,
  { state }: Context,
): Result<Decided<null>> {
  const visit = waitingVisit(state, args.visit);
  if (!visit.ok) return visit;
  if (visit.value.calls < callsBeforeNoShow) return refused('visit-not-called-twice');
  const step = chartOf(visit.value).decide(visit.value.place, endEventOf('no-show'));
  if (step.kind !== 'ended') return refused('not-an-answer-here');
  const ended = {
    type: 'visit.ended',
    visit: visit.value.code,
    data: { outcome: step.outcome, reason: null, cause: null, clocksStoppedAt: null },
  } as const;
  return decided([ended]);
}

/** Every command of the room, and the fact that it begins with. */
export const queueCommands: Commands<MessageOf<'queue'>> = {
  'queue.call': { decide: decideCall, tells: 'visit.called' },
  'queue.begin': { decide: decideBegin, tells: 'step.started' },
  'queue.no-show': { decide: decideNoShow, tells: 'visit.ended' },
};
