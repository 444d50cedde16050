import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import { checkSettings } from '../../../shared/settings/check-settings.ts';
import { settingsFacts } from '../../../shared/state/settings.ts';
import { isOfficeLost } from '../../../shared/state/office.ts';
import type { Decided } from '../../ports.ts';
import { decided, type Context } from '../../engine/decision.ts';
import { shippedIfNone } from './adopt.ts';

type SetUp = ArgsOf<'office.set-up'>;
/** The facts by which somebody is on the staff, once it is decided. */
export type Added = (context: Context) => readonly Fact[];
/** Checks new members of staff, and hashes their PINs. */
export type TakeOn = (members: SetUp['staff']) => Promise<Result<Added>>;

/** First start: the office's settings and its staff, with at least one coordinator. Possible once. */
export function decideSetUp(
  { settings, staff, added }: Pick<SetUp, 'settings' | 'staff'> & { readonly added: Added },
  context: Context,
): Result<Decided<null>> {
  if (isOfficeLost(context.state)) return refused('office-lost');
  if (context.state.settings !== null) return refused('already-set-up');
  if (!staff.some(({ functions }) => functions.includes('coordinator')))
    return refused('coordinator-needed');
  const checked = checkSettings(settings);
  if (!checked.ok) return checked;
  return decided([
    ...settingsFacts(null, checked.value),
    ...added(context),
    ...shippedIfNone(context.state),
  ]);
}
