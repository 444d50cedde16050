import type { ArgsOf } from '../../../shared/contract/contract.ts';
import { isTrainerOnly } from '../../../shared/base/roles.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import type { Demand, Place } from '../../../shared/sop/definition.ts';
import { broughtBy, standingOf, type Standing } from '../../../shared/state/place-of.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import type { Decided } from '../../ports.ts';
import { chartRefusal } from '../../engine/chart-refusal.ts';
import {
  checkTexts,
  decided,
  openVisit,
  whoMayClose,
  type Context,
} from '../../engine/decision.ts';
import { consequencesOf } from './consequences.ts';

type Args = ArgsOf<'visit.answer'>;

/** Which of the step's demands the command or the records meet. */
const metBy = (visit: Visit, state: State, args: Args): readonly Demand[] => {
  const escalation = visit.escalation === null ? undefined : state.escalations[visit.escalation];
  const isSent = escalation !== undefined && escalation.stage !== 'drafted';
  return [
    ...(args.problem === null ? [] : (['problem'] as const)),
    ...(args.companyConfirmed ? (['company-and-package'] as const) : []),
    ...(isSent ? (['ticket'] as const) : []),
  ];
};

/** May whoever sends it close the step, and for whom? */
const mayAnswer = (visit: Visit, { row, service }: Standing, context: Context): Result<null> => {
  const member = whoMayClose(context, row);
  if (!member.ok) return member;
  const { functions, id } = member.value;
  if (service.stage === 'waiting' || service.stage === 'called') return refused('not-this-step');
  if (row.kind !== 'assign') return accepted(null);
  if (service.stage !== 'trainer-called') return refused('trainer-not-called');
  // A trainer accepts for nobody else; the desk may record an acceptance that was spoken.
  return isTrainerOnly(functions) && id !== visit.trainer
    ? refused('not-the-called-trainer')
    : accepted(null);
};

const wordsOf = (
  { kind }: Standing['row'],
  evidence: Standing['run']['evidence'],
  { problem, receipt = '' }: Args,
) => {
  const described =
    kind === 'problem' && problem !== null
      ? checkTexts({
          description: { text: problem.description },
          unitAsked: { text: problem.unitAsked, optional: true, limit: 200 },
          remedy: { text: problem.remedy },
        })
      : accepted(null);
  if (!described.ok) return described;
  const proof =
    evidence === 'receipt' && receipt.trim() !== ''
      ? checkTexts({ receipt: { text: receipt, limit: 60 } })
      : accepted(null);
  return proof.ok ? accepted({ described: described.value, proof: proof.value }) : proof;
};

/** A step is closed with an answer; the chart says where the visit goes. */
export function decideAnswer(args: Args, context: Context): Result<Decided<null>> {
  const { state, now, keep } = context;
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const standing = standingOf(state, visit);
  const { chart, service, row, run } = standing;
  if (run.step !== args.step || run.attempt !== args.attempt) return refused('not-this-step');
  const may = mayAnswer(visit, standing, context);
  if (!may.ok) return may;
  const brought = { ...broughtBy(visit, now, args.cause), met: metBy(visit, state, args) };
  const said = chart.decide(service, { type: `step.${args.answer}`, ...brought });
  if (said.kind !== 'moved' && said.kind !== 'ended') return chartRefusal(said);
  const words = wordsOf(row, run.evidence, args);
  if (!words.ok) return words;

  const { described, proof } = words.value;
  const problem =
    args.problem === null || described === null
      ? null
      : { category: args.problem.category, text: keep('problem', described) };
  const next: Place | null = said.kind === 'moved' ? said.next.place : null;
  return decided([
    {
      type: 'step.completed',
      visit: visit.code,
      data: {
        service: visit.active,
        step: run.step,
        attempt: run.attempt,
        answer: args.answer,
        cause: args.cause,
        next,
        problem,
        receipt: proof === null ? null : keep('receipt', proof),
      },
    },
    ...consequencesOf(visit, state, run.step, next),
  ]);
}
