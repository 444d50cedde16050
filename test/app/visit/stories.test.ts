import { expect, test } from 'vitest';
import type { StaffView } from '../../../shared/views/console-view.ts';
import {
  answer,
  checkIn,
  guestBookB,
  must,
  openReadyOffice,
  signIn,
  visitOf,
  type TestOffice,
} from '../../office.ts';

const trainer = (office: TestOffice, name: string): StaffView => {
  const found = office.view().staff.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};

const throughTheDesk = async (office: TestOffice, visit: string): Promise<void> => {
  await signIn(office, 'Meja layanan 1');
  await must(office.console('queue.call', { visit }));
  office.minutes(1);
  await must(office.console('queue.begin', { visit }));
  await must(office.console('visit.tick-credentials', { visit, userId: null }));
  office.minutes(2);
  await must(answer(office, visit, 'yes'));
  await must(
    office.console('visit.call-trainer', {
      visit,
      trainer: trainer(office, 'Trainer 2').id,
      workstation: 'ws-1',
      cleared: false,
    }),
  );
  office.minutes(2);
  await signIn(office, 'Trainer 2');
  await must(answer(office, visit, 'done'));
};

test('visit (a): first time, trained, data not filled in', async () => {
  const office = await openReadyOffice();
  const visit = await checkIn(office);
  office.minutes(9);
  await throughTheDesk(office, visit);
  office.minutes(3);
  await must(answer(office, visit, 'no'));
  expect(visitOf(office, visit).step).toBe('explain-qualification');
  office.minutes(18);
  expect(await answer(office, visit, 'done')).toMatchObject({ ok: false, code: 'cause-owed' });
  await must(answer(office, visit, 'done', { cause: 'data-not-ready' }));
  office.minutes(12);
  await must(answer(office, visit, 'yes'));
  office.minutes(11);
  await must(answer(office, visit, 'done'));
  office.minutes(12);
  await must(answer(office, visit, 'no'));
  expect(visitOf(office, visit)).toMatchObject({ step: 'handle-problem', returnsTo: 'upload-bid' });
  expect(await answer(office, visit, 'yes')).toMatchObject({ code: 'problem-owed' });
  office.minutes(10);
  await must(
    answer(office, visit, 'yes', {
      problem: {
        category: 'encryption',
        description: 'Aplikasi enkripsi versi lama.',
        unitAsked: '',
        remedy: 'Pasang versi terbaru.',
      },
    }),
  );
  expect(visitOf(office, visit)).toMatchObject({ step: 'upload-bid', attempt: 2 });
  office.minutes(8);
  expect(await answer(office, visit, 'yes')).toMatchObject({ code: 'company-unconfirmed' });
  await must(answer(office, visit, 'yes', { companyConfirmed: true }));
  office.minutes(2);
  expect(await must(office.kiosk('visit.report-out', { key: 'a1' }))).toMatchObject({
    number: 'A001',
    outcome: 'completed',
  });
  const [row] = await must(
    office.console('reports.search-register', { month: '2026-11', text: 'sumber' }),
  );
  expect(row).toMatchObject({
    number: 'A001',
    path: '1 2 3y 5 6n 7 8y 11 12n 9y 12y 13',
    outcome: 'completed',
    deviations: 1,
    trainer: 'Trainer 2',
    workstation: 'Komputer 1',
  });
  expect(office.view().deviations).toMatchObject([
    {
      id: 'explain-qualification#1:time',
      cause: 'data-not-ready',
      status: 'owed',
      owedBy: 'Trainer 2',
      actualMs: 18 * 60_000,
    },
  ]);
});

test('visit (b): the SPSE server refuses the file; escalated, contacted, comes back', async () => {
  const office = await openReadyOffice();
  const visit = await checkIn(office, guestBookB);
  await throughTheDesk(office, visit);
  office.minutes(2);
  await must(answer(office, visit, 'yes'));
  office.minutes(10);
  await must(answer(office, visit, 'done'));
  office.minutes(9);
  await must(answer(office, visit, 'no'));
  office.minutes(12);
  await must(
    answer(office, visit, 'no', {
      problem: {
        category: 'spse-server',
        description: 'Server SPSE menolak berkas terenkripsi, error 0x80070005.',
        unitAsked: 'Administrator LPSE',
        remedy: 'Berkas dienkripsi ulang.',
      },
    }),
  );
  expect(await answer(office, visit, 'done')).toMatchObject({ code: 'escalation-not-sent' });
  const { escalation } = visitOf(office, visit);
  await must(
    office.console('escalation.send', {
      escalation: escalation?.id ?? '',
      channel: 'LPSE Support',
      at: '2026-11-23T13:35',
      ticket: 'LS-20261123-07',
    }),
  );
  await must(answer(office, visit, 'done'));
  expect(visitOf(office, visit).deviations).toMatchObject([
    { kind: 'output', step: 'escalate', mended: false },
  ]);
  office.minutes(1);
  await must(
    office.console('escalation.confirm', {
      escalation: 'E-0001',
      at: '2026-11-23T13:36',
      spokeWith: 'Petugas Helpdesk LKPP',
    }),
  );
  expect(visitOf(office, visit).deviations).toMatchObject([
    { kind: 'output', step: 'escalate', mended: true },
  ]);
  await must(office.kiosk('visit.report-out', { key: visit.toLowerCase() }));

  office.clock.advance(2 * 86_400_000);
  await must(
    office.console('escalation.answer', {
      escalation: 'E-0001',
      at: '2026-11-25T10:00',
      text: 'Server sudah diperbaiki.',
    }),
  );
  await must(
    office.console('escalation.contact', {
      escalation: 'E-0001',
      at: '2026-11-25T11:00',
      way: 'telephone',
      note: 'Penyedia diminta datang lagi.',
    }),
  );
  const again = await checkIn(office, guestBookB);
  await must(office.console('visit.link', { visit: again, to: visit }));
  expect(visitOf(office, again)).toMatchObject({ number: 'A001', linkedTo: visit });
  await must(
    office.console('escalation.close', { escalation: 'E-0001', resolved: true, reason: '' }),
  );
  expect(office.view().escalations).toEqual([]);
  const rows = await must(
    office.console('reports.search-register', { month: '2026-11', text: '' }),
  );
  expect(rows.map(({ path }) => path)).toEqual(['1 2', '1 2 3y 5 6y 11 12n 9n 10 13']);
});
