import { rowOf, type StepRow } from '../sop/definition.ts';
import { deviationsOf, isOverNorm, runElapsed, type Deviation } from '../state/deviations.ts';
import { normMsOf } from '../sop/definition.ts';
import { normsLeft } from '../sop/norms-left.ts';
import { mayClose } from '../contract/permissions.ts';
import { procedureOf } from '../state/procedures.ts';
import { presentRun, type Escalation, type Run, type State, type Visit } from '../state/state.ts';
import type { Moment } from '../base/timeline.ts';
import { answersAt } from '../sop/chart.ts';
import type { Purpose } from '../guest-book/guest-book.ts';
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
import { textIn, type PersonOf } from './person.ts';
import { clocksOf, phaseOf } from './visit-clocks.ts';

/** What building a view needs besides the state. */
export type Seen = {
  readonly state: State;
  readonly settings: Settings;
  readonly now: Moment;
  readonly personOf: PersonOf;
};

export function staffName({ state, personOf }: Seen, id: StaffId | null): string {
  return id === null ? '' : textIn(personOf, state.staff[id]?.person ?? null, 'name');
}

export function escalationOf(state: State, visit: Visit): Escalation | null {
  return visit.escalation === null ? null : (state.escalations[visit.escalation] ?? null);
}

const columnOf = (visit: Visit): VisitView['column'] => {
  const { no, arrows } = rowOf(procedureOf(visit.revision), visit.place.step);
  if (arrows.some(({ to }) => to === 'end')) return 'report-out';
  if (no >= 6) return 'assistance';
  return phaseOf(visit) === 'waiting' || phaseOf(visit) === 'called' ? 'waiting' : 'desk';
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

const pathStep = (seen: Seen, visit: Visit, row: StepRow): PathStep => {
  const runs = visit.runs.filter(({ step }) => step === row.id);
  const counted = runs.filter(({ left }) => left !== 'undone');
  const isPresent = visit.ended === null && visit.place.step === row.id;
  const isDone = counted.some(({ endedAt }) => endedAt !== null);
  const { no: presentNo } = rowOf(procedureOf(visit.revision), visit.place.step);
  const isBehind = row.no < presentNo || visit.ended !== null;
  return {
    no: row.no,
    id: row.id,
    normMs: normMsOf(row),
    over: runs.some((run) => isOverNorm(visit, run, seen.now)),
    state: isPresent ? 'present' : isDone ? 'done' : isBehind ? 'not-taken' : 'ahead',
    runs: runs.map((run) => runView(seen, visit, run)),
  };
};

export function deviationView(seen: Seen, visit: Visit, deviation: Deviation): DeviationView {
  const note = visit.accountability[deviation.id];
  return {
    id: deviation.id,
    visit: visit.code,
    number: visit.number,
    company: textIn(seen.personOf, visit.guestBook, 'company'),
    kind: deviation.kind,
    step: deviation.step,
    no: rowOf(procedureOf(visit.revision), deviation.step).no,
    attempt: deviation.attempt,
    actualMs: deviation.actualMs,
    normMs: deviation.normMs,
    running: deviation.running,
    owedBy: staffName(seen, deviation.owedBy),
    cause: deviation.cause,
    why: textIn(seen.personOf, note?.note ?? null, 'why'),
    remedy: textIn(seen.personOf, note?.note ?? null, 'remedy'),
    returnedBecause: textIn(seen.personOf, note?.returnedBecause ?? null, 'reason'),
    status: deviation.status,
    mended: deviation.mended,
  };
}

export function escalationView(seen: Seen, escalation: Escalation): EscalationView {
  const { state, personOf } = seen;
  const visit = state.visits[escalation.visit];
  const problem = visit?.problems[visit.problems.length - 1];
  return {
    id: escalation.id,
    visit: escalation.visit,
    number: visit?.number ?? '',
    stage: escalation.stage,
    company: textIn(personOf, visit?.guestBook ?? null, 'company'),
    phone: textIn(personOf, visit?.guestBook ?? null, 'phone'),
    problem: textIn(personOf, problem?.text ?? null, 'description'),
    draftedAt: escalation.draftedAt.at,
    channel: escalation.channel,
    ticket: escalation.ticket,
    sentAt: escalation.sentAt,
    confirmedAt: escalation.confirmed?.at ?? null,
    spokeWith: textIn(personOf, escalation.confirmed?.note ?? null, 'spokeWith'),
    answeredAt: escalation.answered?.at ?? null,
    answerText: textIn(personOf, escalation.answered?.text ?? null, 'text'),
    contactedAt: escalation.contacted?.at ?? null,
    contactWay: escalation.contacted?.way ?? null,
    contactNote: textIn(personOf, escalation.contacted?.note ?? null, 'note'),
    reason: textIn(personOf, escalation.reason, 'reason'),
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
  const procedure = procedureOf(visit.revision);
  const row = rowOf(procedure, visit.place.step);
  const run = presentRun(visit);
  const escalation = escalationOf(state, visit);
  const text = (field: string): string => textIn(personOf, visit.guestBook, field);
  const workstation = settings.workstations.find(({ id }) => id === visit.workstation);
  return {
    code: visit.code,
    number: visit.number,
    column: columnOf(visit),
    checkedInAt: visit.checkedInAt.at,
    name: text('name'),
    company: text('company'),
    phone: text('phone'),
    email: text('email'),
    userId:
      visit.userId !== null
        ? textIn(personOf, visit.userId, 'userId')
        : visit.userIdGiven
          ? text('userId')
          : null,
    purpose: (text('purpose') || 'other') as Purpose,
    purposeNote: text('purposeNote'),
    tenderCode: text('tenderCode'),
    tenderName: text('tenderName'),
    deadlineAt: visit.deadline,
    normsLeftMs: normsLeft(procedure, visit.place, runElapsed(visit, run, now) ?? 0),
    language: visit.language,
    document: visit.document,
    revision: visit.revision,
    step: row.id,
    no: row.no,
    attempt: run.attempt,
    phase: phaseOf(visit),
    calls: visit.calls,
    returnsTo: visit.place.returnTo,
    answers: answersAt(procedure, visit.place).map(({ answer, next }) => ({
      answer,
      nextNo: next === null ? null : rowOf(procedure, next.step).no,
    })),
    mayAnswer: mayClose(functions, row),
    expectedOutcome: visit.place.outcome,
    clocks: clocksOf(visit, now, settings),
    path: procedure.rows.map((each) => pathStep(seen, visit, each)),
    trainer:
      visit.trainer === null ? null : { id: visit.trainer, name: staffName(seen, visit.trainer) },
    workstation: workstation === undefined ? null : { id: workstation.id, name: workstation.name },
    credentialsTicked: visit.credentialsTicked,
    notes: visit.notes.map(({ at, by, text: ref }) => ({
      at,
      by: staffName(seen, by),
      text: textIn(personOf, ref, 'text'),
    })),
    problems: visit.problems.map(({ attempt, category, text: ref }) => ({
      attempt,
      category,
      description: textIn(personOf, ref, 'description'),
      unitAsked: textIn(personOf, ref, 'unitAsked'),
      remedy: textIn(personOf, ref, 'remedy'),
    })),
    deviations: deviationsOf(visit, escalation, now).map((deviation) =>
      deviationView(seen, visit, deviation),
    ),
    escalation: escalation === null ? null : escalationView(seen, escalation),
    linkedTo: visit.linkedTo,
    slip: visit.slip,
    isDayDoubtful: visit.isDayDoubtful,
    mayUndo: visit.before.length > 0,
    isDamaged,
  };
}
