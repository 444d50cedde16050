import type { EscalationStage } from '../base/closed-lists.ts';
import { onlyRow, type Procedure, type Step } from './definition.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import { isOpenStage } from './follow-up.ts';
import { callersOf, goesBack } from './places.ts';
import { stagesOf } from './stages.ts';

/** What is wrong with the ways through a procedure whose arrows all lead somewhere. */
export function wayProblems(procedure: Procedure): readonly DefinitionProblem[] {
  const guestBooks = procedure.steps.filter(({ kind }) => kind === 'guest-book');
  const lasts = procedure.steps.filter(({ kind }) => kind === 'report-out');
  const counts: DefinitionProblem[] = [
    ...(guestBooks.length === 1
      ? []
      : [{ problem: 'not-one-guest-book' as const, row: guestBooks[1]?.no ?? null }]),
    ...(lasts.length === 1
      ? []
      : [{ problem: 'not-one-report-out' as const, row: lasts[1]?.no ?? null }]),
  ];
  if (counts.length > 0) return counts;
  return [
    ...arrivalProblems(procedure),
    ...waitingProblems(procedure),
    ...reachProblems(procedure),
    ...startProblems(procedure),
    ...followUpProblems(procedure),
  ];
}

function targetsOf({ steps }: Procedure, row: Step): readonly string[] {
  return row.arrows.flatMap(({ to }) =>
    to === 'end'
      ? []
      : to === 'back-to-caller'
        ? steps
            .filter(({ arrows }) => arrows.some((arrow) => arrow.to === row.id))
            .map(({ id }) => id)
        : [to],
  );
}

function reachableFrom(procedure: Procedure, start: string): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const id of seen) {
    const row = procedure.steps.find((candidate) => candidate.id === id);
    for (const target of row ? targetsOf(procedure, row) : []) seen.add(target);
  }
  return seen;
}

/** The first row leads to the guest book through the visitor's own steps alone, and nothing leads back there. */
function arrivalProblems(procedure: Procedure): readonly DefinitionProblem[] {
  const guestBook = onlyRow(procedure, 'guest-book');
  const problems: DefinitionProblem[] = [];
  for (const { no, phase, id } of procedure.steps) {
    const isBefore = no < guestBook.no;
    if (isBefore !== (phase === 'arrival' && id !== guestBook.id))
      problems.push({ problem: 'arrival-not-alone', row: no });
  }
  for (const { no, arrows, phase } of procedure.steps) {
    const next = procedure.steps[no]?.id;
    if (no < guestBook.no && arrows[0]?.to !== next)
      problems.push({ problem: 'arrival-not-alone', row: no });
    const isBack = arrows.some(({ to }) =>
      procedure.steps.some((row) => row.id === to && row.no <= guestBook.no),
    );
    if (phase !== 'arrival' && isBack) problems.push({ problem: 'arrival-not-alone', row: no });
  }
  if (guestBook.arrows.length !== 1)
    problems.push({ problem: 'guest-book-with-choice', row: guestBook.no });
  return problems;
}

/** Behind the guest book visitors wait, at one place: a queue, or the first step that staff begin. */
function waitingProblems(procedure: Procedure): readonly DefinitionProblem[] {
  const [arrow] = onlyRow(procedure, 'guest-book').arrows;
  const first = procedure.steps.find(({ id }) => id === arrow?.to);
  if (first === undefined || stagesOf(first)[0] !== 'waiting' || goesBack(first))
    return [{ problem: 'no-waiting-place', row: first?.no ?? null }];
  const others = procedure.steps.filter(
    ({ id, kind, arrows }) =>
      (kind === 'queue' && id !== first.id) ||
      (first.kind === 'queue' && arrows.some(({ to }) => to === first.id) && kind !== 'guest-book'),
  );
  return others.map(({ no }): DefinitionProblem => ({ problem: 'second-queue', row: no }));
}

function reachProblems(procedure: Procedure): readonly DefinitionProblem[] {
  const reached = reachableFrom(procedure, procedure.steps[0]?.id ?? '');
  const last = onlyRow(procedure, 'report-out').id;
  return procedure.steps.flatMap((row): DefinitionProblem[] => [
    ...(reached.has(row.id) ? [] : [{ problem: 'unreachable' as const, row: row.no }]),
    ...(reachableFrom(procedure, row.id).has(last)
      ? []
      : [{ problem: 'no-way-out' as const, row: row.no }]),
    ...(goesBack(row) && callersOf(procedure, row.id).length === 0
      ? [{ problem: 'returns-from-nowhere' as const, row: row.no }]
      : []),
    ...(goesBack(row) &&
    callersOf(procedure, row.id).some((id) =>
      goesBack(procedure.steps.find((one) => one.id === id) ?? row),
    )
      ? [{ problem: 'returns-from-nowhere' as const, row: row.no }]
      : []),
  ]);
}

/** A clock that begins with another step's end must have that step behind it. */
function startProblems(procedure: Procedure): readonly DefinitionProblem[] {
  return procedure.steps.flatMap(({ no, id, norm }): DefinitionProblem[] => {
    if (typeof norm.starts !== 'object') return [];
    const { after } = norm.starts;
    return after !== id && reachableFrom(procedure, after).has(id)
      ? []
      : [{ problem: 'start-not-before', row: no, at: after }];
  });
}

/** Every stage of the follow-up can be come to, and from every one it can be closed. */
function followUpProblems({ followUp }: Procedure): readonly DefinitionProblem[] {
  if (followUp === null) return [];
  const from = (start: string): ReadonlySet<string> => {
    const seen = new Set([start]);
    for (const stage of seen)
      for (const { to } of followUp.stages.find((one) => one.stage === stage)?.arrows ?? [])
        seen.add(to);
    return seen;
  };
  const names = followUp.stages.map(({ stage }) => stage);
  const doubled = names.filter((stage, at) => names.indexOf(stage) !== at);
  const reached = from(names[0] ?? '');
  const isClosed = (stage: string): boolean => !isOpenStage(stage as EscalationStage);
  return [
    ...doubled.map((at): DefinitionProblem => ({ problem: 'double-key', row: null, at })),
    ...(names[0] === 'drafted'
      ? []
      : [{ problem: 'follow-up-unreachable' as const, row: null, at: 'drafted' }]),
    ...followUp.stages.flatMap(({ stage, arrows }): DefinitionProblem[] => [
      ...(reached.has(stage)
        ? []
        : [{ problem: 'follow-up-unreachable' as const, row: null, at: stage }]),
      ...([...from(stage)].some(isClosed) && isClosed(stage) === (arrows.length === 0)
        ? []
        : [{ problem: 'follow-up-without-end' as const, row: null, at: stage }]),
      ...(arrows.every(({ act, to }) => to === stageOfAct[act])
        ? []
        : [{ problem: 'unknown-target' as const, row: null, at: stage }]),
    ]),
  ];
}

/** What each act comes to: its fact says so for ever. */
const stageOfAct = {
  send: 'sent',
  confirm: 'confirmed',
  answer: 'answered',
  contact: 'contacted',
  close: 'closed',
  'give-up': 'closed-unresolved',
} as const;
