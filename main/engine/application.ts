import type { WindowRole } from '../../shared/contract/windows.ts';
import type { View } from '../../shared/views/view.ts';
import type { Serve } from './serve.ts';

/** The program as its windows have it. */
export type Application = {
  readonly serve: Serve;
  readonly viewOf: (window: WindowRole) => View;
  /** Called every few seconds: is the folder still ours, idle sign-out, norms that pass by themselves, a way back into service. */
  readonly tick: () => Promise<void>;
  /** The machine woke from sleep. */
  readonly wake: () => Promise<void>;
  readonly close: () => Promise<void>;
};
