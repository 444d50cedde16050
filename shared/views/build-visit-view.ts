import { normMsOf, outcomeOf, rowOf, type Procedure, type Step } from '../sop/definition.ts';
import { actsAt } from '../sop/follow-up.ts';
import { followUpOf } from '../state/follow-up-of.ts';
import { isWaiting, standingOf, type Standing } from '../state/place-of.ts';
import { deviationsOf, isOverNorm, runElapsed, type Deviation } from '../state/deviations.ts';
import { normsLeft } from '../sop/norms-left.ts';
import { mayClose } from '../contract/permissions.ts';
import { procedureOf } from '../state/procedures.ts';
import { type Escalation, type Run, type State, type Visit } from '../state/state.ts';
import type { Moment } from '../base/timeline.ts';
import type { StaffId } from '../base/ids.ts';
import type { Role } from '../base/roles.ts';
import type { Settings } from '../settings/settings.ts';
import type {
  DeviationView,
  EscalationView,
  PathStep,
  RunView,
  VisitView,
} from './console-view.ts';
import { guestBookViewOf } from './guest-book-view.ts';
import { textIn, type PersonOf } from './person.ts';
import { clocksOf } from './visit-clocks.ts';

/** What building a view needs besides the state. */
export type Seen = {
  readonly state: State;
  readonly settings: Settings;
  readonly now: Moment;
  readonly personOf: PersonOf;
};

export function staffName({ state, personOf }: Seen, id: StaffId | null): string {
  return id === null ? '' : textIn(personOf, state.staff[id]?.person ?? null, 'staff', 'name');
}

export function escalationOf(state: State, visit: Visit): Escalation | null {
  return visit.escalation === null ? null : (state.escalations[visit.escalation] ?? null);
}

const columnOf = (state: State, visit: Visit, { phase }: Step): VisitView['column'] => {
  if (isWaiting(state, visit)) return 'waiting';
  return phase === 'arrival' || phase === 'waiting' ? 'desk' : phase;
};

const runView = (seen: Seen, visit: Visit, run: Run): RunView => ({
  attempt: run.attempt,
  startedAt: run.startedAt?.at ?? null,
  elapsedMs: runElapsed(visit, run, seen.now),
  running: run.startedAt !== null && run.endedAt === null && visit.ended === null,
  answer: run.answer,
  by: run.by === null ? null : staffName(seen, run.by),
  cause: run.cause,
  undone: run.left !== null,
});

const pathStep = (seen: Seen, visit: Visit, row: Step, standing: Standing): PathStep => {
  const runs = visit.runs.filter(
    ({ step, service }) => step === row.id && service === visit.active,
  );
  const counted = runs.filter(({ left }) => left !== 'undone');
  const isPresent = visit.ended === null && standing.row.id === row.id;
  const isDone = counted.some(({ endedAt }) => endedAt !== null);
  const isBehind = row.no < standing.row.no || visit.ended !== null;
  return {
    no: row.no,
    id: row.id,
    kind: row.kind,
    short: row.words.short,
    isAccompanied: isAccompanied(standing.procedure, row),
    normMs: normMsOf(row),
    over: runs.some((run) => isOverNorm(visit, run, seen.now)),
    state: isPresent ? 'present' : isDone ? 'done' : isBehind ? 'not-taken' : 'ahead',
    runs: runs.map((run) => runView(seen, visit, run)),
  };
};

/** From the step on that assigns a trainer, somebody is beside the visitor. */
const isAccompanied = ({ steps }: Procedure, { no }: Step): boolean => {
  const assign = steps.find(({ kind }) => kind === 'assign');
  return assign !== undefined && no >= assign.no;
};

const expectedOutcomeOf = (
  procedure: Procedure,
  outcome: string | null,
): VisitView['expectedOutcome'] => {
  const known = outcomeOf(procedure, outcome);
  return known === undefined ? null : { words: known.words, counts: known.counts };
};

export function deviationView(seen: Seen, visit: Visit, deviation: Deviation): DeviationView {
  const note = visit.accountability[deviation.id];
  const run = visit.runs.find(
    ({ step, attempt }) => step === deviation.step && attempt === deviation.attempt,
  );
  const service = visit.services[run?.service ?? visit.active] ?? visit.services[0];
  const row = rowOf(procedureOf(seen.state.procedures, service), deviation.step);
  return {
    id: deviation.id,
    visit: visit.code,
    number: visit.number,
    company: textIn(seen.personOf, visit.guestBook, 'guest-book', 'company'),
    kind: deviation.kind,
    step: deviation.step,
    short: row.words.short,
    no: row.no,
    attempt: deviation.attempt,
    actualMs: deviation.actualMs,
    normMs: deviation.normMs,
    running: deviation.running,
    owedBy: staffName(seen, deviation.owedBy),
    cause: deviation.cause,
    why: textIn(seen.personOf, note?.note ?? null, 'accountability-note', 'why'),
    remedy: textIn(seen.personOf, note?.note ?? null, 'accountability-note', 'remedy'),
    returnedBecause: textIn(
      seen.personOf,
      note?.returnedBecause ?? null,
      'return-reason',
      'reason',
    ),
    status: deviation.status,
    mended: deviation.mended,
  };
}

