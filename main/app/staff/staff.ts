import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { CommandId, StaffId } from '../../../shared/base/ids.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import type { State, StaffMember } from '../../../shared/state/state.ts';
import { elapsedBetween, type Moment } from '../../../shared/base/timeline.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { checkText } from '../../../shared/base/free-text.ts';
import { textIn } from '../../../shared/views/person.ts';
import { PinsUnavailable, type Decided, type Pins } from '../../ports.ts';
import { isOfficeLost } from '../../../shared/state/office.ts';
import { decision, type Core } from '../../engine/decision.ts';
import { checkSettings } from '../../../shared/settings/check-settings.ts';
import { nameKey } from '../../../shared/base/name-key.ts';
import { settingsFacts } from '../../../shared/state/settings.ts';
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
  if (nameKey(text.value) === '') return refused('text-empty', { field: 'name' });
  if (taken.includes(nameKey(text.value))) return refused('staff-name-taken', { name: text.value });
  const checked = checkPin(pin);
  return checked.ok
    ? accepted({ name: text.value, role, pin })
    : refused(checked.code, { name: text.value });
};

const namesOf = ({ people }: Core, state: State): readonly string[] =>
  Object.values(state.staff).map(({ person }) => nameKey(textIn(people.get, person, 'name')));

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
  core: Core,
  pins: Pins,
  members: readonly NewMember[],
): Promise<Result<readonly Hashed[]>> {
  const taken = [...namesOf(core, core.recorder.state())];
  const hashed: Hashed[] = [];
  for (const member of members) {
    const checked = checkMember(member, taken);
    if (!checked.ok) return checked;
    taken.push(nameKey(checked.value.name));
    const pin = await ifAvailable(pins.hash(checked.value.pin));
    if (!pin.ok) return pin;
    hashed.push({ ...checked.value, pin: pin.value });
  }
  return accepted(hashed);
}

const added = (
  core: Core,
  keep: ReturnType<typeof decision>['keep'],
  { name, role, pin }: Hashed,
): Fact => ({
  type: 'staff.added',
  visit: null,
  data: { staff: core.newId() as StaffId, role, person: keep({ name, pin }) },
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
  if (!members.some(({ role }) => role === 'coordinator')) return refused('coordinator-needed');
  const checked = checkSettings(settings);
  if (!checked.ok) return checked;
  const { keep, done } = decision(core, state, at);
  return done(
    [...settingsFacts(null, checked.value), ...members.map((member) => added(core, keep, member))],
    null,
  );
}

export function decideAddStaff(
  core: Core,
  member: Hashed,
  state: State,
  at: number,
): Result<Decided<null>> {
  if (namesOf(core, state).includes(nameKey(member.name))) return refused('staff-name-taken');
  const { keep, done } = decision(core, state, at);
  return done([added(core, keep, member)], null);
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
  command: CommandId | null,
): Promise<Result<StaffId>> {
  const { recorder, people } = core;
  const member = own(recorder.state().staff, id);
  if (member === undefined) return refused('staff-unknown');
  const wait = waitLeft(member, recorder.now());
  if (wait > 0) return refused('pin-wait', { seconds: Math.ceil(wait / 1000) });
  const verified = await ifAvailable(pins.verify(pin, textIn(people.get, member.person, 'pin')));
  if (!verified.ok) return verified;
  const matches = verified.value;
  const fact: Fact = {
    type: matches ? 'sign-in.accepted' : 'sign-in.refused',
    visit: null,
    data: { staff: id },
  };
  const written = await recorder.run({
    actor: { kind: 'staff', id },
    command,
    again: () => id,
    decide: (state, now) => decision(core, state, now.at).done([fact], id),
  });
  if (!written.ok || matches) return written;
  const { refusedInRow } = recorder.state().staff[id] ?? member;
  return refused('pin-wrong', { left: Math.max(0, freeTries - refusedInRow) });
}
