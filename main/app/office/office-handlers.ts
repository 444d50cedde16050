import { record, type Core } from '../../engine/decision.ts';
import { recordEach, type Commands, type HandlersOf } from '../../engine/handlers.ts';
import { decideClockAnswer } from './clock-answer.ts';
import { decideSettings } from './change-settings.ts';
import { decideSetUp, type TakeOn } from './set-up.ts';

const officeCommands: Commands<'office.change-settings' | 'office.answer-clock'> = {
  'office.change-settings': { decide: decideSettings, tells: 'settings.section-changed' },
  'office.answer-clock': { decide: decideClockAnswer, tells: 'clock.answered' },
};

/** @param takeOn takes the first staff on: their PINs are hashed before anything is decided */
export function makeOfficeHandlers(core: Core, takeOn: TakeOn): HandlersOf<'office'> {
  return {
    ...recordEach(core, officeCommands),
    'office.set-up': async (args, caller) => {
      const taken = await takeOn(args.staff);
      if (!taken.ok) return taken;
      return record(core, {
        ...caller,
        tells: 'settings.section-changed',
        again: () => null,
        decide: (context) => decideSetUp({ ...args, added: taken.value }, context),
      });
    },
  };
}
