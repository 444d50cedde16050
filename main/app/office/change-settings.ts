import type { ArgsOf } from '../../../shared/contract/contract.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import { checkSettings } from '../../../shared/settings/check-settings.ts';
import { isOfficeLost } from '../../../shared/state/office.ts';
import { settingsFacts } from '../../../shared/state/settings.ts';
import type { Decided } from '../../ports.ts';
import { decided, type Context } from '../../engine/decision.ts';

/**
 * Changes the office's settings: the sections that are no longer the same, in one decision.
 * @returns null; or what is wrong with the settings, with the `field` that it is about; `not-set-up` before the first set-up,
 * `office-lost` where the records of an office are there without its settings
 */
export function decideSettings(
  { settings: typed }: ArgsOf<'office.change-settings'>,
  { state }: Context,
): Result<Decided<null>> {
  if (state.settings === null) return refused(isOfficeLost(state) ? 'office-lost' : 'not-set-up');
  const checked = checkSettings(typed);
  return checked.ok ? decided(settingsFacts(state.settings, checked.value)) : checked;
}
