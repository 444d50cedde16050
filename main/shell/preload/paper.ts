import { contextBridge, ipcRenderer } from 'electron';
import { channels } from '../../../shared/contract/windows.ts';

contextBridge.exposeInMainWorld('pendamping', {
  onView: (show: (view: unknown) => void) =>
    void ipcRenderer.on(channels.view, (_event, view: unknown) => show(view)),
  ready: (heightInMicrons: number | null) => ipcRenderer.send(channels.ready, heightInMicrons),
});
