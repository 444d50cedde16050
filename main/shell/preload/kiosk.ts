import { ipcRenderer } from 'electron';
import { messagesOf } from '../../../shared/contract/permissions.ts';
import { channels } from '../../../shared/contract/windows.ts';
import { exposeBridge } from './bridge.ts';

exposeBridge(messagesOf('kiosk'), { painted: () => ipcRenderer.send(channels.painted) });
