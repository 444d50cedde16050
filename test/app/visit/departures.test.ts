import { describe, expect, test } from 'vitest';
import {
  answer,
  checkIn,
  guestBookA,
  guestBookB,
  must,
  nextCommand,
  openReadyOffice,
  signIn,
  visitOf,
  type TestOffice,
} from '../../office.ts';

/** A visit at a step of its assistance, with Trainer 1 signed in. */
const atStep = async (office: TestOffice, code: string): Promise<void> => {
  await signIn(office, 'Meja layanan 1');
  await must(office.console('queue.begin', { visit: code }));
  await must(answer(office, code, 'yes'));
  const trainer = office.view().trainers.find(({ name }) => name === 'Trainer 1')?.id ?? '';
  await must(
    office.console('visit.call-trainer', {
      visit: code,
      trainer,
      workstation: 'ws-1',
      cleared: false,
    }),
  );
  await signIn(office, 'Trainer 1');
  await must(answer(office, code, 'done'));
};
const problem = {
  category: 'upload',
  description: 'Upload berhenti di tengah.',
  unitAsked: '',
  remedy: 'Dicoba dengan jaringan lain.',
} as const;
const path = (office: TestOffice, code: string, id: string) =>
  visitOf(office, code).path.find((step) => step.id === id);

describe('undo', () => {
  test('takes back the last answer; the step’s first start stays', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    office.minutes(2);
    await must(answer(office, code, 'yes'));
    office.minutes(1);
    await must(office.console('visit.undo', { visit: code, cause: null }));
    expect(visitOf(office, code)).toMatchObject({ step: 'ask-qualification', attempt: 1 });
    expect(visitOf(office, code).clocks[0]).toMatchObject({ elapsedMs: 3 * 60_000 });
    expect(path(office, code, 'explain-encryption')?.runs).toMatchObject([
      { undone: true, elapsedMs: 60_000 },
    ]);
    await must(answer(office, code, 'no'));
    expect(visitOf(office, code).step).toBe('explain-qualification');
  });

  test('a deviation once owed stays owed, and its cause is not asked twice', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    office.minutes(6);
    await must(answer(office, code, 'no', { cause: 'data-not-ready' }));
    await must(office.console('visit.undo', { visit: code, cause: null }));
    expect(visitOf(office, code).deviations).toMatchObject([
      { id: 'ask-qualification#1:time', cause: 'data-not-ready', status: 'owed' },
    ]);
    await must(answer(office, code, 'no'));
    expect(visitOf(office, code).deviations).toMatchObject([
      { id: 'ask-qualification#1:time', cause: 'data-not-ready' },
    ]);
  });

  test('a step that ran over its norm wants its cause before it is left by an undo', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    await must(answer(office, code, 'no'));
    office.minutes(16);
    expect(await office.console('visit.undo', { visit: code, cause: null })).toMatchObject({
      code: 'cause-owed',
    });
    await must(office.console('visit.undo', { visit: code, cause: 'staff-busy' }));
    expect(visitOf(office, code).deviations).toContainEqual(
      expect.objectContaining({ id: 'explain-qualification#1:time', cause: 'staff-busy' }),
    );
  });

  test('back from reporting out the workstation is the visit’s again', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    await must(answer(office, code, 'yes'));
    await must(answer(office, code, 'done'));
    await must(answer(office, code, 'yes', { companyConfirmed: true }));
    expect(office.view().workstations[0]).toMatchObject({ visit: null, cleared: false });
    await must(office.console('visit.undo', { visit: code, cause: null }));
    expect(office.view().workstations[0]).toMatchObject({ visit: code, cleared: true });
    expect(visitOf(office, code).step).toBe('upload-bid');
  });

  test('there is nothing to take back at the first step', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await signIn(office, 'Meja layanan 1');
    expect(await office.console('visit.undo', { visit: code, cause: null })).toMatchObject({
      code: 'nothing-to-undo',
    });
  });
});

