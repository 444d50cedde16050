import type { FactOf, StampedFact } from '../facts/facts.ts';
import type { Escalation, State } from './state.ts';
import type { Moment } from '../base/timeline.ts';

/** The escalation that a draft begins. */
export function escalationFrom(fact: FactOf<'escalation.drafted'>, when: Moment): Escalation {
  return {
    id: fact.data.escalation,
    visit: fact.visit,
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

const changeOf = (
  fact: StampedFact,
  when: Moment,
): { readonly id: Escalation['id']; readonly change: Partial<Escalation> } | null => {
  switch (fact.type) {
    case 'escalation.sent': {
      const { escalation: id, channel, ticket, sentAt } = fact.data;
      return { id, change: { stage: 'sent', channel, ticket, sentAt } };
    }
    case 'escalation.confirmed': {
      const { escalation: id, confirmedAt, note } = fact.data;
      return {
        id,
        change: { stage: 'confirmed', confirmed: { at: confirmedAt, recorded: when, note } },
      };
    }
    case 'escalation.answered': {
      const { escalation: id, answeredAt, text } = fact.data;
      return { id, change: { stage: 'answered', answered: { at: answeredAt, text } } };
    }
    case 'escalation.contacted': {
      const { escalation: id, contactedAt, way, note } = fact.data;
      return { id, change: { stage: 'contacted', contacted: { at: contactedAt, way, note } } };
    }
    case 'escalation.closed': {
      const { escalation: id, resolved, reason } = fact.data;
      return { id, change: { stage: resolved ? 'closed' : 'closed-unresolved', reason } };
    }
    default:
      return null;
  }
};

/** The escalations after a fact; a fact about none leaves them as they are. */
export function applyToEscalation(
  escalations: State['escalations'],
  fact: StampedFact,
  when: Moment,
): State['escalations'] {
  const changed = changeOf(fact, when);
  const before = changed === null ? undefined : escalations[changed.id];
  return changed === null || before === undefined
    ? escalations
    : { ...escalations, [changed.id]: { ...before, ...changed.change } };
}
