import { setup, transition } from 'xstate';
import { assertNever } from '../base/result.ts';
import {
  onlyRow,
  rowOf,
  waitingRow,
  type Answer,
  type Demand,
  type OtherOutcome,
  type Outcome,
  type Place,
  type Procedure,
  type Step,
  type StepId,
} from './definition.ts';
import { isNormAccounted, unmetByAnswer, type Brought } from './demands.ts';
import type { Stage } from './kinds.ts';
import {
  callersOf,
  entered,
  goesBack,
  plainPlace,
  placeName,
  placesOf,
  stateOf,
  targetOf,
  type At,
} from './places.ts';
import { answeredIn, stagesOf } from './stages.ts';

/**
 * What may be put to the chart: an answer; the call and its end; the trainer called; a way outside the arrows. Counts and times
 * are flags of the event: the chart holds no counter, time, jump or undo, so that a test can walk every simple path to every end.
 */
export type VisitEvent =
  | ({ readonly type: `step.${Answer}` } & Brought)
  | {
      readonly type: 'queue.call' | 'queue.begin' | 'trainer.call';
      readonly met?: readonly Demand[];
    }
  | { readonly type: 'visit.no-show'; readonly isCalledTwice?: boolean }
  | ({
      readonly type: 'visit.undo' | 'visit.jump' | 'visit.left-early' | 'visit.left-unreported';
    } & Brought);

/** What the chart says to an event. */
export type Said =
  | { readonly kind: 'moved'; readonly next: At }
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  /** The place may be left outside the arrows; where to is for the one who asks. */
  | { readonly kind: 'let-go' }
  /** The chart has no such arrow at this place. */
  | { readonly kind: 'no-arrow' }
  /** The chart has the arrow and holds it until this is told. */
  | { readonly kind: 'held'; readonly by: Demand | 'second-call' };

/** What a place offers, for whoever shows it; answers in the order of the row's arrows. */
export type Offers = {
  readonly answers: readonly { readonly answer: Answer; readonly next: Place | null }[];
  readonly call: boolean;
  readonly begin: boolean;
  readonly noShow: boolean;
  readonly callTrainer: boolean;
  readonly undo: boolean;
  readonly jumps: readonly StepId[];
  readonly ends: readonly ('left-early' | 'left-unreported')[];
};

const letGo = 'let-go';

/** How often a visitor is called before "did not come" may be recorded (SOP, Ends). */
export const callsBeforeNoShow = 2;

/** Makes the chart's state of one part of one place. */
function stateAt(procedure: Procedure, at: At, ends: Set<Outcome>): object {
  const { place, stage } = at;
  const row = rowOf(procedure, place.step);
  const parts = stagesOf(row);
  const on: Record<string, object> = {};
  const here = (part: Stage): string => nameOf(procedure, { place, stage: part });
  const nameEntered = (target: Place): string => nameOf(procedure, entered(procedure, target));

  if (stage === answeredIn(row) && row.kind !== 'queue')
    for (const arrow of row.arrows) {
      const target = targetOf(procedure, place, arrow);
      if (target === null && place.outcome !== null) ends.add(place.outcome);
      on[`step.${arrow.answer}`] = {
        target: target === null ? place.outcome : nameEntered(target),
        guard: { type: 'nothing is owed for the answer', params: { row, answer: arrow.answer } },
      };
    }
  if (stage === 'waiting' || stage === 'called') {
    const [arrow] = row.arrows;
    const next = row.kind === 'queue' && arrow ? targetOf(procedure, place, arrow) : null;
    on['queue.call'] = { target: here('called'), reenter: true };
    on['queue.begin'] = { target: next === null ? here('running') : nameEntered(next) };
    if (stage === 'called' && row.id === waitingRow(procedure).id)
      on['visit.no-show'] = { target: 'no-show', guard: 'called twice' };
  }
  const assign = procedure.steps.find(({ kind }) => kind === 'assign');
  // Whoever is assigned may be changed as long as assistance lasts.
  if (assign !== undefined && (row.kind === 'assign' || row.phase === 'assistance'))
    on['trainer.call'] = {
      target: here(parts.includes('trainer-called') ? 'trainer-called' : stage),
      reenter: true,
      guard: { type: 'the workstation is clean', params: { row: assign } },
    };
  if (isStaffed(procedure, row)) {
    const guard = { type: 'the norm is accounted for', params: { row } };
    for (const event of ['visit.undo', 'visit.jump']) on[event] = { target: letGo, guard };
    for (const outcome of endsOutside(row)) on[`visit.${outcome}`] = { target: outcome, guard };
  }
  for (const outcome of [...endsOutside(row), 'no-show']) ends.add(outcome);
  return { meta: { at }, on };
}

