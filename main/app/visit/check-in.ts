import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import {
  emptyGuestBook,
  fieldsAsked,
  guestBookProblem,
  type GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import { factPartOf, recordOf, tidied } from '../../../shared/guest-book/kept-guest-book.ts';
import { countOn } from '../../../shared/state/day.ts';
import { nextVisit } from '../../../shared/state/next-visit.ts';
import { todayOf } from '../../../shared/state/office-clock.ts';
import type { Procedure } from '../../../shared/sop/definition.ts';
import { waitingBefore } from '../../../shared/state/place-of.ts';
import { currentProcedures } from '../../../shared/state/procedures.ts';
import { noticeVersion } from '../../../shared/base/closed-lists.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import { dayNumberOf } from '../../../shared/base/visit-code.ts';
import type { Decided } from '../../ports.ts';
import { decided, type Context } from '../../engine/decision.ts';
import { textIn } from '../../../shared/views/person.ts';
import type { Commands } from '../../engine/handlers.ts';
import { letterOf, zoneOf } from '../../../shared/state/office.ts';

type Args = ArgsOf<'visit.check-in'>;
export type CheckedIn = {
  readonly visit: string;
  readonly number: string;
  readonly company: string;
  readonly at: number;
  readonly ahead: number;
};

/** The procedure that the visitor chose; where there is one alone, nobody is asked. */
const procedureFor = (state: State, matter: string | null): Result<Procedure> => {
  const current = currentProcedures(state.procedures);
  const chosen =
    matter === null && current.length === 1
      ? current[0]
      : current.find(({ document }) => document.no === matter);
  return chosen === undefined ? refused('matter-owed') : accepted(chosen);
};

/** What this matter does not ask is not kept: it was typed for another one, before the visitor chose again. */
const onlyAsked = (form: GuestBookForm, asks: readonly string[]): GuestBookForm => {
  const asked = new Set<string>(fieldsAsked(asks).map(({ key }) => key));
  const kept = Object.entries(form).filter(([key]) => asked.has(key));
  return { ...emptyGuestBook, ...Object.fromEntries(kept) };
};

/** The first answer again, for a check-in that is sent a second time. */
export function checkedInAgain(
  visit: Visit | null,
  { state, personOf }: Pick<Context, 'state' | 'personOf'>,
): CheckedIn {
  if (visit === null) throw new Error('A check-in made no visit');
  return {
    visit: visit.code,
    number: visit.number,
    company: textIn(personOf, visit.guestBook, 'guest-book', 'company'),
    at: visit.checkedInAt.at,
    ahead: waitingBefore(state, visit),
  };
}

/**
 * The next number of a day. None that a lost line may have issued, nor one by which somebody from another day is still known:
 * open visits, and those of which nobody knows the day (SOP.md, ruling 3).
 */
const nextNumber = (state: State, today: string): string => {
  const { passedOver, visits, clock } = state;
  const inUse = new Set(
    Object.values(visits)
      .filter(({ ended, code }) => ended === null || clock.visits.includes(code))
      .map(({ number }) => number),
  );
  let toPassOver = today <= passedOver.until ? passedOver.count : 0;
  for (let count = countOn(state, today) + 1; ; count += 1) {
    const number = dayNumberOf(count, letterOf(state));
    // Whoever lost a number had a free one: so many free ones are passed over.
    if (inUse.has(number)) continue;
    if (toPassOver === 0) return number;
    toPassOver -= 1;
  }
};

/** Step 2: the guest book is filled, a number is issued. */
export function decideCheckIn(
  args: Args,
  { state, now, keep }: Context,
): Result<Decided<CheckedIn>> {
  if (state.settings === null) return refused('not-set-up');
  if (args.notice !== noticeVersion) return refused('notice-outdated');
  const procedure = procedureFor(state, args.matter ?? null);
  if (!procedure.ok) return procedure;
  const { no: document, revision } = procedure.value.document;
  const zone = zoneOf(state);
  const typed = onlyAsked(args.guestBook, procedure.value.matter.asks);
  const problem = guestBookProblem(typed, now.at, zone, procedure.value.matter.asks);
  if (problem !== null)
    return refused('field-invalid', { field: problem.field, problem: problem.problem.problem });

  const day = todayOf(state.clock, state.day.date, now.at, zone);
  const number = nextNumber(state, day);
  const { ordinal, code } = nextVisit(state);
  const form = tidied(typed);
  const checkedIn = {
    type: 'visit.checked-in',
    visit: code,
    data: {
      ordinal,
      number,
      day,
      document,
      revision,
      guestBook: keep('guest-book', recordOf(form)),
      language: args.language,
      notice: args.notice,
      fillingMs: args.fillingMs,
      ...factPartOf(form, zone),
    },
  } as const;
  return decided([checkedIn], {
    visit: code,
    number,
    company: form.company,
    at: now.at,
    ahead: waitingBefore(state, null),
  });
}

export const checkInCommands = {
  'visit.check-in': { decide: decideCheckIn, tells: 'visit.checked-in', again: checkedInAgain },
} as const satisfies Partial<Commands<MessageOf<'visit'>>>;
