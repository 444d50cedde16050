import type { StampedFact } from '../facts/facts.ts';
import { accountabilityFolds } from './accountability.ts';
import { clockFolds, withLoss } from './day.ts';
import { escalationFolds } from './escalation.ts';
import type { Fold, FoldTable } from './fold-table.ts';
import { rightTime, withReading } from './office-clock.ts';
import { withAdopted } from './procedures.ts';
import { recordsFolds } from './records.ts';
import { withSettings } from './settings.ts';
import { settle } from './settle.ts';
import { staffFolds, withWaitsAnew } from './staff.ts';
import type { KnownCommand, State } from './state.ts';
import { visitFolds } from './visit-folds.ts';
import { advance, advanceUnbelieved, type Moment } from '../base/timeline.ts';

/** Goes up when the same facts fold to another state: checkpoints of an older fold are then made anew. */
export const foldVersion = 11;

/** So many commands are remembered; a window repeats one within seconds, or after a restart. */
const remembered = 200;

/** THE fold: complete by its type, so that a fact without one does not compile. */
const folds: FoldTable = {
  'run.began': (state, { data }, when) =>
    settle(data.reason === 'recovered' ? state : withWaitsAnew(state, when), when),
  'journal.named': (state, { data }) => ({ ...state, journal: data }),
  'settings.changed': (state, fact) => withSettings(state, fact, fact.at),
  'settings.section-changed': (state, fact) => withSettings(state, fact, fact.at),
  'procedure.adopted': (state, { data }) => ({
    ...state,
    procedures: withAdopted(state.procedures, data.definition),
  }),
  'damage.found': withLoss,
  ...clockFolds,
  ...staffFolds,
  ...visitFolds,
  ...accountabilityFolds,
  ...escalationFolds,
  ...recordsFolds,
};

const knownCommand = (
  { visit, actor, type }: StampedFact,
  id: NonNullable<StampedFact['command']>,
): KnownCommand => ({ id, visit, actor: actor.kind, type });

/** The state after a fact but for what the fact itself says: how far the journal and its clocks are, and what was answered. */
const applyStamp = (state: State, fact: StampedFact): State => {
  const commands =
    fact.command === null || state.commands.some(({ id }) => id === fact.command)
      ? state.commands
      : [...state.commands.slice(1 - remembered), knownCommand(fact, fact.command)];
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
  const fold = folds[fact.type] as Fold<StampedFact['type']>;
  return fold(timed, fact as never, when);
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
