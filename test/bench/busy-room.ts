import type { StaffId, VisitCode } from '../../shared/base/ids.ts';
import { deviationsOf, unsettled } from '../../shared/state/deviations.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { presentRun, type Visit } from '../../shared/state/state.ts';
import { contract, type ArgsOf, type Message } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/base/result.ts';
import { decided, note, type Core } from '../../main/engine/decision.ts';
import type { Serve } from '../../main/engine/serve.ts';
import type { Session } from '../../main/engine/session.ts';
import type { SimulatedClock } from '../../main/clocks.ts';
import type { Chance } from './seeded-chance.ts';

export type Room = {
  readonly core: Core;
  readonly serve: Serve;
  readonly session: Session;
  readonly clock: SimulatedClock;
  readonly chance: Chance;
  readonly nextCommand: () => string;
};

/** Enough computers that a hundred visits of fifty minutes go through in a day. */
const computers = 16;
export const busySettings = {
  ...defaultSettings,
  workstations: Array.from({ length: computers }, (_, n) => ({
    id: `ws-${n + 1}`,
    name: `Komputer ${n + 1}`,
  })),
};
export const busyStaff = [
  { name: 'Koordinator', functions: ['coordinator'], pin: '718293' },
  { name: 'Meja layanan 1', functions: ['desk'], pin: '240817' },
  { name: 'Trainer 1', functions: ['trainer'], pin: '593026' },
  { name: 'Trainer 2', functions: ['trainer'], pin: '593026' },
] as const;

