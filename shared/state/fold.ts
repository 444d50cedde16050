import type { ErasureId, StaffId, VisitCode } from '../base/ids.ts';
import { deviationsOf, unsettled } from './deviations.ts';
import type { FactOf, PersonRef, StampedFact } from '../facts/facts.ts';
import { withAnswer, withLoss, withNumber } from './day.ts';
import { applyToEscalation, escalationFrom } from './escalation.ts';
import { applyToVisit, visitFrom } from './visit.ts';
import { escalationIsOpen } from '../sop/follow-up.ts';
import { isDayUnknown, rightTime, withReading } from './office-clock.ts';
import type { State, StaffMember, Visit, WorkstationUse } from './state.ts';
import { advance, advanceUnbelieved, type Moment } from '../base/timeline.ts';

/** Goes up when the same facts fold to another state: checkpoints of an older fold are then made anew. */
export const foldVersion = 7;

/** So many commands are remembered; a window repeats one within seconds, or after a restart. */
const remembered = 200;

const withStaff = (state: State, id: StaffId, change: Partial<StaffMember>): State => {
  const member = state.staff[id];
  return member ? { ...state, staff: { ...state.staff, [id]: { ...member, ...change } } } : state;
};

const isLive = (state: State, visit: Visit, now: Moment): boolean => {
  const escalation =
    visit.escalation === null ? null : (state.escalations[visit.escalation] ?? null);
  return (
    visit.ended === null ||
    visit.isDayDoubtful ||
    visit.day === state.day.date ||
    (escalation !== null && escalationIsOpen(escalation.stage)) ||
    unsettled(deviationsOf(visit, escalation, now)).length > 0
  );
};

/** Lets go of what is over and settled, when a new day begins. */
const settle = (state: State, now: Moment): State => {
  const visits = Object.fromEntries(
    Object.entries(state.visits).filter(([, visit]) => isLive(state, visit, now)),
  );
  const escalations = Object.fromEntries(
    Object.entries(state.escalations).filter(
      ([, { stage, visit }]) => escalationIsOpen(stage) || visit in visits,
    ),
  );
  return { ...state, visits, escalations };
};

const freeWorkstation = (
  workstations: State['workstations'],
  visit: VisitCode,
): State['workstations'] =>
  Object.fromEntries(
    Object.entries(workstations).map(([id, use]): [string, WorkstationUse] => [
      id,
      use.visit === visit ? { visit: null, cleared: false } : use,
    ]),
  );

const withErasure = (
  state: State,
  {
    at,
    data: { erasure, because, visits, records },
  }: FactOf<'erasure.decided'> & Pick<StampedFact, 'at'>,
): State => ({
  ...state,
  erasures: { ...state.erasures, [erasure]: { at, because, visits, records } },
  visits: Object.fromEntries(
    Object.entries(state.visits).map(([code, visit]) => [
      code,
      visits.includes(visit.code) ? { ...visit, erased: true } : visit,
    ]),
  ),
});

const withErasureDone = (state: State, id: ErasureId): State => {
  const erasure = state.erasures[id];
  // An erasure that was cut short may have been done twice.
  if (erasure === undefined) return state;
  const { at, because, visits, records } = erasure;
  return {
    ...state,
    erasures: Object.fromEntries(Object.entries(state.erasures).filter(([other]) => other !== id)),
    erased: [
      ...state.erased.filter((other) => other.id !== id),
      { id, at, because, visits: visits.length, records: records.length },
    ],
  };
};

const withPlace = (places: readonly PersonRef[], place: PersonRef): readonly PersonRef[] =>
  places.some(({ id }) => id === place.id) ? places : [...places, place];

