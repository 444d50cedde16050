import { ipcRenderer } from 'electron';
import { channels, kioskMessages } from '../../../shared/contract/message-names.ts';
import { exposeBridge } from './bridge.ts';

exposeBridge(kioskMessages, { painted: () => ipcRenderer.send(channels.painted) });
