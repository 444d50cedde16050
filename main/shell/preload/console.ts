import { consoleMessages } from '../../../shared/contract/message-names.ts';
import { exposeBridge } from './bridge.ts';

exposeBridge(consoleMessages);
