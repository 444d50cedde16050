import { kioskMessages } from '../../../shared/contract/message-names.ts';
import { exposeBridge } from './bridge.ts';

exposeBridge(kioskMessages);
