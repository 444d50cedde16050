import type { Answer, Demand, Phase, Procedure, Step } from './definition.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import type { Kind } from './kinds.ts';

/** What a kind of step can be: which clocks may begin it, which demands its panel serves, where it may stand, what may answer it. */
type KindRule = {
  readonly starts: readonly ('at-once' | 'at-begin' | 'at-call' | 'after')[];
  readonly demands: readonly Demand[];
  readonly phases: readonly Phase[];
  readonly answers: readonly Answer[];
  /** Nobody of the staff closes it. */
  readonly isVisitors?: boolean;
};

const inRoom: readonly Phase[] = ['desk', 'assistance'];
const either: readonly Answer[] = ['yes', 'no'];
const any: readonly Answer[] = ['done', 'yes', 'no', 'leaves', 'continues'];
const served: KindRule['starts'] = ['at-once', 'at-begin', 'after'];

const rules: Readonly<Record<Kind, KindRule>> = {
  'guest-book': {
    starts: ['at-once'],
    demands: [],
    phases: ['arrival'],
    answers: ['done'],
    isVisitors: true,
  },
  queue: { starts: ['at-once', 'after'], demands: [], phases: ['waiting'], answers: ['done'] },
  ask: { starts: served, demands: ['cause', 'credentials'], phases: inRoom, answers: either },
  advise: { starts: served, demands: ['cause', 'credentials'], phases: inRoom, answers: any },
  assign: {
    starts: ['at-call'],
    demands: ['cause', 'clean-workstation'],
    phases: inRoom,
    answers: ['done'],
  },
  explain: { starts: served, demands: ['cause'], phases: inRoom, answers: ['done'] },
  accompany: {
    starts: served,
    demands: ['cause', 'company-and-package'],
    phases: inRoom,
    answers: ['done', ...either],
  },
  'check-documents': {
    starts: served,
    demands: ['cause', 'company-and-package', 'credentials'],
    phases: inRoom,
    answers: either,
  },
  problem: {
    starts: served,
    demands: ['cause', 'problem'],
    phases: inRoom,
    answers: ['done', ...either],
  },
  'hand-over-outside': {
    starts: served,
    demands: ['cause', 'ticket'],
    phases: inRoom,
    answers: ['done'],
  },
  serve: { starts: served, demands: ['cause', 'credentials'], phases: inRoom, answers: any },
  'back-office': { starts: served, demands: ['cause'], phases: inRoom, answers: any },
  'report-out': { starts: ['at-once'], demands: [], phases: ['report-out'], answers: ['done'] },
};

/** The visitor's own way to the guest book: steps before it that nobody runs. */
function isArrival({ kind, phase }: Step): boolean {
  return phase === 'arrival' && kind !== 'guest-book';
}

function startOf({ norm }: Step): KindRule['starts'][number] {
  return typeof norm.starts === 'object' ? 'after' : norm.starts;
}

/** What each row asks that its kind cannot give. */
export function kindProblems(procedure: Procedure): readonly DefinitionProblem[] {
  return procedure.steps.flatMap((step) =>
    isArrival(step) ? arrivalProblems(step) : rowProblems(procedure, step),
  );
}

function arrivalProblems({
  no,
  closedBy,
  demands,
  arrows,
  norm,
}: Step): readonly DefinitionProblem[] {
  const isAlone =
    closedBy.length === 0 &&
    demands.length === 0 &&
    norm.minutes === undefined &&
    norm.starts === 'at-once' &&
    arrows.length === 1 &&
    arrows[0]?.answer === 'done';
  return isAlone ? [] : [{ problem: 'arrival-not-alone', row: no }];
}

function rowProblems({ followUp }: Procedure, step: Step): readonly DefinitionProblem[] {
  const { no, kind, phase, closedBy, demands, arrows, norm, output, id } = step;
  const rule = rules[kind];
  const problems: DefinitionProblem[] = [];
  if (!rule.starts.includes(startOf(step))) problems.push({ problem: 'wrong-clock', row: no });
  if (!rule.phases.includes(phase)) problems.push({ problem: 'wrong-phase', row: no, at: phase });
  if (arrows.length === 0) problems.push({ problem: 'no-way-out', row: no });
  for (const { answer, to } of arrows) {
    if (!rule.answers.includes(answer))
      problems.push({ problem: 'wrong-answers', row: no, at: answer });
    if ((to === 'end') !== (kind === 'report-out'))
      problems.push({ problem: 'end-elsewhere', row: no });
  }
  if (arrows.length > 1 && arrows.some(({ answer }) => answer === 'done'))
    problems.push({ problem: 'wrong-answers', row: no, at: 'done' });
  if ((closedBy.length === 0) !== (rule.isVisitors === true) || closedBy.includes('administrator'))
    problems.push({ problem: 'nobody-may-close', row: no });
  for (const demand of demands)
    if (!rule.demands.includes(demand))
      problems.push({ problem: 'demand-not-served', row: no, at: demand });
  if (norm.minutes !== undefined && norm.workingDays !== undefined)
    problems.push({ problem: 'two-norms', row: no });
  if (norm.workingDays !== undefined) problems.push({ problem: 'working-days-in-room', row: no });
  // A ticket is the follow-up's: it must be there before the step can close, and something must lead on from its first stage.
  const needsFollowUp = demands.includes('ticket') || output?.evidence === 'telephone';
  if (needsFollowUp && followUp === null)
    problems.push({ problem: 'ticket-without-follow-up', row: no });
  if (
    demands.includes('ticket') &&
    followUp !== null &&
    (followUp.begins.step !== id || followUp.begins.when !== 'entered')
  )
    problems.push({ problem: 'follow-up-begins-late', row: no });
  return problems;
}
