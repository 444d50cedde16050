import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { StaffId } from '../../../shared/base/ids.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import type { State } from '../../../shared/state/state.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { checkText } from '../../../shared/base/free-text.ts';
import { textIn } from '../../../shared/views/person.ts';
import type { Decided } from '../../ports.ts';
import { isOfficeLost } from '../../../shared/state/office.ts';
import { decision, type Core } from '../../engine/decision.ts';
import type { PinTurn } from './pin-turn.ts';
import { roles, type Role } from '../../../shared/base/roles.ts';

type NewMember = ArgsOf<'staff.add'>['member'];
type Hashed = { readonly name: string; readonly functions: readonly Role[]; readonly pin: string };

const shortestPin = 6;
const isSequence = (pin: string): boolean =>
  '01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin);

/** A PIN has at least six digits, not all alike and not in sequence. */
export function checkPin(pin: string): Result<string> {
  if (!/^\d+$/.test(pin) || pin.length < shortestPin) return refused('pin-too-short');
  return /^(\d)\1*$/.test(pin) || isSequence(pin) ? refused('pin-too-simple') : accepted(pin);
}

const checkMember = (
  { name, functions, pin }: NewMember,
  taken: readonly string[],
): Result<Hashed> => {
  const text = checkText(name, 60);
  if (!text.ok) return refused(text.code, { ...text.details, field: 'name' });
  if (taken.includes(text.value.toLocaleLowerCase('id')))
    return refused('staff-name-taken', { name: text.value });
  const checked = checkPin(pin);
  return checked.ok
    ? accepted({
        name: text.value,
        functions: roles.filter((role) => functions.includes(role)),
        pin,
      })
    : refused(checked.code, { name: text.value });
};

const namesOf = ({ people }: Core, state: State): readonly string[] =>
  Object.values(state.staff).map(({ person }) =>
    textIn(people.get, person, 'name').toLocaleLowerCase('id'),
  );

/**
 * Checks new members of staff and hashes their PINs, before anything is decided.
 * @param turn PINs are hashed in one turn: meanwhile others are told `pin-busy`
 * @returns the members in their order, each with the functions in the order of `roles` and a hash for the PIN; or what is
 * wrong with the first that is not in order, or `pin-busy`, or `pin-check-unavailable`
 */
export function hashMembers(
  core: Core,
  turn: PinTurn,
  members: readonly NewMember[],
): Promise<Result<readonly Hashed[]>> {
  return turn(async (pins) => {
    const taken = [...namesOf(core, core.recorder.state())];
    const hashed: Hashed[] = [];
    for (const member of members) {
      const checked = checkMember(member, taken);
      if (!checked.ok) return checked;
      taken.push(checked.value.name.toLocaleLowerCase('id'));
      const pin = await pins.hash(checked.value.pin);
      if (!pin.ok) return pin;
      hashed.push({ ...checked.value, pin: pin.value });
    }
    return accepted(hashed);
  });
}

const added = (
  core: Core,
  keep: ReturnType<typeof decision>['keep'],
  { name, functions, pin }: Hashed,
): Fact => ({
  type: 'staff.joined',
  visit: null,
  data: { staff: core.newId() as StaffId, functions, person: keep({ name, pin }) },
});

/** First start: the office's settings and its staff, with at least one coordinator. Possible once. */
export function decideSetUp(
  core: Core,
  settings: ArgsOf<'office.set-up'>['settings'],
  members: readonly Hashed[],
  state: State,
  at: number,
): Result<Decided<null>> {
  if (isOfficeLost(state)) return refused('office-lost');
  if (state.settings !== null) return refused('already-set-up');
  if (!members.some(({ functions }) => functions.includes('coordinator')))
    return refused('coordinator-needed');
  const { keep, done } = decision(core, state, at);
  return done(
    [
      { type: 'settings.changed', visit: null, data: { settings } },
      ...members.map((member) => added(core, keep, member)),
    ],
    null,
  );
}

export function decideAddStaff(
  core: Core,
  member: Hashed,
  state: State,
  at: number,
): Result<Decided<null>> {
  if (namesOf(core, state).includes(member.name.toLocaleLowerCase('id')))
    return refused('staff-name-taken');
  const { keep, done } = decision(core, state, at);
  return done([added(core, keep, member)], null);
}

export function decideSettings(
  core: Core,
  settings: ArgsOf<'office.settings'>['settings'],
  state: State,
  at: number,
): Result<Decided<null>> {
  return decision(core, state, at).done(
    [{ type: 'settings.changed', visit: null, data: { settings } }],
    null,
  );
}
