import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import { entered } from '../../../shared/sop/places.ts';
import { callsBeforeNoShow } from '../../../shared/sop/chart.ts';
import { standingOf, type Standing } from '../../../shared/state/place-of.ts';
import type { Visit } from '../../../shared/state/state.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import { accepted, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { chartRefusal } from '../../engine/chart-refusal.ts';
import { decided, openVisit, whoMayClose, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';

/** An open visit and where it stands, for who may close the step that it waits for. */
const toServe = (
  code: string,
  context: Context,
): Result<{ readonly visit: Visit; readonly standing: Standing }> => {
  const found = openVisit(context.state, code);
  if (!found.ok) return found;
  const standing = standingOf(context.state, found.value);
  const may = whoMayClose(context, standing.row);
  return may.ok ? accepted({ visit: found.value, standing }) : may;
};

/** A waiting visitor is called. */
export function decideCall(args: ArgsOf<'queue.call'>, context: Context): Result<Decided<null>> {
  const found = toServe(args.visit, context);
  if (!found.ok) return found;
  const { visit, standing } = found.value;
  const { chart, service } = standing;
  const said = chart.decide(service, { type: 'queue.call' });
  if (said.kind !== 'moved') return chartRefusal(said, 'visit-not-waiting');
  return decided([{ type: 'visit.called', visit: visit.code, data: { service: visit.active } }]);
}

/** The visitor is at the desk: the step begins, and its norm with it. Behind a queue that is the next step. */
export function decideBegin(args: ArgsOf<'queue.begin'>, context: Context): Result<Decided<null>> {
  const found = toServe(args.visit, context);
  if (!found.ok) return found;
  const { code, active: service } = found.value.visit;
  const { chart, procedure, row, run, service: at } = found.value.standing;
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
  context: Context,
): Result<Decided<null>> {
  const found = toServe(args.visit, context);
  if (!found.ok) return found;
  const { visit, standing } = found.value;
  const { chart, service } = standing;
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
