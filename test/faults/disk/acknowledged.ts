import type { PersonRef } from '../../../shared/facts/facts.ts';
import type { State } from '../../../shared/state/state.ts';
import type { VisitCode } from '../../../shared/base/ids.ts';
import type { People } from '../../../main/ports.ts';

/** What a command was acknowledged for: all of it must be there whenever the folder is opened again. */
export type Acknowledged =
  | { readonly what: 'set-up'; readonly staff: readonly string[] }
  | {
      readonly what: 'check-in';
      readonly visit: string;
      readonly number: string;
      readonly tenderName: string;
    }
  | { readonly what: 'call' | 'begin'; readonly visit: string }
  | { readonly what: 'tick'; readonly visit: string; readonly userId: string }
  | { readonly what: 'note'; readonly visit: string; readonly text: string }
  | {
      readonly what: 'step';
      readonly visit: string;
      readonly step: string;
      readonly attempt: number;
    }
  | { readonly what: 'close'; readonly visit: string; readonly reason: string };

type Read = { readonly state: State; readonly people: Pick<People, 'get'> };

/** Does a record that a fact refers to hold this text? */
const holds = ({ people }: Read, ref: PersonRef | null | undefined, text: string): boolean =>
  ref !== null && ref !== undefined && Object.values(people.get(ref) ?? {}).includes(text);

/** Is what was acknowledged in what was read, word for word? */
export function isThere(read: Read, one: Acknowledged): boolean {
  const { state } = read;
  if (one.what === 'set-up') {
    const members = Object.values(state.staff);
    return (
      state.settings !== null &&
      one.staff.every((name) => members.some(({ person }) => holds(read, person, name)))
    );
  }
  const visit = state.visits[one.visit as VisitCode];
  if (visit === undefined) return false;
  switch (one.what) {
    case 'check-in':
      return visit.number === one.number && holds(read, visit.guestBook, one.tenderName);
    case 'call':
      return visit.calls > 0;
    case 'begin':
      return visit.runs.some(
        ({ step, startedAt }) => step === 'ask-training' && startedAt !== null,
      );
    case 'tick':
      return visit.credentialsTicked && holds(read, visit.userId, one.userId);
    case 'note':
      return visit.notes.some(({ text }) => holds(read, text, one.text));
    case 'step':
      return visit.runs.some(
        ({ step, attempt, answer }) =>
          step === one.step && attempt === one.attempt && answer !== null,
      );
    case 'close':
      return visit.ended !== null && holds(read, visit.ended.reason, one.reason);
  }
}
