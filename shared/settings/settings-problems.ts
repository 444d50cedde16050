import { checkText } from '../base/free-text.ts';
import { nameKey } from '../base/name-key.ts';
import { isOfficeDate, isTimeOfDay } from '../base/office-time.ts';
import { refused, type Refused } from '../base/result.ts';
import type { Settings } from './settings.ts';

/** Longest texts, as the sections take them, in characters. */
const longest = { name: 80, room: 60, desk: 40, helpdesk: 60, workstation: 40, line: 60 };
const channelsAtMost = 8;

type Found = readonly Refused[];
const none: Found = [];

const wrongText = (field: string, typed: string, limit: number): Found => {
  const checked = checkText(typed, limit);
  if (!checked.ok) return [refused(checked.code, { ...checked.details, field })];
  // Nothing but signs that nobody can see is nothing.
  return nameKey(checked.value) === '' ? [refused('text-empty', { field })] : none;
};

const wrongNumber = (field: string, value: number, least: number, most: number): Found =>
  Number.isInteger(value) && value >= least && value <= most
    ? none
    : [refused('number-out-of-range', { field, least, most })];

const wrongHours = (
  field: string,
  { opens, closes }: { readonly opens: string; readonly closes: string },
): Found => {
  if (!isTimeOfDay(opens) || !isTimeOfDay(closes)) return [refused('hours-malformed', { field })];
  return closes > opens ? none : [refused('closes-before-opens', { field })];
};

/** @param before dates told above this one */
const wrongDate = (field: string, date: string, before: readonly string[]): Found => {
  if (!isOfficeDate(date)) return [refused('day-malformed', { field })];
  return before.includes(date) ? [refused('day-twice', { field })] : none;
};

const wrongWorkstations = (workstations: Settings['workstations']): Found => {
  const keys = workstations.map(({ name }) => nameKey(name));
  return workstations.flatMap(({ name }, at) => {
    const field = `workstation-${at}`;
    const wrong = wrongText(field, name, longest.workstation);
    if (wrong.length > 0) return wrong;
    return keys.indexOf(nameKey(name)) < at ? [refused('workstation-name-taken', { field })] : none;
  });
};

const wrongChannels = (channels: Settings['escalationChannels']): Found => {
  if (channels.length === 0) return [refused('text-empty', { field: 'channels' })];
  if (channels.length > channelsAtMost)
    return [refused('too-many-lines', { field: 'channels', most: channelsAtMost })];
  return channels.flatMap((channel) => wrongText('channels', channel, longest.line)).slice(0, 1);
};

const wrongDays = ({ hours, holidays, specialHours }: Settings): Found => {
  const days = hours.map(({ weekday }) => weekday);
  // A date is a holiday or has hours of its own: with both, nobody could say which one was meant.
  const dates = [...holidays, ...specialHours].map(({ date }) => date);
  return [
    ...hours.flatMap((day, at) =>
      days.indexOf(day.weekday) < at
        ? [refused('day-twice', { field: `day-${day.weekday}` })]
        : wrongHours(`day-${day.weekday}`, day),
    ),
    ...holidays.flatMap(({ date, name }, at) => [
      ...wrongDate(`holiday-${at}-date`, date, dates.slice(0, at)),
      ...wrongText(`holiday-${at}-name`, name, longest.line),
    ]),
    ...specialHours.flatMap((day, at) => [
      ...wrongDate(`special-${at}-date`, day.date, dates.slice(0, holidays.length + at)),
      ...wrongHours(`special-${at}-hours`, day),
    ]),
  ];
};

/**
 * Every rule of settings that has a sentence, also those across fields.
 * @param settings as typed
 * @returns each refusal with the `field` that it is about (`office-name`, `day-1`, `workstation-0`, `holiday-2-date`,
 * `special-0-hours` …), in the order of the form
 */
export function settingsProblems(settings: Settings): readonly Refused[] {
  return [
    ...wrongText('office-name', settings.office.name, longest.name),
    ...wrongText('office-room', settings.office.room, longest.room),
    ...wrongDays(settings),
    ...wrongText('desk', settings.desk, longest.desk),
    ...wrongWorkstations(settings.workstations),
    ...wrongNumber('waitingTarget', settings.waitingTargetMinutes, 1, 240),
    ...wrongNumber('retention', settings.retentionYears, 1, 30),
    ...wrongNumber('idle', settings.idleMinutes, 1, 240),
    ...wrongNumber('clockDoubt', settings.clockDoubtDays, 2, 400),
    ...wrongChannels(settings.escalationChannels),
    ...wrongText('helpdesk', settings.helpdeskPhone, longest.helpdesk),
  ];
}
