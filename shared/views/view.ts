import type { ConsoleView } from './console-view.ts';
import type { KioskView } from './kiosk-view.ts';

export type View = ConsoleView | KioskView;
