import type { RegisterRow } from '../contract/contract.ts';
import { officeDate, officeTime } from '../base/office-time.ts';
import { deviationsOf } from '../state/deviations.ts';
import type { Escalation, State, Visit } from '../state/state.ts';
import { elapsedBetween, type Moment } from '../base/timeline.ts';
import type { Settings } from '../settings/settings.ts';
import type { Purpose } from '../guest-book/guest-book.ts';
import { textIn, type PersonOf } from './person.ts';
import { pathOf } from './visit-path.ts';

/** One visit as the register (buku tamu) shows it. Times are the office's, by the settings of when it began. */
export function registerRowOf(
  visit: Visit,
  escalation: Escalation | null,
  now: Moment,
  staff: State['staff'],
  { zone, workstations }: Settings,
  personOf: PersonOf,
): RegisterRow {
  const text = (field: string): string => textIn(personOf, visit.guestBook, field);
  const { ended } = visit;
  const isSeenLeaving =
    ended !== null && ended.outcome !== 'left-unreported' && ended.outcome !== 'no-show';
  return {
    code: visit.code,
    number: visit.number,
    date: visit.day,
    arrived: officeTime(visit.checkedInAt.at, zone),
    left: isSeenLeaving ? officeTime(ended.at.at, zone) : null,
    name: text('name'),
    company: text('company'),
    phone: text('phone'),
    email: text('email'),
    userId: visit.userId === null ? text('userId') : textIn(personOf, visit.userId, 'userId'),
    purpose: text('purpose') === '' ? null : (text('purpose') as Purpose),
    purposeNote: text('purposeNote'),
    tenderCode: text('tenderCode'),
    tenderName: text('tenderName'),
    deadline:
      visit.deadline === null
        ? ''
        : `${officeDate(visit.deadline, zone)} ${officeTime(visit.deadline, zone)}`,
    path: pathOf(visit),
    outcome: ended?.outcome ?? null,
    deviations: deviationsOf(visit, escalation, now).length,
    minutesInRoom: isSeenLeaving
      ? Math.floor(elapsedBetween(visit.checkedInAt, ended.at) / 60_000)
      : null,
    trainer:
      visit.trainer === null ? '' : textIn(personOf, staff[visit.trainer]?.person ?? null, 'name'),
    workstation: workstations.find(({ id }) => id === visit.workstation)?.name ?? '',
    linkedTo: visit.linkedTo ?? '',
    erased: visit.erased,
    dayDoubtful: visit.isDayDoubtful,
  };
}

/** True when a row holds the text in its number, code, name, company or package. */
export function rowMatches(row: RegisterRow, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase('id');
  return (
    wanted === '' ||
    [row.number, row.code, row.name, row.company, row.tenderCode, row.tenderName].some((field) =>
      field.toLocaleLowerCase('id').includes(wanted),
    )
  );
}
