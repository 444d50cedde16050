/**
 * Which window may send which message. Names only, so that a preload can hold its own list without carrying the
 * contract's parsers; `contract.ts` is held to these lists by its type.
 */
export const kioskMessages = ['kiosk.check-in', 'kiosk.report-out'] as const;

export const consoleMessages = [
  'office.set-up',
  'office.settings',
  'staff.add',
  'session.sign-in',
  'session.sign-out',
  'session.touch',
  'visit.call',
  'visit.begin',
  'visit.no-show',
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
  'clock.answer',
  'register.search',
  'register.export',
  'backup.choose-folder',
  'backup.arrange',
  'backup.make',
  'erasure.list',
  'erasure.read',
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
  /** The kiosk's page has painted its first view. */
  painted: 'pendamping:painted',
} as const;
