import type { Actor, FactOf, Fact } from '../facts/facts.ts';
import type { Place } from '../sop/definition.ts';
import { rowOf, type Answer, type StepId } from '../sop/definition.ts';
import { procedureOf } from './procedures.ts';
import {
  deviationId,
  presentRun,
  type Accountability,
  type DeviationKey,
  type Run,
  type Visit,
} from './state.ts';
import type { Moment } from '../base/timeline.ts';
import type { Cause } from '../base/closed-lists.ts';

/** A fact about one visit as it happened: where on the timeline, and by whom. */
export type Happening<F extends Fact = Fact> = {
  readonly fact: F;
  readonly when: Moment;
  readonly actor: Actor;
};

const staffOf = (actor: Actor) => (actor.kind === 'staff' ? actor.id : null);

const attemptsAt = (visit: Visit, step: StepId): number =>
  visit.runs.filter((run) => run.step === step).length;

const withPresent = (visit: Visit, change: Partial<Run>): Visit => ({
  ...visit,
  runs: [...visit.runs.slice(0, -1), { ...presentRun(visit), ...change }],
});

/** A new attempt at a place; its clock runs at once unless the step waits for its beginning or its call. */
const enter = (visit: Visit, place: Place, when: Moment): Visit => {
  const { clock } = rowOf(procedureOf(visit.revision), place.step);
  const run: Run = {
    step: place.step,
    attempt: attemptsAt(visit, place.step) + 1,
    startedAt: clock === 'at-start' || clock === 'at-call' ? null : when,
    endedAt: null,
    answer: null,
    by: null,
    cause: null,
    left: null,
  };
  return { ...visit, place, runs: [...visit.runs, run] };
};

type Closing = {
  readonly answer: Answer | null;
  readonly cause: Cause | null;
  readonly left: Run['left'];
};

const closePresent = (visit: Visit, { when, actor }: Happening, closing: Closing): Visit => {
  const run = presentRun(visit);
  return withPresent(visit, {
    ...closing,
    endedAt: when,
    by: run.by ?? staffOf(actor),
    cause: closing.cause ?? run.cause,
  });
};

/** Goes back to a place whose last attempt is opened again with its first start. */
const reopen = (visit: Visit, back: Place): Visit => {
  const closed = visit.runs.filter(
    (run) => run.step === back.step && run.left === null && run.endedAt !== null,
  );
  const last = closed[closed.length - 1];
  if (!last) throw new Error(`Visit ${visit.code} has no earlier attempt at ${back.step}`);
  const { no } = rowOf(procedureOf(visit.revision), back.step);
  return {
    ...visit,
    place: back,
    before: visit.before.slice(0, -1),
    // The present attempt stays last, whatever was left behind it.
    runs: [...visit.runs.filter((run) => run !== last), { ...last, endedAt: null, answer: null }],
    ...(no < 5 ? { trainer: null, workstation: null } : {}),
  };
};

const account = (
  visit: Visit,
  key: DeviationKey,
  change: (now: Accountability | undefined) => Accountability,
): Visit => {
  const id = deviationId(key);
  return {
    ...visit,
    accountability: { ...visit.accountability, [id]: change(visit.accountability[id]) },
  };
};

const judged =
  (status: 'accepted' | 'returned', returnedBecause: Accountability['returnedBecause']) =>
  (now: Accountability | undefined): Accountability => {
    if (!now) throw new Error('A note was judged that was never written');
    return { ...now, status, returnedBecause };
  };

