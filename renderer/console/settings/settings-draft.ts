import type { Zone } from '../../../shared/base/office-time.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Language } from '../../../shared/base/closed-lists.ts';
import type { Refused } from '../../../shared/base/result.ts';
import { settingsProblems } from '../../../shared/settings/check-settings.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';

/** A row of a list of dates, told from its likes while its date is typed. */
type Dated<Day> = Day & { readonly key: string };

/** So many holidays, and so many days with hours of their own, the settings take. */
export const daysAtMost = 400;

/** A row without a date yet. @param rest what else it has */
export function newDay<Rest extends object>(rest: Rest) {
  return { key: crypto.randomUUID(), date: '', ...rest };
}

/** Settings as they stand in fields: everything typed is text until it is checked. */
export type SettingsDraft = {
  readonly name: string;
  readonly room: string;
  readonly zone: Zone;
  readonly logo: string | null;
  readonly days: readonly {
    readonly weekday: number;
    readonly isOpen: boolean;
    readonly opens: string;
    readonly closes: string;
  }[];
  readonly holidays: readonly Dated<Settings['holidays'][number]>[];
  readonly specialHours: readonly Dated<Settings['specialHours'][number]>[];
  readonly workstations: readonly { readonly id: string; readonly name: string }[];
  readonly desk: string;
  readonly waitingTarget: string;
  readonly retention: string;
  readonly idle: string;
  readonly clockDoubt: string;
  readonly channels: string;
  readonly helpdesk: string;
  /** Set nowhere on this page: kept as it is. */
  readonly letter: string;
};

/** What is wrong, by field, as check-settings.ts names them: `office-name`, `day-1`, `workstation-0` … */
export type Problems = Readonly<Record<string, string>>;

/** Monday first, as offices read a week. */
const week = [1, 2, 3, 4, 5, 6, 0] as const;

export function draftOf(settings: Settings): SettingsDraft {
  return {
    name: settings.office.name,
    room: settings.office.room,
    logo: settings.office.logo,
    zone: settings.zone,
    days: week.map((weekday) => {
      const hours = settings.hours.find((each) => each.weekday === weekday);
      return {
        weekday,
        isOpen: hours !== undefined,
        opens: hours?.opens ?? '08:00',
        closes: hours?.closes ?? '15:30',
      };
    }),
    holidays: settings.holidays.map((day) => ({ ...newDay({}), ...day })),
    specialHours: settings.specialHours.map((day) => ({ ...newDay({}), ...day })),
    workstations: settings.workstations,
    desk: settings.desk,
    waitingTarget: String(settings.waitingTargetMinutes),
    retention: String(settings.retentionYears),
    idle: String(settings.idleMinutes),
    clockDoubt: String(settings.clockDoubtDays),
    channels: settings.escalationChannels.join('\n'),
    helpdesk: settings.helpdeskPhone,
    letter: settings.letter,
  };
}

const channelsOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A number as typed; NaN, which no rule takes, for what is none. */
const numberOf = (typed: string): number =>
  /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;

/** The settings that a draft stands for, right or not. */
export function settingsOf(draft: SettingsDraft): Settings {
  return {
    office: { name: draft.name, room: draft.room, logo: draft.logo },
    zone: draft.zone,
    hours: draft.days
      .filter(({ isOpen }) => isOpen)
      .map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    holidays: draft.holidays.map(({ date, name }) => ({ date, name })),
    specialHours: draft.specialHours.map(({ date, opens, closes }) => ({ date, opens, closes })),
    workstations: draft.workstations.map(({ id, name }) => ({ id, name })),
    desk: draft.desk,
    waitingTargetMinutes: numberOf(draft.waitingTarget),
    retentionYears: numberOf(draft.retention),
    idleMinutes: numberOf(draft.idle),
    clockDoubtDays: numberOf(draft.clockDoubt),
    escalationChannels: [...channelsOf(draft.channels)],
    helpdeskPhone: draft.helpdesk,
    letter: draft.letter,
  };
}

/**
 * Everything that keeps a draft from being settings, each with its sentence, by the rules that the main process goes by.
 * @param refused what the main process refused all the same: it stands beside its field too
 */
export function problemsOf(
  draft: SettingsDraft,
  language: Language,
  refused: Refused | null = null,
): Problems {
  const problems: Record<string, string> = {};
  for (const each of [
    ...settingsProblems(settingsOf(draft)),
    ...(refused === null ? [] : [refused]),
  ])
    problems[String(each.details?.['field'] ?? '')] ??= refusalSentence(language, each);
  const { '': _, ...byField } = problems;
  return byField;
}