const applyEffects = (state: State, fact: StampedFact, when: Moment): State => {
  switch (fact.type) {
    case 'run.began':
      return settle(state, when);
    case 'journal.named':
      return { ...state, journal: fact.data };
    case 'settings.changed':
      return { ...state, settings: fact.data.settings };
    case 'staff.added': {
      const { staff: id, role, person } = fact.data;
      return {
        ...state,
        staff: { ...state.staff, [id]: { id, role, person, refusedInRow: 0, lastRefused: null } },
      };
    }
    case 'sign-in.accepted':
      return withStaff(state, fact.data.staff, { refusedInRow: 0, lastRefused: null });
    case 'sign-in.refused':
      return withStaff(state, fact.data.staff, {
        refusedInRow: (state.staff[fact.data.staff]?.refusedInRow ?? 0) + 1,
        lastRefused: when,
      });
    case 'visit.checked-in': {
      const begun = withNumber(state, fact);
      return fact.data.day === state.day.date ? begun : settle(begun, when);
    }
    case 'trainer.called': {
      const freed = freeWorkstation(state.workstations, fact.visit);
      return {
        ...state,
        workstations: { ...freed, [fact.data.workstation]: { visit: fact.visit, cleared: true } },
      };
    }
    case 'step.completed':
      // Assistance ends where reporting out begins: the workstation is free, and no longer known to be clean.
      return fact.data.next?.step === 'report-out'
        ? { ...state, workstations: freeWorkstation(state.workstations, fact.visit) }
        : state;
    case 'step.undone': {
      // Back in assistance: the workstation is the visit's again, unless somebody else has been given it meanwhile.
      const workstation = state.visits[fact.visit]?.workstation ?? null;
      if (workstation === null)
        return { ...state, workstations: freeWorkstation(state.workstations, fact.visit) };
      if (
        fact.data.back.step === 'report-out' ||
        (state.workstations[workstation]?.visit ?? null) !== null
      )
        return state;
      return {
        ...state,
        workstations: {
          ...state.workstations,
          [workstation]: { visit: fact.visit, cleared: true },
        },
      };
    }
    case 'visit.ended':
      return { ...state, workstations: freeWorkstation(state.workstations, fact.visit) };
    case 'escalation.drafted':
      return {
        ...state,
        lastEscalation: state.lastEscalation + 1,
        escalations: { ...state.escalations, [fact.data.escalation]: escalationFrom(fact, when) },
      };
    case 'erasure.decided':
      return withErasure(state, fact);
    case 'erasure.done':
      return withErasureDone(state, fact.data.erasure);
    case 'backup.arranged':
      // Whatever failed before, failed with what was arranged before.
      return { ...state, backup: { ...state.backup, ...fact.data, lastFailed: null } };
    case 'backup.made':
      return {
        ...state,
        backup: {
          ...state.backup,
          lastMade: fact.at,
          lastFailed: null,
          places: withPlace(state.backup.places, fact.data.place),
        },
      };
    case 'backup.failed':
      return { ...state, backup: { ...state.backup, lastFailed: fact.at } };
    case 'damage.found':
      return withLoss(state, fact);
    case 'clock.doubted':
      return {
        ...state,
        clock: { ...state.clock, doubt: { why: fact.data.why, at: fact.at, offset: null } },
      };
    case 'clock.believed':
      return {
        ...state,
        clock: {
          ...state.clock,
          believed: { at: fact.at, run: fact.run, mono: fact.mono },
          doubt: null,
        },
      };
    case 'clock.answered':
      return withAnswer(state, fact);
    default:
      return state;
  }
};

const applyToSubjects = (state: State, fact: StampedFact, when: Moment): State => {
  const happening = { fact, when, actor: fact.actor };
  if (fact.visit === null) return state;
  if (fact.type === 'visit.checked-in') {
    const begun = visitFrom({ fact, when, actor: fact.actor });
    return {
      ...state,
      visits: {
        ...state.visits,
        [fact.visit]: { ...begun, isDayDoubtful: isDayUnknown(state.clock) },
      },
    };
  }
  const visit = state.visits[fact.visit];
  const visits = visit
    ? { ...state.visits, [fact.visit]: applyToVisit(visit, happening) }
    : state.visits;
  return { ...state, visits, escalations: applyToEscalation(state.escalations, fact, when) };
};

/** The state after a fact but for what the fact itself says: how far the journal and its clocks are, and what was answered. */
const applyStamp = (state: State, fact: StampedFact): State => {
  const commands =
    fact.command === null || state.commands.some(({ id }) => id === fact.command)
      ? state.commands
      : [...state.commands.slice(1 - remembered), { id: fact.command, visit: fact.visit }];
  const reading = { at: fact.at, run: fact.run, mono: fact.mono };
  // A fact that says the clock is not believed was not written by a clock that is, and the other way round.
  if (fact.type === 'clock.doubted')
    return {
      ...state,
      seq: fact.seq,
      timeline: advanceUnbelieved(state.timeline, reading),
      commands,
    };
  const right = fact.type === 'clock.believed' ? fact.at : rightTime(state.clock, fact.at);
  const timeline =
    right === null
      ? advanceUnbelieved(state.timeline, reading)
      : advance(state.timeline, { ...reading, at: right });
  return { ...state, seq: fact.seq, timeline, commands, clock: withReading(state.clock, reading) };
};

/**
 * The state after a fact. Applies it unconditionally and purely: the same facts always fold to the same state.
 * @param state all facts before it, folded
 */
export function apply(state: State, fact: StampedFact): State {
  const timed = applyStamp(state, fact);
  const { timeline } = timed;
  const when: Moment = { at: fact.at, t: timeline.t, jumps: timeline.jumps };
  return applyEffects(applyToSubjects(timed, fact, when), fact, when);
}

/**
 * The state after a fact from the files, where a damaged line before it may have left nothing for it to fit to.
 * @param misfit told when the fact does not fit; nothing but the journal's place then moves, and nobody has to stop
 */
export function applyIfItFits(state: State, fact: StampedFact, misfit: () => void): State {
  try {
    return apply(state, fact);
  } catch {
    misfit();
    return applyStamp(state, fact);
  }
}