describe('a jump outside the arrows', () => {
  test('wants a reason, is a flow deviation, and cannot end the visit', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    const jump = (
      to: 'explain-encryption' | 'report-out' | 'guest-book' | 'ask-qualification',
      reason: string,
    ) => office.console('visit.override', { visit: code, to, reason, cause: null });
    expect(await jump('explain-encryption', ' ')).toMatchObject({ code: 'text-empty' });
    expect(await jump('report-out', 'Selesai di rumah.')).toMatchObject({
      code: 'not-an-answer-here',
    });
    expect(await jump('guest-book', 'Salah isi.')).toMatchObject({ code: 'not-an-answer-here' });
    expect(await jump('ask-qualification', 'Ulangi.')).toMatchObject({ code: 'already-there' });
    await must(jump('explain-encryption', 'Data kualifikasi diunggah kemarin.'));
    expect(visitOf(office, code)).toMatchObject({ step: 'explain-encryption', mayUndo: false });
    expect(visitOf(office, code).deviations).toMatchObject([
      { kind: 'flow', step: 'ask-qualification' },
    ]);
  });

  test('to step 10 drafts an escalation', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    await must(
      office.console('visit.override', {
        visit: code,
        to: 'escalate',
        reason: 'Server SPSE padam seluruhnya.',
        cause: null,
      }),
    );
    expect(visitOf(office, code).escalation).toMatchObject({ id: 'E-0001', stage: 'drafted' });
  });
});

describe('ends outside the arrows', () => {
  test('left early, with a reason, at any step before 13', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    expect(
      await office.console('visit.close', {
        visit: code,
        outcome: 'left-early',
        reason: '',
        cause: null,
      }),
    ).toMatchObject({ code: 'text-empty' });
    await must(
      office.console('visit.close', {
        visit: code,
        outcome: 'left-early',
        reason: 'Dokumen tertinggal di kantor.',
        cause: null,
      }),
    );
    expect(office.view().visits).toEqual([]);
    expect(office.view().workstations[0]).toMatchObject({ visit: null, cleared: false });
    expect(await office.console('visit.note', { visit: code, text: 'a' })).toMatchObject({
      code: 'visit-ended',
    });
  });

  test('no-show after two calls, not before and not once the visitor is at the desk', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await signIn(office, 'Meja layanan 1');
    await must(office.console('queue.call', { visit: code }));
    expect(await office.console('queue.no-show', { visit: code })).toMatchObject({
      code: 'visit-not-called-twice',
    });
    expect(office.kioskView().board.called).toEqual([{ number: 'A001', where: 'Meja layanan 1' }]);
    await must(office.console('queue.call', { visit: code }));
    await must(office.console('queue.no-show', { visit: code }));
    const [row] = await must(
      office.console('reports.search-register', { month: '2026-11', text: '' }),
    );
    expect(row).toMatchObject({ outcome: 'no-show', left: null, minutesInRoom: null, path: '1 2' });
  });

  test('left unreported: no leaving time is invented, clocks stop at closing time, and the desk owes an output', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    await must(answer(office, code, 'yes'));
    await must(answer(office, code, 'done'));
    await must(answer(office, code, 'yes', { companyConfirmed: true }));
    office.minutes(200);
    await signIn(office, 'Meja layanan 1');
    await must(
      office.console('visit.close', {
        visit: code,
        outcome: 'left-unreported',
        reason: 'Tidak ada di ruang saat tutup.',
        cause: null,
      }),
    );
    const [row] = await must(
      office.console('reports.search-register', { month: '2026-11', text: '' }),
    );
    expect(row).toMatchObject({ outcome: 'left-unreported', left: null });
    // 12.58 checked in, 15.30 closed: 152 minutes at step 13, not 200.
    expect(office.view().deviations).toMatchObject([
      { kind: 'time', step: 'report-out', actualMs: 152 * 60_000, owedBy: '' },
      { kind: 'output', step: 'report-out', owedBy: '' },
    ]);
  });
});

