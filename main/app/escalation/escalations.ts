import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import { deadlineMoment } from '../../../shared/guest-book/deadline.ts';
import type { FollowUpAct } from '../../../shared/sop/follow-up-acts.ts';
import { stageAfter } from '../../../shared/sop/follow-up.ts';
import { followUpOf } from '../../../shared/state/follow-up-of.ts';
import type { Escalation, State } from '../../../shared/state/state.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decided, type Context } from '../../engine/decision.ts';
import { zoneOf } from '../../../shared/state/office.ts';
import type { Commands } from '../../engine/handlers.ts';
import { own } from '../../../shared/base/own.ts';

const ticketPattern = /^[A-Za-z0-9][A-Za-z0-9./#-]{0,39}$/;

const stepOn = (state: State, id: string, act: FollowUpAct): Result<Escalation> => {
  const escalation = own(state.escalations, id);
  if (escalation === undefined) return refused('escalation-unknown');
  const followUp = followUpOf(state, escalation);
  return followUp === null || stageAfter(followUp, escalation.stage, act) === null
    ? refused('escalation-not-now')
    : accepted(escalation);
};

/** When something outside the product happened, as staff tell it: never later than now. */
const toldMoment = (typed: string, state: State, now: number): Result<number> => {
  const at = deadlineMoment(typed, zoneOf(state));
  if (at === null) return refused('time-malformed', { field: 'at' });
  // A minute that has just begun is not the future.
  return at > now + 60_000 ? refused('time-in-future', { field: 'at' }) : accepted(at);
};

/** Sent to Helpdesk LKPP, recorded by hand: channel, when, ticket number where there is one. */
export function decideSend(
  args: ArgsOf<'escalation.send'>,
  { state, now }: Context,
): Result<Decided<null>> {
  const found = stepOn(state, args.escalation, 'send');
  if (!found.ok) return found;
  const texts = checkTexts({ channel: { text: args.channel, limit: 60 } });
  if (!texts.ok) return texts;
  const sentAt = toldMoment(args.at, state, now.at);
  if (!sentAt.ok) return sentAt;
  const ticket = args.ticket.trim();
  if (ticket !== '' && !ticketPattern.test(ticket))
    return refused('ticket-malformed', { field: 'ticket' });
  const { id: escalation, visit } = found.value;
  const data = { escalation, channel: texts.value.channel, sentAt: sentAt.value, ticket };
  return decided([{ type: 'escalation.sent', visit, data }]);
}

/** Confirmed by telephone to Helpdesk LKPP: the output that step 10 owes. */
export function decideConfirm(
  args: ArgsOf<'escalation.confirm'>,
  { state, now, keep }: Context,
): Result<Decided<null>> {
  const found = stepOn(state, args.escalation, 'confirm');
  if (!found.ok) return found;
  const at = toldMoment(args.at, state, now.at);
  if (!at.ok) return at;
  const texts = checkTexts({ spokeWith: { text: args.spokeWith, limit: 200 } });
  if (!texts.ok) return texts;
  const { id: escalation, visit } = found.value;
  return decided([
    {
      type: 'escalation.confirmed',
      visit,
      data: {
        escalation,
        confirmedAt: at.value,
        note: keep('escalation-confirmation', texts.value),
      },
    },
  ]);
}

/** Helpdesk LKPP answered. */
export function decideAnswered(
  args: ArgsOf<'escalation.answer'>,
  { state, now, keep }: Context,
): Result<Decided<null>> {
  const found = stepOn(state, args.escalation, 'answer');
  if (!found.ok) return found;
  const at = toldMoment(args.at, state, now.at);
  if (!at.ok) return at;
  const texts = checkTexts({ text: { text: args.text } });
  if (!texts.ok) return texts;
  const { id: escalation, visit } = found.value;
  return decided([
    {
      type: 'escalation.answered',
      visit,
      data: { escalation, answeredAt: at.value, text: keep('escalation-answer', texts.value) },
    },
  ]);
}

/** The provider was contacted. */
export function decideContact(
  args: ArgsOf<'escalation.contact'>,
  { state, now, keep }: Context,
): Result<Decided<null>> {
  const found = stepOn(state, args.escalation, 'contact');
  if (!found.ok) return found;
  const at = toldMoment(args.at, state, now.at);
  if (!at.ok) return at;
  const texts = checkTexts({ note: { text: args.note, limit: 500 } });
  if (!texts.ok) return texts;
  const { id: escalation, visit } = found.value;
  return decided([
    {
      type: 'escalation.contacted',
      visit,
      data: {
        escalation,
        contactedAt: at.value,
        way: args.way,
        note: keep('escalation-contact', texts.value),
      },
    },
  ]);
}

/** Closed: resolved after the provider was contacted, or unresolved at any stage with a reason. */
export function decideEscalationClose(
  args: ArgsOf<'escalation.close'>,
  { state, keep }: Context,
): Result<Decided<null>> {
  const found = stepOn(state, args.escalation, args.resolved ? 'close' : 'give-up');
  if (!found.ok) return found;
  const texts = args.resolved ? null : checkTexts({ reason: { text: args.reason } });
  if (texts !== null && !texts.ok)
    return texts.code === 'text-empty' ? refused('reason-owed', { field: 'reason' }) : texts;
  const { id: escalation, visit } = found.value;
  const reason = texts === null ? null : keep('reason', texts.value);
  return decided([
    { type: 'escalation.closed', visit, data: { escalation, resolved: args.resolved, reason } },
  ]);
}

/** Every command of the room, and the fact that it begins with. */
export const escalationCommands: Commands<MessageOf<'escalation'>> = {
  'escalation.send': { decide: decideSend, tells: 'escalation.sent' },
  'escalation.confirm': { decide: decideConfirm, tells: 'escalation.confirmed' },
  'escalation.answer': { decide: decideAnswered, tells: 'escalation.answered' },
  'escalation.contact': { decide: decideContact, tells: 'escalation.contacted' },
  'escalation.close': { decide: decideEscalationClose, tells: 'escalation.closed' },
};
