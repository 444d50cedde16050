import type { Fact, FactOf, StampedFact } from '../facts/facts.ts';
import type { Moment } from '../base/timeline.ts';
import type { State, Visit } from './state.ts';
import { withVisit } from './visit.ts';

/** A fact of one type with its stamp. */
export type Stamped<T extends Fact['type']> = StampedFact & FactOf<T>;

/** What one fact does to the state. Pure and unconditional: whether it was allowed was decided before it was written. */
export type Fold<T extends Fact['type']> = (state: State, fact: Stamped<T>, when: Moment) => State;

/** A fold for each of some types of facts. */
export type FoldTable<Types extends Fact['type'] = Fact['type']> = {
  readonly [T in Types]: Fold<T>;
};

/** The types of facts about one visit. */
export type VisitFactType = Extract<Fact, { visit: string }>['type'];

/** The fold of a fact that changes nothing but its visit. A visit that nobody knows leaves all as it is. */
export function onVisit<T extends VisitFactType>(
  change: (visit: Visit, fact: Stamped<T>, when: Moment, state: State) => Visit,
): Fold<T> {
  return (state, fact, when) => {
    const { visit: code } = fact as StampedFact;
    const visit = code === null ? undefined : state.visits[code];
    return visit === undefined ? state : withVisit(state, change(visit, fact, when, state));
  };
}

/** A fact that only tells: nothing folds from it. */
export function toldOnly(state: State): State {
  return state;
}
