import { officeDate, officeTime, type WallMs } from '../base/office-time.ts';
import type { Language } from '../base/closed-lists.ts';
import { holidayOn, hoursOf, type Calendar } from '../settings/calendar.ts';
import { dotted, weekdayName } from './format.ts';

/** How the room stands by its calendar. */
export type Opening =
  | { readonly state: 'closed' }
  /** No hours today; the holiday's name where it is one. */
  | { readonly state: 'closed-today'; readonly holiday: string | null }
  | { readonly state: 'opens' | 'open'; readonly time: string };

/** Whether the room is open at a moment, and until or from when: `15.30 WIB`. */
export function openingAt(calendar: Calendar, now: WallMs): Opening {
  const { zone } = calendar;
  const date = officeDate(now, zone);
  const today = hoursOf(calendar, date);
  if (today === null) return { state: 'closed-today', holiday: holidayOn(calendar, date) };
  const time = officeTime(now, zone);
  if (time < today.opens) return { state: 'opens', time: `${dotted(today.opens)} ${zone}` };
  return time >= today.closes
    ? { state: 'closed' }
    : { state: 'open', time: `${dotted(today.closes)} ${zone}` };
}

/** The week in one line, equal days joined: `Senin–Kamis 08.00–15.30 · Jumat 08.00–14.30`. */
export function weekHours(hours: Calendar['hours'], language: Language): string {
  const groups: { first: number; last: number; readonly span: string }[] = [];
  // Monday first, as weeks are read here.
  for (const { weekday, opens, closes } of [...hours].sort(
    (a, b) => ((a.weekday + 6) % 7) - ((b.weekday + 6) % 7),
  )) {
    const span = `${dotted(opens)}–${dotted(closes)}`;
    const last = groups.at(-1);
    if (last?.span === span && (last.last + 1) % 7 === weekday) last.last = weekday;
    else groups.push({ first: weekday, last: weekday, span });
  }
  return groups
    .map(({ first, last, span }) => {
      const days =
        first === last
          ? weekdayName(first, language)
          : `${weekdayName(first, language)}–${weekdayName(last, language)}`;
      return `${days} ${span}`;
    })
    .join(' · ');
}
