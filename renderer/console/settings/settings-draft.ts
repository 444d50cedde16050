import type { Zone } from '../../../shared/base/office-time.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { ConsoleText } from '../../../shared/text/console.ts';

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
  readonly workstations: readonly { readonly id: string; readonly name: string }[];
  readonly desk: string;
  readonly waitingTarget: string;
  readonly retention: string;
  readonly idle: string;
  readonly clockDoubt: string;
  readonly channels: string;
  readonly helpdesk: string;
};

/** What is wrong, by field: `name`, `day-1`, `workstation-0` … */
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
    workstations: settings.workstations,
    desk: settings.desk,
    waitingTarget: String(settings.waitingTargetMinutes),
    retention: String(settings.retentionYears),
    idle: String(settings.idleMinutes),
    clockDoubt: String(settings.clockDoubtDays),
    channels: settings.escalationChannels.join('\n'),
    helpdesk: settings.helpdeskPhone,
  };
}

const channelsOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Everything that keeps a draft from being settings, each with its sentence. The limits are those of the settings themselves. */
export function problemsOf(draft: SettingsDraft, text: ConsoleText['setUp']): Problems {
  const problems: Record<string, string> = {};
  const words = (field: string, typed: string, most: number): void => {
    if (typed.trim() === '') problems[field] = text.empty;
    else if (typed.trim().length > most) problems[field] = text.tooLong;
  };
  const number = (field: string, typed: string, least: number, most: number): void => {
    if (!/^\d{1,4}$/.test(typed.trim()) || Number(typed) < least || Number(typed) > most)
      problems[field] = text.number(least, most);
  };
  words('name', draft.name, 80);
  words('room', draft.room, 60);
  words('desk', draft.desk, 40);
  words('helpdesk', draft.helpdesk, 60);
  draft.workstations.forEach(({ name }, at) => words(`workstation-${at}`, name, 40));
  number('waitingTarget', draft.waitingTarget, 1, 240);
  number('retention', draft.retention, 1, 30);
  number('idle', draft.idle, 1, 240);
  number('clockDoubt', draft.clockDoubt, 2, 400);
  for (const { weekday, isOpen, opens, closes } of draft.days) {
    if (isOpen && (opens === '' || closes === '' || closes <= opens))
      problems[`day-${weekday}`] = text.hoursWrong;
  }
  const channels = channelsOf(draft.channels);
  if (channels.length === 0) problems['channels'] = text.empty;
  else if (channels.length > 8 || channels.some((channel) => channel.length > 60))
    problems['channels'] = text.tooLong;
  return problems;
}

/** The settings that a draft without problems stands for. */
export function settingsOf(draft: SettingsDraft): Settings {
  return {
    office: { name: draft.name.trim(), room: draft.room.trim(), logo: draft.logo },
    zone: draft.zone,
    hours: draft.days
      .filter(({ isOpen }) => isOpen)
      .map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    workstations: draft.workstations.map(({ id, name }) => ({ id, name: name.trim() })),
    desk: draft.desk.trim(),
    waitingTargetMinutes: Number(draft.waitingTarget),
    retentionYears: Number(draft.retention),
    idleMinutes: Number(draft.idle),
    clockDoubtDays: Number(draft.clockDoubt),
    escalationChannels: [...channelsOf(draft.channels)],
    helpdeskPhone: draft.helpdesk.trim(),
  };
}
