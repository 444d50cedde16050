/** The windows: who may send what of each is said in the contract. */
export const windowRoles = ['kiosk', 'console'] as const;
export type WindowRole = (typeof windowRoles)[number];

/** The channels between a window and the main process. */
export const channels = {
  call: 'pendamping:call',
  view: 'pendamping:view',
  ready: 'pendamping:ready',
  alive: 'pendamping:alive',
} as const;
