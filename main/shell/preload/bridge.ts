import { contextBridge, ipcRenderer } from 'electron';
import { channels } from '../../../shared/contract/windows.ts';

/**
 * Puts a window's bridge in place: it can send its own messages and be shown its own views, nothing else.
 * @param messages the names that this window may send; any other is not even sent
 */
export function exposeBridge(messages: readonly string[]): void {
  let last: unknown = null;
  const shown = new Set<(view: unknown) => void>();
  ipcRenderer.on(channels.view, (_event, view: unknown) => {
    last = view;
    for (const show of shown) show(view);
  });
  contextBridge.exposeInMainWorld('pendamping', {
    call: (message: unknown, args: unknown): Promise<unknown> =>
      messages.includes(message as string)
        ? ipcRenderer.invoke(channels.call, message, args)
        : Promise.resolve({ ok: false, code: 'unknown-message' }),
    onView: (show: (view: unknown) => void) => {
      shown.add(show);
      if (last !== null) show(last);
      return () => void shown.delete(show);
    },
  });
  ipcRenderer.send(channels.ready);
  // A page that hangs stops telling that it lives.
  setInterval(() => ipcRenderer.send(channels.alive), 3_000);
}