/** Ends outside the arrows need a number, so there is none before the guest book is filled; from the last step nobody leaves early. */
function endsOutside(row: Step): readonly ('left-early' | 'left-unreported')[] {
  if (row.phase === 'arrival') return [];
  return row.kind === 'report-out' ? ['left-unreported'] : ['left-early', 'left-unreported'];
}

/** Behind the guest book staff answer for every step. */
function isStaffed(procedure: Procedure, row: Step): boolean {
  return row.phase !== 'arrival' && row.id !== onlyRow(procedure, 'guest-book').id;
}

function nameOf(procedure: Procedure, { place, stage }: At): string {
  return stateOf(place, stage, stagesOf(rowOf(procedure, place.step)).length > 1);
}

/**
 * Makes the XState chart of a procedure. A step that goes back to its caller stands in it once for each of these, the last step
 * once for each outcome, and a step with parts once for each part.
 * @param procedure checked by `checkDefinition`
 * @returns a machine without context, whose final states are the outcomes, and `let-go` for ways outside the arrows
 */
export function makeVisitMachine(procedure: Procedure) {
  const states: Record<string, object> = {};
  const ends = new Set<Outcome>();
  for (const place of placesOf(procedure))
    for (const stage of stagesOf(rowOf(procedure, place.step)))
      states[nameOf(procedure, { place, stage })] = stateAt(procedure, { place, stage }, ends);
  for (const outcome of [...ends, letGo]) states[outcome] = { type: 'final' };
  const first = procedure.steps[0];
  return setup({
    types: {} as { events: VisitEvent },
    guards: {
      'nothing is owed for the answer': (
        { event },
        { row, answer }: { row: Step; answer: Answer },
      ) => unmetByAnswer(row, answer, event as Brought) === null,
      'the norm is accounted for': ({ event }, { row }: { row: Step }) =>
        isNormAccounted(row, event as Brought),
      'the workstation is clean': ({ event }, { row }: { row: Step }) => isClean(row, event),
      'called twice': ({ event }) => event.type === 'visit.no-show' && event.isCalledTwice === true,
    },
  }).createMachine({
    id: 'visit',
    initial: first ? nameOf(procedure, entered(procedure, plainPlace(first.id))) : '',
    states,
  });
}

function isClean({ demands }: Step, event: VisitEvent): boolean {
  if (!demands.includes('clean-workstation')) return true;
  return 'met' in event && (event.met ?? []).includes('clean-workstation');
}

/** What holds an event that the chart has an arrow for. */
function heldBy(row: Step, event: VisitEvent): Demand | 'second-call' {
  switch (event.type) {
    case 'visit.no-show':
      return 'second-call';
    case 'trainer.call':
    case 'queue.call':
    case 'queue.begin':
      return 'clean-workstation';
    case 'visit.undo':
    case 'visit.jump':
    case 'visit.left-early':
    case 'visit.left-unreported':
      return 'cause';
    case 'step.done':
    case 'step.yes':
    case 'step.no':
    case 'step.leaves':
    case 'step.continues':
      return unmetByAnswer(row, event.type.slice('step.'.length) as Answer, event) ?? 'cause';
    default:
      return assertNever(event);
  }
}

/**
 * The chart of a procedure with the pure questions that every command and every view asks: the only judge of what may be done next.
 * @param procedure under which the service began
 */
