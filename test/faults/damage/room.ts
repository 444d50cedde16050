import { messagesOf } from '../../../shared/contract/permissions.ts';
import type { ArgsOf, AnswerOf, Message } from '../../../shared/contract/contract.ts';
import { presentRun, type Visit } from '../../../shared/state/state.ts';
import type { Answer } from '../../../shared/sop/definition.ts';
import type { Result } from '../../../shared/base/result.ts';
import { guestBookA, guestBookB, pins, type TestOffice } from '../../office.ts';
import type { Chance } from '../chance.ts';
import type { Ledger } from './ledger.ts';

const cause = 'staff-busy';
const problem = {
  category: 'upload',
  description: 'Upload berhenti di tengah.',
  unitAsked: '',
  remedy: 'Dicoba dengan jaringan lain.',
} as const;
const wib = 7 * 3_600_000;

/** What the people in the room did. */
export type Done = { accepted: number; refused: number };

/**
 * The people in a room: whatever is possible they do, by chance; where something is refused they go on with the next thing.
 * @param mark begins the ids of their commands
 */
export function peopleIn(
  office: TestOffice,
  chance: Chance,
  mark: string,
  ledger: Ledger,
  done: Done,
) {
  let commands = 0;
  const send = async <M extends Message>(
    message: M,
    args: Omit<ArgsOf<M>, 'commandId'>,
  ): Promise<Result<AnswerOf<M>>> => {
    const commandId = `${mark}-${String((commands += 1)).padStart(5, '0')}`;
    const result = (await office.serve(
      messagesOf('kiosk').includes(message) ? 'kiosk' : 'console',
      message,
      { commandId, ...args },
    )) as Result<AnswerOf<M>>;
    done[result.ok ? 'accepted' : 'refused'] += 1;
    if (result.ok) ledger.told(commandId);
    return result;
  };
  const oneOf = <T>(list: readonly T[]): T | undefined => list[chance.below(list.length)];
  const words = (): string =>
    `Catatan ${mark} ${commands}: ${'penyedia menunggu. '.repeat(chance.below(12))}selesai`;
  const minute = (): string => new Date(office.clock.now().at + wib).toISOString().slice(0, 16);

  const checkIn = async (): Promise<void> => {
    const guestBook = {
      ...(chance.below(2) === 0 ? guestBookA : guestBookB),
      deadline: '',
      tenderName: `Paket ${mark} ${commands}`,
    };
    await send('visit.check-in', { guestBook, language: 'id', notice: 1, fillingMs: 60_000 });
    await office.slipsDone();
  };

  const answers: Readonly<Record<string, readonly Answer[]>> = {
    'ask-training': ['yes'],
    'advise-training': ['leaves', 'continues'],
    'call-provider': ['done'],
    'ask-qualification': ['yes', 'no'],
    'explain-qualification': ['done'],
    'upload-qualification': ['yes', 'no'],
    'handle-problem': ['yes', 'no'],
    escalate: ['done'],
    'explain-encryption': ['done'],
    'upload-bid': ['yes', 'no'],
    'report-out': ['done'],
  };
  const answer = (visit: Visit): Promise<unknown> => {
    const { step, attempt } = presentRun(visit);
    return send('visit.answer', {
      visit: visit.code,
      step,
      attempt,
      answer: oneOf(answers[step] ?? []) ?? 'done',
      cause,
      problem: step === 'handle-problem' ? problem : null,
      companyConfirmed: true,
    });
  };

  const escalate = (id: string): Promise<unknown> => {
    const stage = Object.values(office.state().escalations).find((each) => each.id === id)?.stage;
    const at = minute();
    if (stage === 'drafted')
      return send('escalation.send', { escalation: id, channel: 'TTS', at, ticket: '' });
    if (stage === 'sent')
      return send('escalation.confirm', { escalation: id, at, spokeWith: 'Helpdesk' });
    if (stage === 'confirmed')
      return send('escalation.answer', { escalation: id, at, text: words() });
    if (stage === 'answered')
      return send('escalation.contact', { escalation: id, at, way: 'telephone', note: words() });
    return send('escalation.close', {
      escalation: id,
      resolved: stage === 'contacted',
      reason: 'Tender dibatalkan.',
    });
  };

  const goOn = async (visit: Visit): Promise<unknown> => {
    const { code } = visit;
    const { step, startedAt } = presentRun(visit);
    const roll = chance.below(20);
    if (roll < 3) return send('visit.note', { visit: code, text: words() });
    if (roll === 3) return send('visit.undo', { visit: code, cause });
    if (roll === 4)
      return send('visit.close', { visit: code, outcome: 'left-early', reason: words(), cause });
    if (roll === 5)
      return send('visit.tick-credentials', { visit: code, userId: `SUMBER-${commands}` });
    if (step === 'ask-training' && startedAt === null)
      return visit.calls === 0
        ? send('queue.call', { visit: code })
        : send('queue.begin', { visit: code });
    if (roll === 6 && step !== 'ask-training')
      return send('visit.override', { visit: code, to: 'escalate', reason: words(), cause });
    if (step === 'call-provider' && visit.trainer === null) {
      const trainer =
        Object.values(office.state().staff).find(({ functions }) => functions.includes('trainer'))
          ?.id ?? 'nobody';
      return send('visit.call-trainer', {
        visit: code,
        trainer,
        workstation: `ws-${1 + chance.below(4)}`,
        cleared: true,
      });
    }
    if (step === 'report-out' && chance.below(2) === 0)
      return send('visit.report-out', { key: visit.number });
    return step === 'escalate' && visit.escalation !== null && chance.below(2) === 0
      ? escalate(visit.escalation)
      : answer(visit);
  };

  const account = (): Promise<unknown> => {
    const deviation = oneOf(office.view().deviations);
    if (deviation === undefined) return checkIn();
    const { visit, id, status } = deviation;
    return status === 'noted'
      ? send('deviation.accept', { visit, deviation: id })
      : send('deviation.note', {
          visit,
          deviation: id,
          cause,
          why: words(),
          remedy: 'Diatur ulang.',
        });
  };

  const something = async (): Promise<unknown> => {
    const { visits, escalations } = office.state();
    const open = Object.values(visits).filter(({ ended }) => ended === null);
    const roll = chance.below(20);
    if (roll < 5 || open.length === 0)
      return roll === 0 ? Promise.all([checkIn(), checkIn()]) : checkIn();
    if (roll < 9) return account();
    const pursued = Object.values(escalations).filter(({ stage }) => !stage.startsWith('closed'));
    if (roll === 9 && pursued.length > 0) return escalate(oneOf(pursued)?.id ?? '');
    if (roll === 10) return office.restored.saveCheckpoint();
    return goOn(oneOf(open) as Visit);
  };

  return {
    /** The coordinator signs in, who may do everything; nobody does where the records of the staff are lost. */
    signIn: async (): Promise<void> => {
      const coordinator = Object.values(office.state().staff).find(({ functions }) =>
        functions.includes('coordinator'),
      );
      if (coordinator !== undefined)
        await send('staff.sign-in', { staff: coordinator.id, pin: pins.coordinator });
    },
    work: async (things: number): Promise<void> => {
      for (let count = 0; count < things; count += 1) {
        office.clock.advance((1 + chance.below(7)) * 60_000);
        await something();
      }
      await office.slipsDone();
      await office.recorder.settled();
      // What the register read of closed months it keeps in a file of its own.
      await office.console('reports.search-register', { month: '2026-11', text: '' });
    },
    checkIn,
  };
}