/** The visit that a check-in begins: steps 1 and 2 are behind it, step 3 waits for the desk. */
export function visitFrom({ fact, when }: Happening<FactOf<'visit.checked-in'>>): Visit {
  const { data } = fact;
  const guestBook: Run = {
    step: 'guest-book',
    attempt: 1,
    startedAt: { ...when, at: when.at - data.fillingMs, t: when.t - data.fillingMs },
    endedAt: when,
    answer: 'done',
    by: null,
    cause: null,
    left: null,
  };
  const arrive: Run = { ...guestBook, step: 'arrive', endedAt: guestBook.startedAt };
  const visit: Visit = {
    code: fact.visit,
    ordinal: data.ordinal,
    number: data.number,
    day: data.day,
    document: data.document,
    revision: data.revision,
    language: data.language,
    notice: data.notice,
    guestBook: data.guestBook,
    userIdGiven: data.userIdGiven,
    userId: null,
    deadline: data.deadline,
    fillingMs: data.fillingMs,
    checkedInAt: when,
    calls: 0,
    place: { step: 'guest-book', returnTo: null, outcome: null },
    before: [],
    runs: [arrive, guestBook],
    trainer: null,
    workstation: null,
    credentialsTicked: false,
    notes: [],
    problems: [],
    accountability: {},
    escalation: null,
    linkedTo: null,
    slip: 'saving',
    erased: false,
    isDayDoubtful: false,
    ended: null,
  };
  return enter(visit, { step: 'ask-training', returnTo: null, outcome: null }, when);
}

/**
 * The visit after a fact. Applies it unconditionally: whether it was allowed was decided before it was written.
 */
export function applyToVisit(visit: Visit, happening: Happening): Visit {
  const { fact, when, actor } = happening;
  switch (fact.type) {
    case 'visit.called':
      return { ...visit, calls: visit.calls + 1 };
    case 'visit.linked':
      return { ...visit, linkedTo: fact.data.to };
    case 'visit.noted':
      return {
        ...visit,
        notes: [...visit.notes, { at: when.at, by: staffOf(actor), text: fact.data.text }],
      };
    case 'credentials.ticked':
      return { ...visit, credentialsTicked: true, userId: fact.data.userId ?? visit.userId };
    case 'step.started':
      return withPresent(visit, { startedAt: when, by: staffOf(actor) });
    case 'trainer.called': {
      const run = presentRun(visit);
      // The norm runs from the first call: calling another trainer does not start it anew.
      const called =
        run.step === 'call-provider'
          ? withPresent(visit, { startedAt: run.startedAt ?? when, by: run.by ?? staffOf(actor) })
          : visit;
      return { ...called, trainer: fact.data.trainer, workstation: fact.data.workstation };
    }
    case 'step.completed': {
      const { answer, cause, next, problem, attempt } = fact.data;
      const closed = closePresent(visit, happening, { answer, cause, left: null });
      const told =
        problem === null
          ? closed
          : { ...closed, problems: [...closed.problems, { attempt, ...problem }] };
      return next === null
        ? told
        : { ...enter(told, next, when), before: [...visit.before, visit.place] };
    }
    case 'step.undone':
      return reopen(
        closePresent(visit, happening, { answer: null, cause: fact.data.cause, left: 'undone' }),
        fact.data.back,
      );
    case 'step.overridden': {
      const left = closePresent(visit, happening, {
        answer: null,
        cause: fact.data.cause,
        left: 'overridden',
      });
      return { ...enter(left, fact.data.to, when), before: [] };
    }
    case 'visit.ended': {
      const { outcome, reason, cause, clocksStoppedAt } = fact.data;
      const run = presentRun(visit);
      const closed =
        run.endedAt === null
          ? closePresent(visit, happening, { answer: null, cause, left: null })
          : visit;
      return { ...closed, ended: { outcome, at: when, reason, clocksStoppedAt } };
    }
    case 'slip.saved':
      return { ...visit, slip: 'saved' };
    case 'slip.failed':
      return { ...visit, slip: 'failed' };
    case 'deviation.noted': {
      const { cause, note } = fact.data;
      return account(visit, fact.data.deviation, () => ({
        cause,
        note,
        status: 'noted',
        returnedBecause: null,
      }));
    }
    case 'deviation.accepted':
      return account(visit, fact.data.deviation, judged('accepted', null));
    case 'deviation.returned':
      return account(visit, fact.data.deviation, judged('returned', fact.data.reason));
    case 'escalation.drafted':
      return { ...visit, escalation: fact.data.escalation };
    default:
      return visit;
  }
}