describe('workstations and trainers', () => {
  test('a workstation in use is refused, and one that was used until it is confirmed clean', async () => {
    const office = await openReadyOffice();
    const first = await checkIn(office);
    await atStep(office, first);
    const second = await checkIn(office, guestBookB);
    await signIn(office, 'Meja layanan 1');
    await must(office.console('queue.begin', { visit: second }));
    await must(answer(office, second, 'no'));
    await must(answer(office, second, 'continues'));
    const trainer = office.view().trainers.find(({ name }) => name === 'Trainer 2')?.id ?? '';
    const call = (workstation: string, cleared: boolean, who = trainer) =>
      office.console('visit.call-trainer', { visit: second, trainer: who, workstation, cleared });
    expect(await call('ws-1', true)).toMatchObject({
      code: 'workstation-taken',
      details: { number: 'A001' },
    });
    expect(await call('ws-9', true)).toMatchObject({ code: 'workstation-unknown' });
    expect(await call('ws-2', true, 'nobody')).toMatchObject({ code: 'trainer-unknown' });
    await must(
      office.console('visit.close', {
        visit: first,
        outcome: 'left-early',
        reason: 'Pulang.',
        cause: null,
      }),
    );
    expect(await call('ws-1', false)).toMatchObject({ code: 'workstation-not-cleared' });
    await must(call('ws-1', true));
    await signIn(office, 'Trainer 1');
    expect(await answer(office, second, 'done')).toMatchObject({ code: 'not-the-called-trainer' });
    await signIn(office, 'Trainer 2');
    await must(answer(office, second, 'done'));
    expect(visitOf(office, second)).toMatchObject({
      trainer: { name: 'Trainer 2' },
      workstation: { name: 'Komputer 1' },
    });
  });

  test('step 5: the norm runs from the first call to the acceptance; before it the visitor waits, which owes nothing', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await signIn(office, 'Meja layanan 1');
    await must(office.console('queue.begin', { visit: code }));
    await must(answer(office, code, 'yes'));
    office.minutes(20);
    expect(visitOf(office, code)).toMatchObject({ phase: 'trainer-owed', deviations: [] });
    expect(visitOf(office, code).clocks[0]).toMatchObject({
      name: 'waiting-for-trainer',
      limit: 'target',
      elapsedMs: 20 * 60_000,
    });
    expect(await answer(office, code, 'done')).toMatchObject({ code: 'trainer-not-called' });
    const trainers = office.view().trainers;
    const call = (name: string) =>
      office.console('visit.call-trainer', {
        visit: code,
        trainer: trainers.find((each) => each.name === name)?.id ?? '',
        workstation: 'ws-1',
        cleared: true,
      });
    await must(call('Trainer 1'));
    office.minutes(4);
    await must(call('Trainer 2'));
    expect(visitOf(office, code).clocks[0]).toMatchObject({
      name: 'call',
      limit: 'norm',
      elapsedMs: 4 * 60_000,
    });
  });

  test('roles: the desk asks, trainers explain, nobody closes another’s step', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await signIn(office, 'Trainer 1');
    expect(await office.console('queue.begin', { visit: code })).toMatchObject({
      code: 'not-your-role',
    });
    await atStep(office, code);
    await signIn(office, 'Meja layanan 1');
    expect(visitOf(office, code).mayAnswer).toBe(false);
    expect(await answer(office, code, 'yes')).toMatchObject({ code: 'not-your-role' });
    await signIn(office, 'Koordinator');
    await must(answer(office, code, 'yes'));
  });
});

describe('accountability', () => {
  test('a note is written, returned, written again and accepted; accepted is settled', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    office.minutes(7);
    await must(answer(office, code, 'yes', { cause: 'network-slow' }));
    const deviation = 'ask-qualification#1:time';
    const note = (why: string) =>
      office.console('deviation.note', {
        visit: code,
        deviation,
        cause: 'network-slow',
        why,
        remedy: 'Modem cadangan disiapkan.',
      });
    expect(await note('password: Rahasia1')).toMatchObject({ code: 'looks-like-secret' });
    await must(note('Jaringan lambat sejak pukul 13.'));
    expect(await office.console('deviation.accept', { visit: code, deviation })).toMatchObject({
      code: 'not-your-role',
    });
    await signIn(office, 'Koordinator');
    await must(
      office.console('deviation.return', {
        visit: code,
        deviation,
        reason: 'Sebut penyedia jaringannya.',
      }),
    );
    expect(office.view().deviations).toMatchObject([
      { status: 'returned', returnedBecause: 'Sebut penyedia jaringannya.' },
    ]);
    await must(note('Gangguan penyedia jaringan, tiket sudah dibuat.'));
    await must(office.console('deviation.accept', { visit: code, deviation }));
    expect(office.view().deviations).toEqual([]);
    expect(await note('Lagi.')).toMatchObject({ code: 'deviation-settled' });
    expect(
      await office.console('deviation.note', {
        visit: code,
        deviation: 'nothing#1:time',
        cause: 'other',
        why: 'a',
        remedy: 'b',
      }),
    ).toMatchObject({ code: 'deviation-unknown' });
  });

  test('at the norm itself a step is kept; beyond it the cause is owed', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    office.minutes(5);
    expect(visitOf(office, code).deviations).toEqual([]);
    office.clock.advance(1);
    expect(visitOf(office, code).deviations).toMatchObject([{ kind: 'time', running: true }]);
    expect(await answer(office, code, 'yes')).toMatchObject({ code: 'cause-owed' });
  });

  test('a second failure of the same step returns to 9 again and is counted', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    await must(answer(office, code, 'no'));
    await must(answer(office, code, 'done'));
    for (const attempt of [1, 2]) {
      await must(answer(office, code, 'no'));
      expect(visitOf(office, code)).toMatchObject({
        step: 'handle-problem',
        attempt,
        returnsTo: 'upload-qualification',
      });
      await must(answer(office, code, 'yes', { problem }));
    }
    expect(visitOf(office, code)).toMatchObject({ step: 'upload-qualification', attempt: 3 });
    expect(visitOf(office, code).problems).toHaveLength(2);
  });
});

