import { officeDate, officeTime, weekdayOf, type WallMs, type Zone } from '../base/office-time.ts';
import type { Language } from '../base/closed-lists.ts';

const days: Record<Language, readonly string[]> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const months: Record<Language, readonly string[]> = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};
const shortMonths: Record<Language, readonly string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** `13.06`, as Indonesians write a time of day, from `13:06`. */
export function dotted(time: string): string {
  return time.replace(':', '.');
}

/** `13.06 WIB`. */
export function formatTime(at: WallMs, zone: Zone): string {
  return `${dotted(officeTime(at, zone))} ${zone}`;
}

/** `13.06.24 WIB`. */
export function formatTimeWithSeconds(at: WallMs, zone: Zone): string {
  return `${dotted(officeTime(at, zone))}.${String(Math.floor(at / 1000) % 60).padStart(2, '0')} ${zone}`;
}

/** `Senin, 23 November 2026`. */
export function formatDate(at: WallMs, zone: Zone, language: Language): string {
  const date = officeDate(at, zone);
  const [year = '', month = '', day = ''] = date.split('-');
  return `${days[language][weekdayOf(date)] ?? ''}, ${Number(day)} ${months[language][Number(month) - 1] ?? ''} ${year}`;
}

/** `Senin, 23 November 2026 13.06 WIB`. */
export function formatMoment(at: WallMs, zone: Zone, language: Language): string {
  return `${formatDate(at, zone, language)} ${formatTime(at, zone)}`;
}

/** `23 Nov 2026`. */
export function formatShortDate(at: WallMs, zone: Zone, language: Language): string {
  const [year = '', month = '', day = ''] = officeDate(at, zone).split('-');
  return `${Number(day)} ${shortMonths[language][Number(month) - 1] ?? ''} ${year}`;
}

/** `November 2026` from `2026-11`. */
export function formatMonth(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return `${months[language][Number(number) - 1] ?? ''} ${year}`;
}

/** The name of a weekday, 0 = Sunday. */
export function weekdayName(weekday: number, language: Language): string {
  return days[language][weekday] ?? '';
}

/** A clock: `2:47`, `18:04`, `1:12:09`. Whole seconds that have passed; never negative. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const tail = String(rest).padStart(2, '0');
  return hours === 0
    ? `${minutes}:${tail}`
    : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

/** A stay or a rest of time in words: `58 mnt`, `1 j 12 mnt`, `2 hari 3 j`. Whole minutes that have passed. */
export function formatStay(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [h, m, d] = language === 'id' ? ['j', 'mnt', 'hari'] : ['h', 'min', 'd'];
  if (minutes >= 1440)
    return `${Math.floor(minutes / 1440)} ${d} ${Math.floor(minutes / 60) % 24} ${h}`;
  return minutes >= 60
    ? `${Math.floor(minutes / 60)} ${h} ${minutes % 60} ${m}`
    : `${minutes} ${m}`;
}