export function makeVisitChart(procedure: Procedure) {
  const machine = makeVisitMachine(procedure);
  const states = new Map<string, At>();
  for (const place of placesOf(procedure))
    for (const stage of stagesOf(rowOf(procedure, place.step)))
      states.set(nameOf(procedure, { place, stage }), { place, stage });
  const places = new Set(placesOf(procedure).map(placeName));

  const hasArrow = (at: At, type: VisitEvent['type']): boolean => {
    const node = machine.states[nameOf(procedure, at) as keyof typeof machine.states] as
      { readonly on: Readonly<Record<string, unknown>> } | undefined;
    return node !== undefined && Object.hasOwn(node.on, type);
  };

  /**
   * What the chart says to an event at a place. Pure: nothing runs, nothing is kept.
   * @param at where the visit is; a place that the chart does not have is a bug and throws
   */
  const decide = (at: At, event: VisitEvent): Said => {
    if (!hasArrow(at, event.type)) return { kind: 'no-arrow' };
    const before = machine.resolveState({ value: nameOf(procedure, at) } as Parameters<
      typeof machine.resolveState
    >[0]);
    if (!before.can(event))
      return { kind: 'held', by: heldBy(rowOf(procedure, at.place.step), event) };
    const [after] = transition(machine, before, event);
    const value = String(after.value);
    if (value === letGo) return { kind: 'let-go' };
    if (after.status === 'done') return { kind: 'ended', outcome: value };
    const next = states.get(value);
    if (next === undefined)
      throw new Error(`The chart stopped at ${nameOf(procedure, at)} on ${event.type}`);
    return { kind: 'moved', next };
  };

  /** To which caller a step goes back that is jumped to: where the visit is, or the last of them. */
  const callerFrom = ({ place }: At, step: StepId): StepId | null => {
    const callers = callersOf(procedure, step);
    return callers.includes(place.step) ? place.step : (callers[callers.length - 1] ?? null);
  };

  /** Where a jump to a step leads: none to the visitor's own steps, to the last one, or to where the visit is. */
  const jumpTo = (at: At, step: StepId): Place | null => {
    const row = procedure.steps.find(({ id }) => id === step);
    if (row === undefined || step === at.place.step || row.kind === 'report-out') return null;
    if (!isStaffed(procedure, row)) return null;
    const place: Place = {
      step,
      returnTo: goesBack(row) ? callerFrom(at, step) : null,
      outcome: null,
    };
    return places.has(placeName(place)) && hasArrow(at, 'visit.jump') ? place : null;
  };

  /** What a place offers. @param calls how often the visitor was called there; `hasBefore`: an answer can be taken back */
  const offersAt = (
    at: At,
    { calls, hasBefore }: { readonly calls: number; readonly hasBefore: boolean },
  ): Offers => {
    const row = rowOf(procedure, at.place.step);
    return {
      answers: row.arrows
        .filter(({ answer }) => hasArrow(at, `step.${answer}`))
        .map((arrow) => ({ answer: arrow.answer, next: targetOf(procedure, at.place, arrow) })),
      call: hasArrow(at, 'queue.call'),
      begin: hasArrow(at, 'queue.begin'),
      noShow:
        decide(at, { type: 'visit.no-show', isCalledTwice: calls >= callsBeforeNoShow }).kind ===
        'ended',
      callTrainer: hasArrow(at, 'trainer.call'),
      undo: hasBefore && hasArrow(at, 'visit.undo'),
      jumps: procedure.steps.map(({ id }) => id).filter((id) => jumpTo(at, id) !== null),
      ends: endsOutside(row).filter((outcome) => hasArrow(at, `visit.${outcome}`)),
    };
  };

  return { machine, decide, jumpTo, offersAt, places: placesOf(procedure) };
}
export type VisitChart = ReturnType<typeof makeVisitChart>;

/** The event of an end outside the arrows. */
export function endEventOf(
  outcome: Exclude<OtherOutcome, 'no-show'>,
  brought: Brought,
): VisitEvent {
  return { type: `visit.${outcome}`, ...brought };
}

const charts = new WeakMap<Procedure, VisitChart>();

/** The chart of a procedure, made once. */
export function chartOfProcedure(procedure: Procedure): VisitChart {
  const chart = charts.get(procedure) ?? makeVisitChart(procedure);
  charts.set(procedure, chart);
  return chart;
}
