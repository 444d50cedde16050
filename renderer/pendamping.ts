import type { Call } from '../shared/contract/contract.ts';
import type { ConsoleMessage, KioskMessage } from '../shared/contract/contract.ts';
import type { ConsoleView } from '../shared/views/console-view.ts';
import type { KioskView } from '../shared/views/kiosk-view.ts';
import type { SlipView } from '../shared/views/slip-view.ts';

/** What a preload puts on `window.pendamping`, and all that a renderer can reach outside itself. */
export type Bridge<Message extends KioskMessage | ConsoleMessage, View> = {
  readonly call: Call<Message>;
  /** Calls `show` with the present view at once and with each new one; returns how to stop. */
  readonly onView: (show: (view: View) => void) => () => void;
};

export type KioskBridge = Bridge<KioskMessage, KioskView>;
export type ConsoleBridge = Bridge<ConsoleMessage, ConsoleView>;

/** The slip page's: it is shown one slip, and tells how high it is. */
export type SlipBridge = {
  readonly onView: (show: (slip: SlipView) => void) => void;
  readonly ready: (heightInMicrons: number) => void;
};
