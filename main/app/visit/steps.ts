import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import { broughtBy, standingOf } from '../../../shared/state/place-of.ts';
import type { Decided } from '../../ports.ts';
import { chartRefusal } from '../../engine/chart-refusal.ts';
import { checkTexts, decided, openVisit, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';
import { decideAnswer } from './answer.ts';
import { consequencesOf } from './consequences.ts';

/** Takes back the last answer while the visit is open (SOP, Undo): appended, nothing is erased. */
export function decideUndo(
  args: ArgsOf<'visit.undo'>,
  { state, now }: Context,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const { chart, service } = standingOf(state, visit);
  const back = service.before[service.before.length - 1];
  if (back === undefined) return refused('nothing-to-undo');
  const said = chart.decide(service, { type: 'visit.undo', ...broughtBy(visit, now, args.cause) });
  if (said.kind !== 'let-go') return chartRefusal(said);
  const data = { service: visit.active, back, cause: args.cause };
  return decided([{ type: 'step.undone', visit: visit.code, data }]);
}

/** A jump outside the arrows, with its reason: a `flow` deviation (SOP, Override). Ending outside them is `visit.close`. */
export function decideOverride(
  args: ArgsOf<'visit.override'>,
  { state, now, keep }: Context,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const { chart, service } = standingOf(state, visit);
  if (service.place.step === args.to) return refused('already-there');
  const to = chart.jumpTo(service, args.to);
  if (to === null) return refused('not-an-answer-here');
  const said = chart.decide(service, { type: 'visit.jump', ...broughtBy(visit, now, args.cause) });
  if (said.kind !== 'let-go') return chartRefusal(said);
  const texts = checkTexts({ reason: { text: args.reason } });
  if (!texts.ok) return texts;
  const data = {
    service: visit.active,
    to,
    reason: keep('reason', texts.value),
    cause: args.cause,
  };
  return decided([
    { type: 'step.overridden', visit: visit.code, data },
    ...consequencesOf(visit, state, null, to),
  ]);
}

export const stepCommands = {
  'visit.answer': { decide: decideAnswer, tells: 'step.completed' },
  'visit.undo': { decide: decideUndo, tells: 'step.undone' },
  'visit.override': { decide: decideOverride, tells: 'step.overridden' },
} as const satisfies Partial<Commands<MessageOf<'visit'>>>;