describe('what is written down', () => {
  test('the User ID not remembered is completed by the desk, and the tick is kept', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office, guestBookB);
    await signIn(office, 'Meja layanan 1');
    expect(visitOf(office, code)).toMatchObject({ userId: null, credentialsTicked: false });
    expect(
      await office.console('visit.tick-credentials', { visit: code, userId: 'sandi: Batang#77' }),
    ).toMatchObject({ code: 'looks-like-secret' });
    await must(office.console('visit.tick-credentials', { visit: code, userId: 'PANTURA01' }));
    expect(visitOf(office, code)).toMatchObject({ userId: 'PANTURA01', credentialsTicked: true });
  });

  test('a visit is linked only with one that exists', async () => {
    const office = await openReadyOffice();
    const first = await checkIn(office);
    await signIn(office, 'Meja layanan 1');
    expect(await office.console('visit.link', { visit: first, to: first })).toMatchObject({
      code: 'link-unknown',
    });
    expect(await office.console('visit.link', { visit: first, to: '7K3M-9QXA' })).toMatchObject({
      code: 'link-unknown',
    });
  });

  test('escalations go by their stages, with times that have happened', async () => {
    const office = await openReadyOffice();
    const code = await checkIn(office);
    await atStep(office, code);
    await must(
      office.console('visit.override', {
        visit: code,
        to: 'escalate',
        reason: 'Server padam.',
        cause: null,
      }),
    );
    const escalation = 'E-0001';
    const at = '2026-11-23T12:58';
    expect(
      await office.console('escalation.confirm', { escalation, at, spokeWith: 'Helpdesk' }),
    ).toMatchObject({ code: 'escalation-not-now' });
    expect(
      await office.console('escalation.send', {
        escalation,
        channel: 'TTS',
        at: '2026-11-24T12:58',
        ticket: '',
      }),
    ).toMatchObject({ code: 'time-in-future' });
    expect(
      await office.console('escalation.send', {
        escalation,
        channel: 'TTS',
        at: 'tadi',
        ticket: '',
      }),
    ).toMatchObject({ code: 'time-malformed' });
    expect(
      await office.console('escalation.send', { escalation, channel: 'TTS', at, ticket: 'a b' }),
    ).toMatchObject({ code: 'ticket-malformed' });
    await must(office.console('escalation.send', { escalation, channel: 'TTS', at, ticket: '' }));
    expect(
      await office.console('escalation.close', { escalation, resolved: true, reason: '' }),
    ).toMatchObject({ code: 'escalation-not-now' });
    expect(
      await office.console('escalation.close', { escalation, resolved: false, reason: '' }),
    ).toMatchObject({ code: 'reason-owed' });
    await must(
      office.console('escalation.close', {
        escalation,
        resolved: false,
        reason: 'Tender dibatalkan.',
      }),
    );
    expect(office.view().escalations).toEqual([]);
  });

  test('a slip that could not be made is a fact, and the number stays valid', async () => {
    const office = await openReadyOffice({
      printer: {
        slipToPdf: async () => {
          throw new Error('no page');
        },
      },
    });
    const code = await checkIn(office);
    await office.slipsDone();
    expect(office.kioskView().slip).toEqual({ visit: code, state: 'failed' });
  });

  test('the register is saved as CSV in both languages', async () => {
    const office = await openReadyOffice();
    await must(
      office.kiosk('visit.check-in', {
        commandId: nextCommand(),
        guestBook: { ...guestBookA, tenderName: '=HYPERLINK("x")' },
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    );
    await signIn(office, 'Koordinator');
    const { file, rows } = await must(
      office.console('reports.export-register', { month: '2026-11', language: 'en' }),
    );
    expect(rows).toBe(1);
    const csv = (await office.files.read(file))?.toString('utf8') ?? '';
    expect(csv.startsWith('\uFEFF"Number","Visit code",')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
