import type { ArgsOf } from '../../../shared/contract/contract.ts';
import {
  deadlineMoment,
  guestBookProblem,
  phoneDigitsOf,
  type GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import { countOn } from '../../../shared/state/day.ts';
import { nextVisit } from '../../../shared/state/next-visit.ts';
import { todayOf } from '../../../shared/state/office-clock.ts';
import { currentProcedure } from '../../../shared/state/procedures.ts';
import { noticeVersion } from '../../../shared/base/closed-lists.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import type { Moment } from '../../../shared/base/timeline.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import { dayNumberOf } from '../../../shared/base/visit-code.ts';
import type { Decided } from '../../ports.ts';
import { decision, type Core } from '../../engine/decision.ts';
import { letterOf, zoneOf } from '../../../shared/state/office.ts';

type Args = ArgsOf<'kiosk.check-in'>;
export type CheckedIn = {
  readonly visit: string;
  readonly number: string;
  readonly company: string;
  readonly at: number;
  readonly ahead: number;
};

const tidied = (form: GuestBookForm): GuestBookForm => ({
  ...form,
  name: form.name.trim(),
  company: form.company.trim(),
  phone: phoneDigitsOf(form.phone) ?? form.phone,
  email: form.email.trim(),
  userId: form.userId === null ? null : form.userId.trim(),
  purposeNote: form.purposeNote.trim(),
  tenderCode: form.tenderCode.trim(),
  tenderName: form.tenderName.trim(),
});

/** How many wait before a visit, or before the next one (null). */
export function waitingBefore(state: State, visit: Visit | null): number {
  return Object.values(state.visits).filter(
    ({ ended, place, runs, ordinal }) =>
      ended === null &&
      place.step === 'ask-training' &&
      runs[runs.length - 1]?.startedAt === null &&
      (visit === null || ordinal < visit.ordinal),
  ).length;
}

/** The first answer again, for a check-in that is sent a second time. */
export function checkedInAgain(state: State, visit: Visit | null, company: string): CheckedIn {
  if (visit === null) throw new Error('A check-in made no visit');
  return {
    visit: visit.code,
    number: visit.number,
    company,
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
  core: Core,
  args: Args,
  state: State,
  now: Moment,
): Result<Decided<CheckedIn>> {
  if (state.settings === null) return refused('not-set-up');
  if (args.notice !== noticeVersion) return refused('notice-outdated');
  const zone = zoneOf(state);
  const problem = guestBookProblem(args.guestBook, now.at, zone);
  if (problem !== null)
    return refused('field-invalid', { field: problem.field, problem: problem.problem.problem });

  const day = todayOf(state.clock, state.day.date, now.at, zone);
  const number = nextNumber(state, day);
  const { ordinal, code } = nextVisit(state);
  const { keep, done } = decision(core, state, now.at);
  const form = tidied(args.guestBook);
  const { deadline, ...person } = form;
  const checkedIn = {
    type: 'visit.checked-in',
    visit: code,
    data: {
      ordinal,
      number,
      day,
      document: currentProcedure.document,
      revision: currentProcedure.revision,
      guestBook: keep(person),
      language: args.language,
      notice: args.notice,
      fillingMs: args.fillingMs,
      deadline: deadlineMoment(deadline, zone),
      userIdGiven: form.userId !== null,
    },
  } as const;
  return done([checkedIn], {
    visit: code,
    number,
    company: form.company,
    at: now.at,
    ahead: waitingBefore(state, null),
  });
}
