import { nameKey } from '../../../shared/base/name-key.ts';
import type { Refused } from '../../../shared/base/result.ts';
import type { Role } from '../../../shared/base/roles.ts';
import type { ConsoleText } from '../../../shared/text/console.ts';

/** A member of staff being added: the PIN is typed twice and leaves the window only once. */
export type MemberDraft = {
  readonly key: string;
  readonly name: string;
  readonly functions: readonly Role[];
  readonly pin: string;
  readonly again: string;
};

export type MemberProblems = {
  readonly name?: string;
  readonly functions?: string;
  readonly pin?: string;
  readonly again?: string;
};

const shortestPin = 6;

export function emptyMember(functions: readonly Role[]): MemberDraft {
  return { key: crypto.randomUUID(), name: '', functions, pin: '', again: '' };
}

/** What keeps a member from being added, by field. Whether a PIN is easy to guess is for the main process to say. */
export function memberProblems(
  { name, functions, pin, again }: MemberDraft,
  others: readonly string[],
  text: ConsoleText['setUp'],
): MemberProblems {
  return {
    ...(name.trim() === ''
      ? { name: text.empty }
      : name.trim().length > 60
        ? { name: text.tooLong }
        : others.some((other) => nameKey(other) === nameKey(name))
          ? { name: text.nameTwice }
          : {}),
    ...(functions.length === 0 ? { functions: text.functionNeeded } : {}),
    ...(/^\d+$/.test(pin) && pin.length >= shortestPin ? {} : { pin: text.pinShort }),
    ...(pin === again ? {} : { again: text.pinDiffers }),
  };
}

/** A refusal about one member, put beside the field that it is about. */
export function refusedMember(
  { name }: MemberDraft,
  refused: Refused | null,
  sentence: string,
): MemberProblems {
  if (refused === null) return {};
  if (refused.code === 'pin-too-short' || refused.code === 'pin-too-simple')
    return refused.details?.['name'] === name.trim() ? { pin: sentence } : {};
  if (refused.code === 'staff-name-taken')
    return refused.details?.['name'] === undefined || refused.details['name'] === name.trim()
      ? { name: sentence }
      : {};
  return {};
}