export function escalationView(seen: Seen, escalation: Escalation): EscalationView {
  const { state, personOf } = seen;
  const visit = state.visits[escalation.visit];
  const problem = visit?.problems[visit.problems.length - 1];
  const followUp = followUpOf(state, escalation);
  const { stage, document, revision } = escalation;
  return {
    id: escalation.id,
    visit: escalation.visit,
    number: visit?.number ?? '',
    stage,
    document,
    revision,
    stageWords: followUp?.stages.find((one) => one.stage === stage)?.words ?? {
      id: stage,
      en: stage,
    },
    acts: followUp === null ? [] : actsAt(followUp, stage),
    company: textIn(personOf, visit?.guestBook ?? null, 'guest-book', 'company'),
    phone: textIn(personOf, visit?.guestBook ?? null, 'guest-book', 'phone'),
    problem: textIn(personOf, problem?.text ?? null, 'problem', 'description'),
    draftedAt: escalation.draftedAt.at,
    channel: escalation.channel,
    ticket: escalation.ticket,
    sentAt: escalation.sentAt,
    confirmedAt: escalation.confirmed?.at ?? null,
    spokeWith: textIn(
      personOf,
      escalation.confirmed?.note ?? null,
      'escalation-confirmation',
      'spokeWith',
    ),
    answeredAt: escalation.answered?.at ?? null,
    answerText: textIn(personOf, escalation.answered?.text ?? null, 'escalation-answer', 'text'),
    contactedAt: escalation.contacted?.at ?? null,
    contactWay: escalation.contacted?.way ?? null,
    contactNote: textIn(personOf, escalation.contacted?.note ?? null, 'escalation-contact', 'note'),
    reason: textIn(personOf, escalation.reason, 'reason', 'reason'),
  };
}

/** A visit as the console shows it to a member of staff. @param isDamaged is a damaged line of the records about it? */
export function buildVisitView(
  seen: Seen,
  visit: Visit,
  functions: readonly Role[],
  isDamaged: boolean,
): VisitView {
  const { state, settings, now, personOf } = seen;
  const standing = standingOf(state, visit);
  const { procedure, chart, row, run, service } = standing;
  const { place } = service;
  const { answers, ...offers } = chart.offersAt(service, {
    calls: visit.calls,
    hasBefore: service.before.length > 0,
  });
  const escalation = escalationOf(state, visit);
  const workstation = settings.workstations.find(({ id }) => id === visit.workstation);
  return {
    code: visit.code,
    number: visit.number,
    column: columnOf(state, visit, row),
    checkedInAt: visit.checkedInAt.at,
    ...guestBookViewOf(visit, personOf),
    normsLeftMs: normsLeft(procedure, place, runElapsed(visit, run, now) ?? 0),
    language: visit.language,
    document: service.document,
    revision: service.revision,
    step: row.id,
    no: row.no,
    attempt: run.attempt,
    kind: row.kind,
    phase: service.stage,
    offers,
    demands: row.demands,
    wantsReceipt: row.output?.evidence === 'receipt',
    calls: visit.calls,
    returnsTo: place.returnTo,
    answers: answers.map(({ answer, next }) => ({
      answer,
      nextNo: next === null ? null : rowOf(procedure, next.step).no,
    })),
    mayAnswer: mayClose(functions, row),
    expectedOutcome: expectedOutcomeOf(procedure, place.outcome),
    clocks: clocksOf(visit, now, settings),
    path: procedure.steps.map((each) => pathStep(seen, visit, each, standing)),
    trainer:
      visit.trainer === null ? null : { id: visit.trainer, name: staffName(seen, visit.trainer) },
    workstation: workstation === undefined ? null : { id: workstation.id, name: workstation.name },
    credentialsTicked: visit.credentialsTicked,
    notes: visit.notes.map(({ at, by, text: ref }) => ({
      at,
      by: staffName(seen, by),
      text: textIn(personOf, ref, 'note', 'text'),
    })),
    problems: visit.problems.map(({ attempt, category, text: ref }) => ({
      attempt,
      category,
      description: textIn(personOf, ref, 'problem', 'description'),
      unitAsked: textIn(personOf, ref, 'problem', 'unitAsked'),
      remedy: textIn(personOf, ref, 'problem', 'remedy'),
    })),
    deviations: deviationsOf(visit, escalation, now).map((deviation) =>
      deviationView(seen, visit, deviation),
    ),
    escalation: escalation === null ? null : escalationView(seen, escalation),
    linkedTo: visit.linkedTo,
    slip: visit.slip,
    isDayDoubtful: visit.isDayDoubtful,
    mayUndo: offers.undo,
    isDamaged,
  };
}
