import type { MessageOf } from '../../../shared/contract/contract.ts';
import type { Commands } from '../../engine/handlers.ts';
import { assistanceCommands } from './assistance.ts';
import { checkInCommands } from './check-in.ts';
import { endCommands } from './ends.ts';
import { stepCommands } from './steps.ts';

/** Every command of a visit; each file has the lines of what it decides. */
export const visitCommands: Commands<MessageOf<'visit'>> = {
  ...checkInCommands,
  ...stepCommands,
  ...assistanceCommands,
  ...endCommands,
};
