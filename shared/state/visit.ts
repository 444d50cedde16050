import type { Actor, FactOf } from '../facts/facts.ts';
import {
  normMsOf,
  onlyRow,
  rowOf,
  waitingRow,
  type Answer,
  type Place,
  type Procedure,
  type Step,
  type StepId,
} from '../sop/definition.ts';
import { entered, plainPlace } from '../sop/places.ts';
import { answeredIn } from '../sop/stages.ts';
import {
  activeService,
  presentRun,
  type Service,
  type Run,
  type State,
  type Visit,
} from './state.ts';
import type { Moment } from '../base/timeline.ts';
import type { Cause } from '../base/closed-lists.ts';

/** A fact about one visit as it happened: where on the timeline, and by whom. */
export type Happening = { readonly when: Moment; readonly actor: Actor };

export function staffOf(actor: Actor) {
  return actor.kind === 'staff' ? actor.id : null;
}

const attemptsAt = (visit: Visit, step: StepId): number =>
  visit.runs.filter((run) => run.step === step).length;

export function withPresent(visit: Visit, change: Partial<Run>): Visit {
  return { ...visit, runs: [...visit.runs.slice(0, -1), { ...presentRun(visit), ...change }] };
}

export function withService(visit: Visit, change: Partial<Service>): Visit {
  return {
    ...visit,
    services: visit.services.map((service, at) =>
      at === visit.active ? { ...service, ...change } : service,
    ) as unknown as Visit['services'],
  };
}

/** When the clock of a step that is entered begins; null: with its beginning or its call. */
const clockStart = (visit: Visit, { norm }: Step, when: Moment): Moment | null => {
  if (norm.starts === 'at-once') return when;
  if (norm.starts === 'at-begin' || norm.starts === 'at-call') return null;
  const { after } = norm.starts;
  const ended = visit.runs.filter(({ step, endedAt }) => step === after && endedAt !== null);
  return ended.at(-1)?.endedAt ?? when;
};

const runAt = (visit: Visit, row: Step, startedAt: Moment | null): Run => ({
  service: visit.active,
  step: row.id,
  no: row.no,
  kind: row.kind,
  normMs: normMsOf(row),
  evidence: row.output?.evidence ?? null,
  attempt: attemptsAt(visit, row.id) + 1,
  startedAt,
  endedAt: null,
  answer: null,
  by: null,
  cause: null,
  receipt: null,
  left: null,
});

/** A new attempt at a place, in the first part of its step; its clock runs as the definition says. */
export function enter(visit: Visit, procedure: Procedure, place: Place, when: Moment): Visit {
  const row = rowOf(procedure, place.step);
  const run = runAt(visit, row, clockStart(visit, row, when));
  const at = entered(procedure, place);
  const calls = at.stage === 'waiting' ? 0 : visit.calls;
  return { ...withService(visit, at), calls, runs: [...visit.runs, run] };
}

type Closing = {
  readonly answer: Answer | null;
  readonly cause: Cause | null;
  readonly left: Run['left'];
};

export function closePresent(visit: Visit, { when, actor }: Happening, closing: Closing): Visit {
  const run = presentRun(visit);
  return withPresent(visit, {
    ...closing,
    endedAt: when,
    by: run.by ?? staffOf(actor),
    cause: closing.cause ?? run.cause,
  });
}

/** Is a trainer still assigned when the visit goes back to an attempt? Only where one had been assigned before it. */
const isAssigned = (runs: readonly Run[], back: Run): boolean =>
  back.kind === 'assign' ||
  runs.some(
    (run) =>
      run !== back &&
      run.kind === 'assign' &&
      run.left === null &&
      run.endedAt !== null &&
      run.endedAt.t <= (back.startedAt?.t ?? Infinity),
  );

/** Goes back to a place whose last attempt is opened again with its first start. */
export function reopen(visit: Visit, procedure: Procedure, back: Place): Visit {
  const closed = visit.runs.filter(
    (run) => run.step === back.step && run.left === null && run.endedAt !== null,
  );
  const last = closed[closed.length - 1];
  if (!last) throw new Error(`Visit ${visit.code} has no earlier attempt at ${back.step}`);
  const stage = answeredIn(rowOf(procedure, back.step));
  return {
    ...withService(visit, { place: back, stage, before: activeService(visit).before.slice(0, -1) }),
    // The present attempt stays last, whatever was left behind it.
    runs: [
      ...visit.runs.filter((run) => run !== last),
      { ...last, endedAt: null, answer: null, receipt: null },
    ],
    ...(isAssigned(visit.runs, last) ? {} : { trainer: null, workstation: null }),
  };
}

/**
 * The visit that a check-in begins: what leads to the guest book is behind it, and it waits.
 * @param procedure under which it begins
 */
export function visitFrom(
  { fact, when }: { readonly fact: FactOf<'visit.checked-in'>; readonly when: Moment },
  procedure: Procedure,
): Visit {
  const { data } = fact;
  const guestBook = onlyRow(procedure, 'guest-book');
  const begun = { ...when, at: when.at - data.fillingMs, t: when.t - data.fillingMs };
  const visit: Visit = {
    code: fact.visit,
    ordinal: data.ordinal,
    number: data.number,
    day: data.day,
    services: [
      {
        document: data.document,
        revision: data.revision,
        lastStep: onlyRow(procedure, 'report-out').id,
        ...entered(procedure, plainPlace(guestBook.id)),
        before: [],
      },
    ],
    active: 0,
    language: data.language,
    notice: data.notice,
    guestBook: data.guestBook,
    userIdGiven: data.userIdGiven,
    userId: null,
    deadline: data.deadline,
    fillingMs: data.fillingMs,
    checkedInAt: when,
    calls: 0,
    runs: [],
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
  const arrived = procedure.steps
    .filter(({ phase }) => phase === 'arrival')
    .map((row): Run => ({
      ...runAt(visit, row, begun),
      endedAt: row.id === guestBook.id ? when : begun,
      answer: 'done',
    }));
  const waits = waitingRow(procedure);
  return enter({ ...visit, runs: arrived }, procedure, plainPlace(waits.id), when);
}

/** The state with a visit changed. */
export function withVisit(state: State, visit: Visit): State {
  return { ...state, visits: { ...state.visits, [visit.code]: visit } };
}
