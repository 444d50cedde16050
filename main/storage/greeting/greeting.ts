import { join } from 'node:path';
import { zones, type Zone } from '../../../shared/base/office-time.ts';
import type { KioskView, OfficeView } from '../../../shared/views/kiosk-view.ts';
import type { Clock, Files } from '../../ports.ts';
import { decodeLine } from '../journal/hashed-line.ts';

/**
 * What the kiosk shows while the records are being opened: what an office has said of itself and what it may be visited
 * for, and nothing of any visit. It is read before anything large is loaded, hence by hand.
 */
export type Greeting = {
  readonly greeting: 1;
  /** Of the program that wrote it. */
  readonly version: string;
  readonly office: OfficeView;
  readonly zone: Zone;
  /** Version of the privacy notice. */
  readonly notice: number;
  /** What visitors may come for, so that the first of a day is asked what all are asked. */
  readonly matters: KioskView['matters'];
};

/** More than any logo and all matters need. */
const longest = 2 ** 20;

/** Where a data folder's greeting stands. */
export function greetingPath(dataFolder: string): string {
  return join(dataFolder, 'greeting.json');
}

type Fields = Readonly<Record<string, unknown>>;

const has = (value: unknown, ...names: readonly string[]): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === [...names].sort().join();
const isText = (value: unknown, like: RegExp): boolean =>
  typeof value === 'string' && like.test(value);
const isCount = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

const timeOfDay = /^\d\d:\d\d$/;
const isHours = (value: unknown): boolean =>
  has(value, 'weekday', 'opens', 'closes') &&
  isCount(value['weekday'], 6) &&
  isText(value['opens'], timeOfDay) &&
  isText(value['closes'], timeOfDay);

const isDate = (value: unknown): boolean => isText(value, /^\d{4}-\d\d-\d\d$/);
const isHoliday = (value: unknown): boolean =>
  has(value, 'date', 'name') && isDate(value['date']) && isText(value['name'], /./);
const isSpecial = (value: unknown): boolean =>
  has(value, 'date', 'opens', 'closes') &&
  isDate(value['date']) &&
  isText(value['opens'], timeOfDay) &&
  isText(value['closes'], timeOfDay);
const areAll = (value: unknown, is: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);
const isCalendar = (value: unknown): boolean =>
  has(value, 'zone', 'hours', 'holidays', 'specialHours') &&
  (zones as readonly unknown[]).includes(value['zone']) &&
  areAll(value['hours'], isHours) &&
  areAll(value['holidays'], isHoliday) &&
  areAll(value['specialHours'], isSpecial);

const isOffice = (value: unknown): boolean =>
  has(value, 'name', 'room', 'logo', 'calendar', 'retentionYears') &&
  isText(value['name'], /./) &&
  isText(value['room'], /./) &&
  (value['logo'] === null || isText(value['logo'], /^data:image\/(png|svg\+xml);base64,/)) &&
  isCalendar(value['calendar']) &&
  isCount(value['retentionYears'], 1_000);

const isBilingual = (value: unknown): boolean =>
  has(value, 'id', 'en') && isText(value['id'], /./) && isText(value['en'], /./);
const isMatter = (value: unknown): boolean =>
  has(value, 'document', 'title', 'requirements', 'asks') &&
  isText(value['document'], /./) &&
  isBilingual(value['title']) &&
  Array.isArray(value['requirements']) &&
  value['requirements'].every(isBilingual) &&
  Array.isArray(value['asks']) &&
  value['asks'].every((field) => isText(field, /./));
/** There is always one: without any, a visitor would be asked less than is owed. */
const areMatters = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isMatter);

/** Is this a greeting, of whichever version of the program? Anything that is more or less than one is none. */
export function isGreeting(value: unknown): value is Greeting {
  return (
    has(value, 'greeting', 'version', 'office', 'zone', 'notice', 'matters') &&
    value['greeting'] === 1 &&
    isText(value['version'], /./) &&
    isOffice(value['office']) &&
    (zones as readonly unknown[]).includes(value['zone']) &&
    isCount(value['notice'], 1_000) &&
    areMatters(value['matters'])
  );
}

/**
 * Reads a data folder's greeting.
 * @param version of this program: another one may show something else
 * @returns null where there is none, or anything about it is odd; never throws
 */
export async function readGreeting(
  files: Pick<Files, 'read'>,
  dataFolder: string,
  version: string,
): Promise<Greeting | null> {
  const bytes = await files.read(greetingPath(dataFolder), 0, longest).catch(() => null);
  const decoded = bytes?.at(-1) === 10 ? decodeLine(bytes.subarray(0, -1)) : null;
  if (decoded === null) return null;
  const { hash: _, ...fields } = decoded.fields;
  return isGreeting(fields) && fields.version === version ? fields : null;
}

/** The kiosk's view of an office in which nobody is, as far as anybody knows yet. */
export function viewOfGreeting(
  { office, zone, notice, matters }: Greeting,
  clock: Clock,
): KioskView {
  return {
    window: 'kiosk',
    clock: { at: clock.now().at, zone, running: clock.running },
    service: 'open',
    office,
    notice,
    matters,
    board: { called: [], assisting: [], waiting: 0 },
    slip: null,
  };
}
