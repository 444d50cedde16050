import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { StaffId } from '../../../shared/base/ids.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import type { StaffMember } from '../../../shared/state/state.ts';
import { elapsedBetween, type Moment } from '../../../shared/base/timeline.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { checkText } from '../../../shared/base/free-text.ts';
import { textIn } from '../../../shared/views/person.ts';
import { PinsUnavailable, type Decided, type Pins } from '../../ports.ts';
import { decided, record, type Context, type Core } from '../../engine/decision.ts';
import type { Sent } from '../../engine/sent.ts';
import { own } from '../../../shared/base/own.ts';

type NewMember = ArgsOf<'staff.add'>['member'];
type Hashed = { readonly name: string; readonly role: NewMember['role']; readonly pin: string };

const shortestPin = 6;
/** So many wrong PINs are free; each further one doubles the wait, from half a minute to a quarter of an hour. */
const freeTries = 3;
const firstWaitMs = 30_000;
const longestWaitMs = 900_000;

const isSequence = (pin: string): boolean =>
  '01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin);

/** A PIN has at least six digits, not all alike and not in sequence. */
export function checkPin(pin: string): Result<string> {
  if (!/^\d+$/.test(pin) || pin.length < shortestPin) return refused('pin-too-short');
  return /^(\d)\1*$/.test(pin) || isSequence(pin) ? refused('pin-too-simple') : accepted(pin);
}

const checkMember = ({ name, role, pin }: NewMember, taken: readonly string[]): Result<Hashed> => {
  const text = checkText(name, 60);
  if (!text.ok) return refused(text.code, { ...text.details, field: 'name' });
  if (taken.includes(text.value.toLocaleLowerCase('id')))
    return refused('staff-name-taken', { name: text.value });
  const checked = checkPin(pin);
  return checked.ok
    ? accepted({ name: text.value, role, pin })
    : refused(checked.code, { name: text.value });
};

const namesOf = ({ state, personOf }: Pick<Context, 'state' | 'personOf'>): readonly string[] =>
  Object.values(state.staff).map(({ person }) =>
    textIn(personOf, person, 'staff', 'name').toLocaleLowerCase('id'),
  );

/** What the PINs' own part answers; `pin-check-unavailable` when it cannot: the rest of the program goes on without it. */
const ifAvailable = async <T>(answer: Promise<T>): Promise<Result<T>> => {
  try {
    return accepted(await answer);
  } catch (error) {
    if (error instanceof PinsUnavailable) return refused('pin-check-unavailable');
    throw error;
  }
};

/** Checks new members of staff and hashes their PINs, before anything is decided. */
export async function hashMembers(
  { recorder, people }: Core,
  pins: Pins,
  members: readonly NewMember[],
): Promise<Result<readonly Hashed[]>> {
  const taken = [...namesOf({ state: recorder.state(), personOf: people.get })];
  const hashed: Hashed[] = [];
  for (const member of members) {
    const checked = checkMember(member, taken);
    if (!checked.ok) return checked;
    taken.push(checked.value.name.toLocaleLowerCase('id'));
    const pin = await ifAvailable(pins.hash(checked.value.pin));
    if (!pin.ok) return pin;
    hashed.push({ ...checked.value, pin: pin.value });
  }
  return accepted(hashed);
}

/** The fact by which somebody is on the staff. */
const staffAdded = ({ name, role, pin }: Hashed, { keep, newId }: Context): Fact => ({
  type: 'staff.added',
  visit: null,
  data: { staff: newId() as StaffId, role, person: keep('staff', { name, pin }) },
});

/** Takes on the first staff, at set-up. @returns their facts, to be told once set-up is decided */
export async function takeOn(
  core: Core,
  pins: Pins,
  members: readonly NewMember[],
): Promise<Result<(context: Context) => readonly Fact[]>> {
  const hashed = await hashMembers(core, pins, members);
  return hashed.ok
    ? accepted((context) => hashed.value.map((member) => staffAdded(member, context)))
    : hashed;
}

/** Somebody more is taken on. */
export function decideAddStaff(
  { member }: { readonly member: Hashed },
  context: Context,
): Result<Decided<null>> {
  return namesOf(context).includes(member.name.toLocaleLowerCase('id'))
    ? refused('staff-name-taken')
    : decided([staffAdded(member, context)]);
}

/** How long somebody still has to wait before the next try, in ms. */
export function waitLeft({ refusedInRow, lastRefused }: StaffMember, now: Moment): number {
  if (refusedInRow < freeTries || lastRefused === null) return 0;
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (refusedInRow - freeTries));
  return Math.max(0, wait - elapsedBetween(lastRefused, now));
}

/**
 * Signs a member of staff in. Tries are facts, so a restart does not give new ones.
 * @returns the member's id, or `pin-wrong` with the tries left, or `pin-wait` with the seconds to wait, or
 * `pin-check-unavailable`, which counts as no try
 */
export async function signIn(
  core: Core,
  pins: Pins,
  id: StaffId,
  pin: string,
  sent: Sent | null,
): Promise<Result<StaffId>> {
  const { recorder, people } = core;
  const member = own(recorder.state().staff, id);
  if (member === undefined) return refused('staff-unknown');
  const wait = waitLeft(member, recorder.now());
  if (wait > 0) return refused('pin-wait', { seconds: Math.ceil(wait / 1000) });
  const verified = await ifAvailable(
    pins.verify(pin, textIn(people.get, member.person, 'staff', 'pin')),
  );
  if (!verified.ok) return verified;
  const matches = verified.value;
  const fact: Fact = {
    type: matches ? 'sign-in.accepted' : 'sign-in.refused',
    visit: null,
    data: { staff: id },
  };
  const written = await record(core, {
    actor: { kind: 'staff', id },
    sent,
    tells: fact.type,
    again: () => id,
    decide: () => decided([fact], id),
  });
  if (!written.ok || matches) return written;
  const { refusedInRow } = recorder.state().staff[id] ?? member;
  return refused('pin-wrong', { left: Math.max(0, freeTries - refusedInRow) });
}
