import { mayClose } from '../../shared/contract/permissions.ts';
import type { Step } from '../../shared/sop/definition.ts';
import type { StaffMember } from '../../shared/state/staff-members.ts';
import type { State, Visit } from '../../shared/state/state.ts';
import { monthNowOf } from '../../shared/state/office-clock.ts';
import { zoneOf } from '../../shared/state/office.ts';
import type { Actor, Fact, PersonRef } from '../../shared/facts/facts.ts';
import type { Moment } from '../../shared/base/timeline.ts';
import { accepted, refused, type Accepted, type Result } from '../../shared/base/result.ts';
import { checkText } from '../../shared/base/free-text.ts';
import type { PeopleKind, PeopleRecord } from '../../shared/facts/people.ts';
import type { PersonOf } from '../../shared/views/person.ts';
import type { Decided, NewId, People, PersonRecord } from '../ports.ts';
import type { ReadingPoint } from '../storage/journal/findings.ts';
import type { Command } from './command.ts';
import type { Recorder } from './recorder.ts';
import { own } from '../../shared/base/own.ts';

/** What every command needs. */
export type Core = {
  readonly recorder: Recorder;
  readonly people: People;
  readonly newId: NewId;
  /** The journal's last acknowledged line. */
  readonly head: () => ReadingPoint;
};

/** All that a decision knows besides its arguments: values, and functions that change nothing. */
export type Context = {
  /** All that was decided before, flushed or not. */
  readonly state: State;
  readonly now: Moment;
  readonly actor: Actor;
  readonly newId: NewId;
  /** Reads words about people. */
  readonly personOf: PersonOf;
  /** Puts words about people where they belong, as a record of a kind, once the decision stands; the fact carries the reference. */
  readonly keep: <Kind extends PeopleKind>(kind: Kind, data: PeopleRecord<Kind>) => PersonRef;
};

/** THE form of a decision: pure, on what is handed to it alone. */
export type Decide<Args, Answer = null> = (args: Args, context: Context) => Result<Decided<Answer>>;

/** A decision that stands: its facts, and the answer once they are flushed. */
export function decided(facts: readonly Fact[]): Accepted<Decided<null>>;
export function decided<Answer>(facts: readonly Fact[], answer: Answer): Accepted<Decided<Answer>>;
export function decided(
  facts: readonly Fact[],
  answer: unknown = null,
): Accepted<Decided<unknown>> {
  return accepted({ facts, answer });
}

/** How a command is decided, and what it answers when it is sent again after a restart. */
export type Deciding<Answer> = Pick<Command<Answer>, 'actor' | 'sent' | 'tells'> & {
  readonly decide: (context: Context) => Result<Decided<Answer>>;
  readonly again: (visit: Visit | null, seen: Pick<Context, 'state' | 'personOf'>) => Answer;
};

/** Has a command decided in the recorder's queue, and what it decides written and flushed. */
export function record<Answer>(
  { recorder, people, newId }: Pick<Core, 'recorder' | 'people' | 'newId'>,
  { decide, again, ...command }: Deciding<Answer>,
): Promise<Result<Answer>> {
  return recorder.run({
    ...command,
    again: (visit, state) => again(visit, { state, personOf: people.get }),
    decide: (state, now) => {
      const records: PersonRecord[] = [];
      const month = monthNowOf(state.clock, state.day.date, now.at, zoneOf(state));
      const keep: Context['keep'] = (_kind, data) => {
        const prepared = people.prepare(data, month);
        records.push(prepared);
        return prepared.ref;
      };
      const result = decide({
        state,
        now,
        actor: command.actor,
        newId,
        personOf: people.get,
        keep,
      });
      return result.ok ? accepted({ ...result.value, people: records }) : result;
    },
  });
}

/** Records what no window sent: the program noticed it, or somebody did it who needs no answer twice. */
export function note(
  core: Pick<Core, 'recorder' | 'people' | 'newId'>,
  decide: (context: Context) => Result<Decided<null>>,
  actor: Actor = { kind: 'system' },
): Promise<Result<null>> {
  return record(core, { actor, sent: null, tells: null, decide, again: () => null });
}

/** Checks several texts at once. @returns them trimmed and in order, or the first refusal with the `field` it is about */
export function checkTexts<Field extends string>(
  texts: Readonly<
    Record<Field, { readonly text: string; readonly optional?: boolean; readonly limit?: number }>
  >,
): Result<Readonly<Record<Field, string>>> {
  const checked: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(texts) as Field[]) {
    const { text, optional = false, limit } = texts[field];
    const result = optional && text.trim() === '' ? accepted('') : checkText(text, limit);
    if (!result.ok) return refused(result.code, { ...result.details, field });
    checked[field] = result.value;
  }
  return accepted(checked as Record<Field, string>);
}

/** An open visit, or why it cannot be acted on. */
export function openVisit(state: State, code: string): Result<Visit> {
  const visit = own(state.visits, code);
  if (visit === undefined) return refused('visit-unknown');
  return visit.ended === null ? accepted(visit) : refused('visit-ended');
}

/** The member of staff who sends it, if that one may close a step; else `not-your-role`. */
export function whoMayClose(
  { state, actor }: Pick<Context, 'state' | 'actor'>,
  row: Pick<Step, 'closedBy'>,
): Result<StaffMember> {
  const member = actor.kind === 'staff' ? state.staff[actor.id] : undefined;
  return member !== undefined && mayClose(member.functions, row)
    ? accepted(member)
    : refused('not-your-role');
}
