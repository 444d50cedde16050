import { officeDate, officeTime, weekdayOf, type WallMs, type Zone } from '../base/office-time.ts';
import type { Language } from '../base/closed-lists.ts';
import type { OfficeView } from '../views/kiosk-view.ts';
import { dotted, weekdayName } from './format.ts';

type Hours = OfficeView['hours'];

/** How the room stands by its hours. */
export type Opening =
  | { readonly state: 'closed-today' | 'closed' }
  | { readonly state: 'opens' | 'open'; readonly time: string };

/** Whether the room is open at a moment, and until or from when: `15.30 WIB`. */
export function openingAt(hours: Hours, now: WallMs, zone: Zone): Opening {
  const today = hours.find(({ weekday }) => weekday === weekdayOf(officeDate(now, zone)));
  if (today === undefined) return { state: 'closed-today' };
  const time = officeTime(now, zone);
  if (time < today.opens) return { state: 'opens', time: `${dotted(today.opens)} ${zone}` };
  return time >= today.closes
    ? { state: 'closed' }
    : { state: 'open', time: `${dotted(today.closes)} ${zone}` };
}

/** The week in one line, equal days joined: `Senin–Kamis 08.00–15.30 · Jumat 08.00–14.30`. */
export function weekHours(hours: Hours, language: Language): string {
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
