import type { StaffId } from '../../../shared/base/ids.ts';
import { own } from '../../../shared/base/own.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { elapsedBetween, type Moment } from '../../../shared/base/timeline.ts';
import type { Actor, FactOf } from '../../../shared/facts/facts.ts';
import type { PinTries, StaffMember } from '../../../shared/state/state.ts';
import { textIn } from '../../../shared/views/person.ts';
import { decided, note, record, type Core } from '../../engine/decision.ts';
import type { Sent } from '../../engine/sent.ts';
import type { PinTurn } from './pin-turn.ts';

/** So many wrong PINs are free; each further one doubles the wait, from half a minute to a quarter of an hour. */
const freeTries = 3;
const firstWaitMs = 30_000;
const longestWaitMs = 900_000;

/** How long somebody still has to wait before the next try, in ms, by the steady clock. */
export function waitLeft({ spent, last }: PinTries, now: Moment): number {
  if (spent < freeTries || last === null) return 0;
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (spent - freeTries));
  return Math.max(0, wait - elapsedBetween(last, now));
}

/**
 * Spends a try, in the recorder's queue, on all that was spent before it.
 * @returns the member; or `staff-unknown`, `pin-wait` with the seconds, `pin-try-spent` where the command's id is one that
 * was answered already: no answer of a sign-in is ever given again
 */
const spendTry = async (
  core: Core,
  id: StaffId,
  sent: Sent | null,
): Promise<Result<StaffMember>> => {
  const thisTry = Symbol('try');
  const spent = await record<{ readonly by: symbol; readonly member: StaffMember } | null>(core, {
    actor: { kind: 'system' },
    sent,
    tells: 'sign-in.tried',
    again: () => null,
    decide: ({ state, now }) => {
      const member = own(state.staff, id);
      if (member === undefined) return refused('staff-unknown');
      const wait = waitLeft(member.tries, now);
      if (wait > 0) return refused('pin-wait', { seconds: Math.ceil(wait / 1000) });
      return decided([{ type: 'sign-in.tried', visit: null, data: { staff: id } }], {
        by: thisTry,
        member,
      });
    },
  });
  if (!spent.ok) return spent.code === 'command-reused' ? refused('pin-try-spent') : spent;
  return spent.value?.by === thisTry ? accepted(spent.value.member) : refused('pin-try-spent');
};

const tell = async (
  core: Core,
  actor: Actor,
  type: (FactOf<'sign-in.accepted'> | FactOf<'sign-in.unchecked'>)['type'],
  staff: StaffId,
): Promise<Result<StaffId>> => {
  const told = await note(core, () => decided([{ type, visit: null, data: { staff } }]), actor);
  return told.ok ? accepted(staff) : told;
};

/**
 * Signs a member of staff in. A try is spent, as a fact that is flushed, before its PIN is checked: whatever ends the
 * program between the two, and whatever else is asked meanwhile, it stays spent. A PIN that is right makes all of them good.
 * One that could not be checked says nothing about the PIN and costs no try: a second fact gives it back, with the wait as
 * it was before; if that fact cannot be written either, it stays spent.
 * @param turn one PIN is checked at a time
 * @param sent the command: its id serves for one try
 * @returns the member's id, or `pin-wrong` with the tries left before a wait, or `pin-wait` with the seconds to wait, or
 * `pin-busy`, `pin-try-spent`, `staff-unknown`, `pin-check-unavailable`, `out-of-service`
 */
export function signIn(
  core: Core,
  turn: PinTurn,
  id: StaffId,
  pin: string,
  sent: Sent | null,
): Promise<Result<StaffId>> {
  return turn(async (pins) => {
    const member = await spendTry(core, id, sent);
    if (!member.ok) return member;
    const { person, tries } = member.value;
    const matches = await pins.verify(pin, textIn(core.people.get, person, 'staff', 'pin'));
    if (!matches.ok) {
      await tell(core, { kind: 'system' }, 'sign-in.unchecked', id);
      return matches;
    }
    return matches.value
      ? tell(core, { kind: 'staff', id }, 'sign-in.accepted', id)
      : refused('pin-wrong', { left: Math.max(0, freeTries - tries.spent - 1) });
  });
}
