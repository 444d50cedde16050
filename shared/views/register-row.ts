import type { RegisterRow } from '../contract/reports.ts';
import { officeTime } from '../base/office-time.ts';
import { deviationsOf } from '../state/deviations.ts';
import type { Escalation, State, Visit } from '../state/state.ts';
import { elapsedBetween, type Moment } from '../base/timeline.ts';
import type { Procedures } from '../state/procedures.ts';
import { outcomeWordsOf } from './outcome-words.ts';
import type { Settings } from '../settings/settings.ts';
import { guestBookEntries } from '../guest-book/guest-book.ts';
import { guestBookCellsOf } from './guest-book-view.ts';
import { textIn, type PersonOf } from './person.ts';
import { pathOf } from './visit-path.ts';

/** One visit as the register (buku tamu) shows it. Times are the office's, by the settings of when it began. */
export function registerRowOf(
  visit: Visit,
  escalation: Escalation | null,
  now: Moment,
  staff: State['staff'],
  procedures: Procedures,
  { zone, workstations }: Settings,
  personOf: PersonOf,
): RegisterRow {
  const { ended } = visit;
  const isSeenLeaving =
    ended !== null && ended.outcome !== 'left-unreported' && ended.outcome !== 'no-show';
  return {
    code: visit.code,
    number: visit.number,
    date: visit.day,
    arrived: officeTime(visit.checkedInAt.at, zone),
    left: isSeenLeaving ? officeTime(ended.at.at, zone) : null,
    ...guestBookCellsOf(visit, zone, personOf),
    path: pathOf(visit),
    outcome: ended?.outcome ?? null,
    outcomeWords: ended === null ? null : outcomeWordsOf(procedures, visit, ended.outcome),
    deviations: deviationsOf(visit, escalation, now).length,
    minutesInRoom: isSeenLeaving
      ? Math.floor(elapsedBetween(visit.checkedInAt, ended.at) / 60_000)
      : null,
    trainer:
      visit.trainer === null
        ? ''
        : textIn(personOf, staff[visit.trainer]?.person ?? null, 'staff', 'name'),
    workstation: workstations.find(({ id }) => id === visit.workstation)?.name ?? '',
    linkedTo: visit.linkedTo ?? '',
    erased: visit.erased,
    dayDoubtful: visit.isDayDoubtful,
  };
}

const searched = guestBookEntries.filter(({ isSearched }) => isSearched);

/** True when a row holds the text in its number, its code, or a field of the guest book that is searched. */
export function rowMatches(row: RegisterRow, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase('id');
  return (
    wanted === '' ||
    [row.number, row.code, ...searched.map(({ key }) => row[key] ?? '')].some((cell) =>
      cell.toLocaleLowerCase('id').includes(wanted),
    )
  );
}
