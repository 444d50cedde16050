import { messagesOf } from '../../../shared/contract/permissions.ts';
import { exposeBridge } from './bridge.ts';

exposeBridge(messagesOf('console'));
