import type { FactOf } from '../facts/facts.ts';
import type { Fold, FoldTable, Stamped } from './fold-table.ts';
import { withVisit } from './visit.ts';
import { keyOf, shippedProcedure, type ProcedureKey } from './procedures.ts';
import { activeService, type Escalation } from './state.ts';
import type { Moment } from '../base/timeline.ts';

/** The escalation that a draft begins. */
export function escalationFrom(
  fact: FactOf<'escalation.drafted'>,
  when: Moment,
  { document, revision }: ProcedureKey,
): Escalation {
  return {
    id: fact.data.escalation,
    visit: fact.visit,
    document,
    revision,
    stage: 'drafted',
    draftedAt: when,
    channel: '',
    ticket: '',
    sentAt: null,
    confirmed: null,
    answered: null,
    contacted: null,
    reason: null,
  };
}

type Later =
  | 'escalation.sent'
  | 'escalation.confirmed'
  | 'escalation.answered'
  | 'escalation.contacted'
  | 'escalation.closed';

/** The fold of a fact that moves an escalation on; one that nobody knows leaves all as it is. */
const onEscalation =
  <T extends Later>(change: (fact: Stamped<T>, when: Moment) => Partial<Escalation>): Fold<T> =>
  (state, fact, when) => {
    const { escalation: id } = (fact as Stamped<Later>).data;
    const before = state.escalations[id];
    return before === undefined
      ? state
      : {
          ...state,
          escalations: { ...state.escalations, [id]: { ...before, ...change(fact, when) } },
        };
  };

/** What outlives a visit: begun by a step, moved on by acts. */
export const escalationFolds: FoldTable<'escalation.drafted' | Later> = {
  'escalation.drafted': (state, fact, when) => {
    const visit = state.visits[fact.visit];
    const drafted =
      visit === undefined
        ? state
        : withVisit(state, { ...visit, escalation: fact.data.escalation });
    // A visit that a damaged line took away had the procedure that ships.
    const key = visit === undefined ? keyOf(shippedProcedure) : activeService(visit);
    return {
      ...drafted,
      lastEscalation: state.lastEscalation + 1,
      escalations: {
        ...state.escalations,
        [fact.data.escalation]: escalationFrom(fact, when, key),
      },
    };
  },
  'escalation.sent': onEscalation(({ data: { channel, ticket, sentAt } }) => ({
    stage: 'sent',
    channel,
    ticket,
    sentAt,
  })),
  'escalation.confirmed': onEscalation(({ data: { confirmedAt, note } }, when) => ({
    stage: 'confirmed',
    confirmed: { at: confirmedAt, recorded: when, note },
  })),
  'escalation.answered': onEscalation(({ data: { answeredAt, text } }) => ({
    stage: 'answered',
    answered: { at: answeredAt, text },
  })),
  'escalation.contacted': onEscalation(({ data: { contactedAt, way, note } }) => ({
    stage: 'contacted',
    contacted: { at: contactedAt, way, note },
  })),
  'escalation.closed': onEscalation(({ data: { resolved, reason } }) => ({
    stage: resolved ? 'closed' : 'closed-unresolved',
    reason,
  })),
};
