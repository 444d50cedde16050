import { accepted, refused, type Result } from '../base/result.ts';
import { settingsProblems } from './settings-problems.ts';
import { settingsSchema, type Settings } from './settings.ts';

const byDate = (one: { readonly date: string }, other: { readonly date: string }): number =>
  one.date.localeCompare(other.date);

/**
 * Settings that may be recorded.
 * @param typed as the window sent them
 * @returns them with texts trimmed and days in order, or the first of their problems; `malformed` where no form could have
 * made them
 */
export function checkSettings(typed: Settings): Result<Settings> {
  const [problem] = settingsProblems(typed);
  if (problem !== undefined) return problem;
  const { office, workstations } = typed;
  if (new Set(workstations.map(({ id }) => id)).size < workstations.length)
    return refused('malformed');
  const checked = settingsSchema.safeParse({
    ...typed,
    office: { ...office, name: office.name.trim(), room: office.room.trim() },
    holidays: typed.holidays.map(({ date, name }) => ({ date, name: name.trim() })).sort(byDate),
    specialHours: [...typed.specialHours].sort(byDate),
    workstations: workstations.map(({ id, name }) => ({ id, name: name.trim() })),
    desk: typed.desk.trim(),
    escalationChannels: typed.escalationChannels.map((channel) => channel.trim()),
    helpdeskPhone: typed.helpdeskPhone.trim(),
  });
  return checked.success ? accepted(checked.data) : refused('malformed');
}
