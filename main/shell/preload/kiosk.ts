import { kioskMessages } from '../../../shared/message-names.ts';
import { exposeBridge } from './bridge.ts';

exposeBridge(kioskMessages);
