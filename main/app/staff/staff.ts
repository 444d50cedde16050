import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { StaffId } from '../../../shared/base/ids.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { checkText } from '../../../shared/base/free-text.ts';
import { textIn } from '../../../shared/views/person.ts';
import type { Decided } from '../../ports.ts';
import { decided, type Context, type Core } from '../../engine/decision.ts';
import { roles, type Role } from '../../../shared/base/roles.ts';
import { nameKey } from '../../../shared/base/name-key.ts';
import type { PinTurn } from './pin-turn.ts';

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
  if (nameKey(text.value) === '') return refused('text-empty', { field: 'name' });
  if (taken.includes(nameKey(text.value))) return refused('staff-name-taken', { name: text.value });
  const checked = checkPin(pin);
  return checked.ok
    ? accepted({
        name: text.value,
        functions: roles.filter((role) => functions.includes(role)),
        pin,
      })
    : refused(checked.code, { name: text.value });
};

const namesOf = ({ state, personOf }: Pick<Context, 'state' | 'personOf'>): readonly string[] =>
  Object.values(state.staff).map(({ person }) =>
    nameKey(textIn(personOf, person, 'staff', 'name')),
  );

/**
 * Checks new members of staff and hashes their PINs, before anything is decided.
 * @param turn PINs are hashed in one turn: meanwhile others are told `pin-busy`
 * @returns the members in their order, each with the functions in the order of `roles` and a hash for the PIN; or what is
 * wrong with the first that is not in order, or `pin-busy`, or `pin-check-unavailable`
 */
export function hashMembers(
  { recorder, people }: Core,
  turn: PinTurn,
  members: readonly NewMember[],
): Promise<Result<readonly Hashed[]>> {
  return turn(async (pins) => {
    const taken = [...namesOf({ state: recorder.state(), personOf: people.get })];
    const hashed: Hashed[] = [];
    for (const member of members) {
      const checked = checkMember(member, taken);
      if (!checked.ok) return checked;
      taken.push(nameKey(checked.value.name));
      const pin = await pins.hash(checked.value.pin);
      if (!pin.ok) return pin;
      hashed.push({ ...checked.value, pin: pin.value });
    }
    return accepted(hashed);
  });
}

/** The fact by which somebody is on the staff. */
const staffJoined = ({ name, functions, pin }: Hashed, { keep, newId }: Context): Fact => ({
  type: 'staff.joined',
  visit: null,
  data: {
    staff: newId() as StaffId,
    functions: [...functions],
    person: keep('staff', { name, pin }),
  },
});

/** Takes on the first staff, at set-up. @returns their facts, to be told once set-up is decided */
export async function takeOn(
  core: Core,
  turn: PinTurn,
  members: readonly NewMember[],
): Promise<Result<(context: Context) => readonly Fact[]>> {
  const hashed = await hashMembers(core, turn, members);
  return hashed.ok
    ? accepted((context) => hashed.value.map((member) => staffJoined(member, context)))
    : hashed;
}

/** Somebody more is taken on. */
export function decideAddStaff(
  { member }: { readonly member: Hashed },
  context: Context,
): Result<Decided<null>> {
  return namesOf(context).includes(nameKey(member.name))
    ? refused('staff-name-taken')
    : decided([staffJoined(member, context)]);
}
