import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { decided } from '../../engine/decision.ts';

/** The office's settings are changed, all at once. */
export function decideSettings({
  settings,
}: ArgsOf<'office.change-settings'>): Result<Decided<null>> {
  return decided([{ type: 'settings.changed', visit: null, data: { settings } }]);
}
