/**
 * Which window may send which message. Names only, so that a preload can hold its own list without carrying the
 * contract's parsers; `contract.ts` is held to these lists by its type.
 */
export const kioskMessages = ['visit.check-in', 'visit.report-out'] as const;

export const consoleMessages = [
  'office.set-up',
  'office.change-settings',
  'staff.add',
  'staff.sign-in',
  'staff.sign-out',
  'staff.touch',
  'queue.call',
  'queue.begin',
  'queue.no-show',
  'visit.answer',
  'visit.call-trainer',
  'visit.tick-credentials',
  'visit.note',
  'visit.undo',
  'visit.override',
  'visit.close',
  'visit.link',
  'deviation.note',
  'deviation.accept',
  'deviation.return',
  'escalation.send',
  'escalation.confirm',
  'escalation.answer',
  'escalation.contact',
  'escalation.close',
  'office.answer-clock',
  'reports.search-register',
  'reports.export-register',
  'records.choose-folder',
  'records.arrange-backup',
  'records.make-backup',
  'records.list-erasures',
  'records.read-erasure',
] as const;

export type KioskMessage = (typeof kioskMessages)[number];
export type ConsoleMessage = (typeof consoleMessages)[number];

export const windowRoles = ['kiosk', 'console'] as const;
export type WindowRole = (typeof windowRoles)[number];

export const messagesOf: Readonly<Record<WindowRole, readonly string[]>> = {
  kiosk: kioskMessages,
  console: consoleMessages,
};

/** The channels between a window and the main process. */
export const channels = {
  call: 'pendamping:call',
  view: 'pendamping:view',
  ready: 'pendamping:ready',
  alive: 'pendamping:alive',
} as const;