/** A made-up name, for names have no digits. */
const inLetters = (number: number): string =>
  [...String(number)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details ?? {})}`);
  return result.value;
};

const takesCommand = (message: Message): boolean => 'commandId' in contract[message].args.shape;

/** Everything that happens in a room, as the program serves it. */
export function openBusyRoom({ core, serve, session, clock, chance, nextCommand }: Room) {
  const { recorder } = core;
  const send = async <M extends Message>(
    message: M,
    args: Omit<ArgsOf<M>, 'commandId'>,
  ): Promise<unknown> => {
    const sent = takesCommand(message) ? { commandId: nextCommand(), ...args } : args;
    return must(await serve(contract[message].window, message, sent));
  };
  const visitOf = (code: string): Visit => {
    const found = recorder.state().visits[code as VisitCode];
    if (found === undefined) throw new Error(`No visit ${code}`);
    return found;
  };
  const staff = (index: number): StaffId => Object.keys(recorder.state().staff)[index] as StaffId;
  const as = (index: number): void => session.begin(staff(index), clock.now().mono);
  const coordinator = 0;
  const desk = 1;

  const answer = async (
    code: string,
    given: ArgsOf<'visit.answer'>['answer'],
    more: Partial<ArgsOf<'visit.answer'>> = {},
  ): Promise<void> => {
    const { step, attempt } = presentRun(visitOf(code));
    const args = {
      visit: code,
      step,
      attempt,
      answer: given,
      cause: null,
      problem: null,
      companyConfirmed: true,
      ...more,
    };
    const tap = (tapped: object) =>
      serve('console', 'visit.answer', { commandId: nextCommand(), ...tapped });
    const result = await tap(args);
    // Over the norm the cause is owed first.
    if (!result.ok && result.code === 'cause-owed')
      must(await tap({ ...args, cause: 'data-not-ready' }));
    else must(result);
  };

  const slip = async (code: string): Promise<void> => {
    const fact = {
      type: 'slip.saved',
      visit: code as VisitCode,
      data: { file: `slips/${code}.pdf`, sha256: 'a'.repeat(64) },
    } as const;
    must(await note(core, () => decided([fact])));
  };

  /** One visit from door to door; between two yields time passes and others have their turn. */
  async function* visit(number: number): AsyncGenerator<undefined, undefined> {
    const company = `CV Bangun ${String(number % 9_000).padStart(5, '0')}`;
    const checkedIn = (await send('visit.check-in', {
      guestBook: {
        name: `Wakil ${inLetters(number)}`,
        company,
        phone: `0812${String(10_000_000 + number)}`,
        email: chance.hits(0.3) ? `wakil${number}@example.id` : '',
        userId: chance.hits(0.7) ? `BANGUN${number}` : null,
        purpose: chance.hits(0.8) ? 'upload-bid' : 'problem',
        purposeNote: '',
        tenderCode: String(8_000_000 + (number % 50_000)),
        tenderName: `Paket pekerjaan ${number % 50_000}`,
        deadline: '',
      },
      language: 'id',
      notice: 1,
      fillingMs: 60_000 + chance.below(200_000),
    })) as { readonly visit: string };
    const code = checkedIn.visit;
    await slip(code);
    yield;
    as(desk);
    await send('queue.call', { visit: code });
    yield;
    if (chance.hits(0.03)) {
      as(desk);
      await send('queue.call', { visit: code });
      return void (await send('queue.no-show', { visit: code }));
    }
    as(desk);
    await send('queue.begin', { visit: code });
    await send('visit.tick-credentials', {
      visit: code,
      userId: visitOf(code).userIdGiven ? null : `BANGUN${number}`,
    });
    yield;
    as(desk);
    const isTrained = chance.hits(0.9);
    await answer(code, isTrained ? 'yes' : 'no');
    // Most of those who are advised to be trained first go home; some have a deadline and go on.
    const goesOn = isTrained || chance.hits(0.4);
    if (!isTrained) await answer(code, goesOn ? 'continues' : 'leaves');
    if (goesOn) {
      const free = busySettings.workstations.find(
        ({ id }) =>
          (
            recorder.state().workstations[id as keyof object] as
              { readonly visit: string | null } | undefined
          )?.visit == null,
      );
      await send('visit.call-trainer', {
        visit: code,
        trainer: staff(2 + chance.below(2)),
        workstation: free?.id ?? 'ws-1',
        cleared: true,
      });
      yield* assisted(code);
    }
    yield;
    if (visitOf(code).services[0].place.step !== 'report-out') {
      as(coordinator);
      await send('visit.close', {
        visit: code,
        outcome: 'left-early',
        reason: 'Penyedia harus kembali ke kantornya.',
        cause: 'data-not-ready',
      });
    } else await send('visit.report-out', { key: code });
    await account(code);
  }

  async function* assisted(code: string): AsyncGenerator<undefined, undefined> {
    for (let turn = 0; turn < 12; turn += 1) {
      yield;
      as(coordinator);
      const { step } = visitOf(code).services[0].place;
      if (step === 'report-out') return;
      if (chance.hits(0.15))
        await send('visit.note', {
          visit: code,
          text: 'Membawa laptop sendiri; berkas penawaran di flash disk.',
        });
      if (step === 'handle-problem') {
        const problem = {
          category: 'encryption',
          description: 'Aplikasi enkripsi versi lama.',
          unitAsked: '',
          remedy: 'Dipasang versi terbaru.',
        } as const;
        await answer(code, chance.hits(0.85) ? 'yes' : 'no', { problem });
      } else if (step === 'escalate') yield* escalated(code);
      else if (step === 'upload-bid') await answer(code, chance.hits(0.85) ? 'yes' : 'no');
      else if (step.startsWith('ask-')) await answer(code, chance.hits(0.6) ? 'yes' : 'no');
      else
        await answer(
          code,
          step === 'explain-qualification' ||
            step === 'explain-encryption' ||
            step === 'call-provider'
            ? 'done'
            : 'yes',
        ).catch(async () => answer(code, 'done'));
    }
  }

  async function* escalated(code: string): AsyncGenerator<undefined, undefined> {
    const escalation = visitOf(code).escalation ?? '';
    const at = new Date(clock.now().at + 7 * 3_600_000).toISOString().slice(0, 16);
    await send('escalation.send', {
      escalation,
      channel: 'LPSE Support',
      at,
      ticket: `LS-${code}`,
    });
    await answer(code, 'done');
    await send('escalation.confirm', { escalation, at, spokeWith: 'Petugas Helpdesk LKPP' });
    yield;
    as(coordinator);
    await send('escalation.answer', { escalation, at, text: 'Server sudah diperbaiki.' });
    await send('escalation.contact', {
      escalation,
      at,
      way: 'telephone',
      note: 'Penyedia diminta datang lagi.',
    });
    await send('escalation.close', { escalation, resolved: true, reason: '' });
  }

  /** Whoever owes a note writes it, and the coordinator accepts it. */
  const account = async (code: string): Promise<void> => {
    as(coordinator);
    const now = visitOf(code);
    const escalation =
      now.escalation === null ? null : (recorder.state().escalations[now.escalation] ?? null);
    for (const { id } of unsettled(deviationsOf(now, escalation, recorder.now()))) {
      await send('deviation.note', {
        visit: code,
        deviation: id,
        cause: 'data-not-ready',
        why: 'Data kualifikasi belum lengkap.',
        remedy: 'Dilengkapi bersama penyedia.',
      });
      await send('deviation.accept', { visit: code, deviation: id });
    }
  };

  return {
    visit,
    setUp: () =>
      send('office.set-up', {
        settings: busySettings,
        staff: busyStaff.map((member) => ({ ...member })),
      }),
    /** Everybody signs in, as in the morning. */
    signAllIn: async (): Promise<void> => {
      for (const [index, { pin }] of busyStaff.entries())
        await send('staff.sign-in', { staff: staff(index), pin });
    },
  };
}
