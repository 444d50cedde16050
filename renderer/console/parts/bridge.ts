import type { ConsoleBridge } from '../../pendamping.ts';

/** What the preload put on this window. */
export const bridge = (window as unknown as { readonly pendamping: ConsoleBridge }).pendamping;
