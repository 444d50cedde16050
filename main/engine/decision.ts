import type { State, Visit } from '../../shared/state/state.ts';
import { monthNowOf } from '../../shared/state/office-clock.ts';
import { zoneOf } from '../../shared/state/office.ts';
import type { Fact, PersonRef } from '../../shared/facts/facts.ts';
import { accepted, refused, type Accepted, type Result } from '../../shared/base/result.ts';
import { checkText } from '../../shared/base/free-text.ts';
import type { PeopleKind, PeopleRecord } from '../../shared/facts/people.ts';
import type { Decided, NewId, People, PersonRecord } from '../ports.ts';
import type { ReadingPoint } from '../storage/journal/findings.ts';
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

/** Collects what a command decides: facts, and the records that they refer to. */
export function decision({ people }: Core, state: State, at: number) {
  const records: PersonRecord[] = [];
  const month = monthNowOf(state.clock, state.day.date, at, zoneOf(state));
  return {
    /** Puts words about people where they belong, as a record of a kind; the fact carries the reference. */
    keep: <Kind extends PeopleKind>(_kind: Kind, data: PeopleRecord<Kind>): PersonRef => {
      const record = people.prepare(data, month);
      records.push(record);
      return record.ref;
    },
    done: <Answer>(facts: readonly Fact[], answer: Answer): Accepted<Decided<Answer>> =>
      accepted({ facts, people: records, answer }),
  };
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
