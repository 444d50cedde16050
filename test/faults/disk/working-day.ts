import { messagesOf } from '../../../shared/contract/permissions.ts';
import type { Message, ArgsOf, AnswerOf } from '../../../shared/contract/contract.ts';
import type { Result } from '../../../shared/base/result.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { presentRun, type Visit } from '../../../shared/state/state.ts';
import { guestBookA, guestBookB, pins, type TestOffice } from '../../office.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Chance } from './seeded.ts';

/** Refused because nothing can be kept at present; any other refusal is a mistake of the day's plan and is thrown. */
class OutOfService extends Error {}

export type WorkingDay = {
  /** First start if there was none, then the desk signs in. @returns false when out of service */
  readonly open: () => Promise<boolean>;
  /** Several commands at once. @returns false when out of service */
  readonly round: () => Promise<boolean>;
};

const staff = [
  { name: 'Koordinator', functions: ['coordinator'], pin: pins.coordinator },
  { name: 'Meja layanan 1', functions: ['desk'], pin: pins.desk },
  { name: 'Trainer 1', functions: ['trainer'], pin: pins.trainer },
] as const;

/** Runs follow each other by the clock: a step that lasted through some of them owes its cause. */
const cause = 'data-not-ready';

/** Words of many lengths, so that lines end at every place of a disk's block. */
const words = (chance: Chance, mark: string): string =>
  `Catatan ${mark}: ${'penyedia menunggu di ruang tunggu. '.repeat(chance.between(0, 40))}selesai`;

/**
 * A day at the office by chance: check-ins, the desk's steps, notes and early leaving, several at once.
 * @param run marks this run's commands and texts
 * @param acknowledged told of each command as soon as it is accepted
 */
export function workingDay(
  office: TestOffice,
  chance: Chance,
  run: string,
  acknowledged: (one: Acknowledged) => void,
): WorkingDay {
  let commands = 0;
  const newCommand = (): string => `run-${run}-${String((commands += 1)).padStart(5, '0')}`;

  const send = async <M extends Message>(
    message: M,
    args: Omit<ArgsOf<M>, 'commandId'>,
    told: (answer: AnswerOf<M>) => Acknowledged | null,
  ): Promise<void> => {
    const result = (await office.serve(
      messagesOf('kiosk').includes(message) ? 'kiosk' : 'console',
      message,
      { commandId: newCommand(), ...args },
    )) as Result<AnswerOf<M>>;
    if (!result.ok && result.code === 'out-of-service') throw new OutOfService();
    if (!result.ok) throw new Error(`${message}: ${result.code} ${JSON.stringify(result.details)}`);
    const one = told(result.value);
    if (one !== null) acknowledged(one);
  };

  const checkIn = (): Promise<void> => {
    const tenderName = `Rehabilitasi Jembatan ${run} ${commands}`;
    const guestBook = { ...chance.oneOf([guestBookA, guestBookB]), tenderName };
    return send(
      'visit.check-in',
      { guestBook, language: 'id', notice: 1, fillingMs: 60_000 },
      ({ visit, number }) => ({ what: 'check-in', visit, number, tenderName }),
    );
  };

  const note = (visit: string): Promise<void> => {
    const text = words(chance, `${run} ${commands}`);
    return send('visit.note', { visit, text }, () => ({ what: 'note', visit, text }));
  };

  /** The next thing that the desk does with a visit. */
  const next = (visit: Visit): Promise<void> => {
    const { code } = visit;
    const { step, attempt, startedAt } = presentRun(visit);
    if (step === 'ask-training' && startedAt === null) {
      const what = visit.calls === 0 ? 'call' : 'begin';
      return send(`queue.${what}`, { visit: code }, () => ({ what, visit: code }));
    }
    if (!visit.credentialsTicked) {
      const userId = `SUMBER-${run}-${commands}`;
      return send('visit.tick-credentials', { visit: code, userId }, () => ({
        what: 'tick',
        visit: code,
        userId,
      }));
    }
    if (step === 'ask-training') {
      const given = {
        visit: code,
        step,
        attempt,
        answer: 'yes',
        cause,
        problem: null,
        companyConfirmed: false,
      } as const;
      return send('visit.answer', given, () => ({ what: 'step', visit: code, step, attempt }));
    }
    const reason = words(chance, `pulang ${run} ${commands}`);
    return send('visit.close', { visit: code, outcome: 'left-early', reason, cause }, () => ({
      what: 'close',
      visit: code,
      reason,
    }));
  };

  /** Sends all at once and waits for all. @returns false when any was refused as out of service */
  const together = async (sending: readonly Promise<void>[]): Promise<boolean> => {
    const settled = await Promise.allSettled(sending);
    const failures = settled.flatMap((each): readonly unknown[] =>
      each.status === 'rejected' ? [each.reason] : [],
    );
    const mistake = failures.find((failure) => !(failure instanceof OutOfService));
    if (mistake !== undefined) throw mistake as Error;
    return failures.length === 0;
  };

  const signIn = (): Promise<void> => {
    const desk = office.view().staff.find(({ functions }) => functions.includes('desk'));
    if (desk === undefined) throw new Error('There is no desk');
    return send('staff.sign-in', { staff: desk.id, pin: pins.desk }, () => null);
  };

  return {
    open: async () => {
      const settingUp = { settings: defaultSettings, staff: [...staff] };
      const told = (): Acknowledged => ({ what: 'set-up', staff: staff.map(({ name }) => name) });
      if (
        office.state().settings === null &&
        !(await together([send('office.set-up', settingUp, told)]))
      )
        return false;
      return together([signIn()]);
    },
    round: () => {
      office.clock.advance(chance.between(100, 2_000));
      const open = Object.values(office.state().visits).filter(({ ended }) => ended === null);
      const busy = new Set(
        Array.from({ length: Math.min(3, open.length) }, () => chance.oneOf(open)),
      );
      const checkIns = Array.from(
        { length: chance.between(open.length === 0 ? 1 : 0, 2) },
        checkIn,
      );
      return together([
        ...checkIns,
        ...[...busy].map((visit) => (chance.between(1, 3) === 1 ? note(visit.code) : next(visit))),
      ]);
    },
  };
}
