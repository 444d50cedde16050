import { contextBridge, ipcRenderer } from 'electron';
import { channels } from '../../../shared/contract/windows.ts';

contextBridge.exposeInMainWorld('pendamping', {
  onView: (show: (view: unknown) => void) => void ipcRenderer.invoke(channels.view).then(show),
  ready: (heightInMicrons: number) => ipcRenderer.send(channels.ready, heightInMicrons),
});
