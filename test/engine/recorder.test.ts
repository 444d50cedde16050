import { describe, expect, test } from 'vitest';
import { makeMemoryFiles, putContent } from '../adapters/memory-files.ts';
import {
  answer,
  checkIn,
  guestBookA,
  must,
  nextCommand,
  openOffice,
  openReadyOffice,
  signIn,
  visitOf,
} from '../office.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { monday } from '../office.ts';

describe('one queue', () => {
  test('two taps at once cannot both finish a step', async () => {
    const office = await openReadyOffice();
    const visit = await checkIn(office);
    await signIn(office, 'Meja layanan 1');
    await must(office.console('queue.begin', { visit }));
    const tap = () =>
      office.console('visit.answer', {
        visit,
        step: 'ask-training',
        attempt: 1,
        answer: 'yes',
        cause: null,
        problem: null,
        companyConfirmed: false,
      });
    const results = await Promise.all([tap(), tap(), tap()]);
    expect(results.map((result) => (result.ok ? 'accepted' : result.code))).toEqual([
      'accepted',
      'not-this-step',
      'not-this-step',
    ]);
  });

  test('commands that arrive together share one flush', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const before = files.calls.filter(
      ({ call, path }) => call === 'sync' && path.includes('journal'),
    ).length;
    const guests = Array.from({ length: 10 }, () =>
      office.kiosk('visit.check-in', {
        guestBook: guestBookA,
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    );
    const numbers = (await Promise.all(guests)).map((result) =>
      result.ok ? result.value.number : result.code,
    );
    expect(numbers).toEqual([
      'A001',
      'A002',
      'A003',
      'A004',
      'A005',
      'A006',
      'A007',
      'A008',
      'A009',
      'A010',
    ]);
    const flushes =
      files.calls.filter(({ call, path }) => call === 'sync' && path.includes('journal')).length -
      before;
    // The first goes alone; the nine that came meanwhile go together; slips and their facts follow.
    expect(flushes).toBeLessThan(10);
  });

  test('a repeated command id gets its first answer, also after a restart', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const commandId = nextCommand();
    const send = {
      commandId,
      guestBook: guestBookA,
      language: 'id',
      notice: 1,
      fillingMs: 0,
    } as const;
    const first = await must(office.kiosk('visit.check-in', send));
    expect(await must(office.kiosk('visit.check-in', send))).toEqual(first);
    await office.close();
    const later = await openOffice({ files, clock: makeSimulatedClock(monday + 60_000) });
    expect(await must(later.kiosk('visit.check-in', send))).toMatchObject({
      number: first.number,
      visit: first.visit,
      at: first.at,
    });
    expect(Object.keys(later.state().visits)).toHaveLength(1);
  });

  test('a refused command may be mended and sent again under the same id', async () => {
    const office = await openReadyOffice();
    const commandId = nextCommand();
    const bad = { ...guestBookA, phone: '12' };
    expect(
      await office.kiosk('visit.check-in', {
        commandId,
        guestBook: bad,
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    ).toMatchObject({ code: 'field-invalid', details: { field: 'phone' } });
    expect(
      await office.kiosk('visit.check-in', {
        commandId,
        guestBook: guestBookA,
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    ).toMatchObject({ ok: true });
  });
});

describe('no answer leaves before its flush', () => {
  test('views and answers show a check-in only when people file and journal are flushed', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const order: string[] = [];
    files.onCall = ({ call, path }) => {
      if (call === 'sync')
        order.push(
          path.includes('people')
            ? 'people flushed'
            : path.includes('journal')
              ? 'journal flushed'
              : 'other',
        );
      expect(office.kioskView().board.waiting).toBe(0);
    };
    const sent = checkIn(office).then((visit) => {
      order.push('answered');
      files.onCall = () => undefined;
      return visit;
    });
    await sent;
    expect(order.slice(0, 3)).toEqual(['people flushed', 'journal flushed', 'answered']);
    expect(office.kioskView().board.waiting).toBe(1);
  });

  test('what was acknowledged outlives a power cut at any call after it; what was not is never half there', async () => {
    const rehearsal = makeMemoryFiles();
    const office = await openReadyOffice({ files: rehearsal });
    const before = rehearsal.calls.length;
    await checkIn(office);
    await office.slipsDone();
    const calls = rehearsal.calls.length - before;
    for (let at = 0; at < calls; at += 1) {
      const files = makeMemoryFiles();
      const one = await openReadyOffice({ files });
      let left = at;
      files.onCall = () => {
        left -= 1;
        if (left < 0) throw new Error('the power is gone');
      };
      const result = await one.kiosk('visit.check-in', {
        guestBook: guestBookA,
        language: 'id',
        notice: 1,
        fillingMs: 0,
      });
      await one.slipsDone();
      files.onCall = () => undefined;
      files.cutPower();
      const later = await openOffice({ files });
      const visits = Object.values(later.state().visits);
      if (result.ok)
        expect(
          visits.map(({ number }) => number),
          `cut at call ${at}`,
        ).toEqual(['A001']);
      expect(visits.length).toBeLessThanOrEqual(1);
      await signIn(later, 'Meja layanan 1');
      if (visits[0]) expect(visitOf(later, visits[0].code).company).toBe('CV Sumber Makmur Batang');
    }
  });
});

describe('out of service', () => {
  test('a failed flush refuses the whole batch, says so in both windows, and recovers', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    files.onCall = ({ call }) => {
      if (call === 'sync') throw new Error('EIO');
    };
    const results = await Promise.all(
      [1, 2, 3].map(() =>
        office.kiosk('visit.check-in', {
          guestBook: guestBookA,
          language: 'id',
          notice: 1,
          fillingMs: 0,
        }),
      ),
    );
    for (const result of results) expect(result).toEqual({ ok: false, code: 'out-of-service' });
    expect(office.kioskView().service).toBe('out-of-service');
    expect(office.view().service).toBe('out-of-service');
    expect(await office.recorder.recover()).toBe(false);
    files.onCall = () => undefined;
    expect(await office.recorder.recover()).toBe(true);
    expect(office.kioskView().service).toBe('open');
    expect(
      await office.kiosk('visit.check-in', {
        guestBook: guestBookA,
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    ).toMatchObject({ value: { number: 'A001' } });
    const again = await openOffice({ files });
    expect(Object.values(again.state().visits).map(({ number }) => number)).toEqual(['A001']);
  });
});

describe('restoring', () => {
  test('open visits come back with their clocks to the second, through a checkpoint or without', async () => {
    for (const keepCheckpoint of [true, false]) {
      const files = makeMemoryFiles();
      const office = await openReadyOffice({ files });
      const visit = await checkIn(office);
      await signIn(office, 'Meja layanan 1');
      await must(office.console('queue.begin', { visit }));
      office.minutes(2);
      await must(office.console('visit.note', { visit, text: 'Membawa laptop sendiri.' }));
      await office.close();
      if (!keepCheckpoint) await files.remove('/data/checkpoint.json');
      const later = await openOffice({
        files,
        clock: makeSimulatedClock(monday + 4 * 60_000 + 7_000),
      });
      expect(later.view().session).toBeNull();
      await signIn(later, 'Meja layanan 1');
      expect(visitOf(later, visit).clocks[0]).toMatchObject({
        name: 'service',
        elapsedMs: 4 * 60_000 + 7_000,
        running: true,
      });
      expect(visitOf(later, visit).notes).toMatchObject([
        { by: 'Meja layanan 1', text: 'Membawa laptop sendiri.' },
      ]);
      later.minutes(1);
      expect(await answer(later, visit, 'yes')).toMatchObject({ code: 'cause-owed' });
      await must(answer(later, visit, 'yes', { cause: 'power-cut' }));
    }
  });

  test('an empty, torn, foreign or older checkpoint is passed over', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    await checkIn(office);
    await office.close();
    const good = files.textOf('/data/checkpoint.json');
    for (const text of [
      '',
      good.slice(0, 40),
      '[]',
      good.replace(/"foldVersion":\d+/, '"foldVersion":0'),
      good.replace('A001', 'A002'),
      good.replace(/"offset":\d+/, '"offset":7'),
    ]) {
      await files.remove('/data/checkpoint.json');
      const file = await files.create('/data/checkpoint.json');
      await file.write(Buffer.from(text));
      const later = await openOffice({ files });
      expect(Object.values(later.state().visits).map(({ number }) => number)).toEqual(['A001']);
      await later.close();
    }
  });

  test('the next day begins at A001; what is over and settled is let go, and stays in the register', async () => {
    const office = await openReadyOffice();
    const visit = await checkIn(office);
    await signIn(office, 'Meja layanan 1');
    await must(
      office.console('visit.close', {
        visit,
        outcome: 'left-early',
        reason: 'Dokumen tertinggal.',
        cause: null,
      }),
    );
    office.clock.advance(86_400_000);
    await signIn(office, 'Meja layanan 1');
    expect(
      await must(
        office.kiosk('visit.check-in', {
          guestBook: { ...guestBookA, deadline: '' },
          language: 'en',
          notice: 1,
          fillingMs: 0,
        }),
      ),
    ).toMatchObject({ number: 'A001' });
    expect(Object.keys(office.state().visits)).not.toContain(visit);
    expect(
      await must(office.console('reports.search-register', { month: '2026-11', text: '' })),
    ).toHaveLength(2);
  });

  test('no number is issued twice when the clock is set back a day', async () => {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    await checkIn(office);
    await office.close();
    const later = await openOffice({ files, clock: makeSimulatedClock(monday - 86_400_000) });
    await signIn(later, 'Meja layanan 1');
    const code = await checkIn(later);
    expect(visitOf(later, code)).toMatchObject({ number: 'A002' });
  });
});

test('a command that comes just as the queue runs empty is flushed too', async () => {
  const office = await openReadyOffice();
  for (let round = 0; round < 300; round += 1) {
    const first = office.kiosk('visit.report-out', { key: 'A999' });
    const second = office.console('staff.sign-in', {
      staff: office.view().staff[0]?.id ?? '',
      pin: '718293',
    });
    // Sent after a changing number of turns of the event queue: one of them falls between the last look and the end.
    for (let turn = 0; turn < round % 12; turn += 1) await Promise.resolve();
    await Promise.all([first, second, checkIn(office)]);
  }
  expect(Object.keys(office.state().visits)).toHaveLength(300);
});

test('a damaged line stops neither start nor register: it is named, and what does not fit behind it is passed over', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const first = await checkIn(office);
  const second = await checkIn(office, { ...guestBookA, company: 'PT Karya Pantura' });
  await signIn(office, 'Meja layanan 1');
  await must(office.console('queue.begin', { visit: first }));
  await must(answer(office, first, 'yes'));
  await office.slipsDone();
  await office.recorder.settled();
  const path = '/data/journal/000001.jsonl';
  const damaged = files
    .textOf(path)
    .replace(
      `"visit.checked-in","actor":{"kind":"kiosk"},"visit":"${first}"`,
      `"visit.checked-on","actor":{"kind":"kiosk"},"visit":"${first}"`,
    );
  await putContent(files, path, damaged);
  const later = await openOffice({ files });
  expect(later.restored.findings).toMatchObject([{ kind: 'damaged', visit: first }]);
  expect(later.view().records).toMatchObject({
    state: 'damaged',
    damaged: { count: 1 },
    visits: { codes: [first], count: 1 },
  });
  await signIn(later, 'Koordinator');
  expect(visitOf(later, second).company).toBe('PT Karya Pantura');
  expect(
    await must(later.console('reports.search-register', { month: '2026-11', text: '' })),
  ).toHaveLength(1);
});

test('a number that a damaged line may have issued is not issued again, on its day or the next', async () => {
  for (const days of [0, 1]) {
    const files = makeMemoryFiles();
    const office = await openReadyOffice({ files });
    const lost = await checkIn(office);
    await office.slipsDone();
    await office.recorder.settled();
    const path = '/data/journal/000001.jsonl';
    const damaged = files.textOf(path).replace('"visit.checked-in"', '"visit.checked-on"');
    await putContent(files, path, damaged);
    const later = await openOffice({
      files,
      clock: makeSimulatedClock(monday + days * 86_400_000),
    });
    const next = await must(
      later.kiosk('visit.check-in', {
        guestBook: { ...guestBookA, deadline: '' },
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    );
    expect(next.number).not.toBe('A001');
    expect(next.visit).not.toBe(lost);
    const after = await must(
      later.kiosk('visit.check-in', {
        guestBook: { ...guestBookA, deadline: '' },
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    );
    await later.close();
    const again = await openOffice({
      files,
      clock: makeSimulatedClock(monday + days * 86_400_000 + 1_000),
    });
    const last = await must(
      again.kiosk('visit.check-in', {
        guestBook: { ...guestBookA, deadline: '' },
        language: 'id',
        notice: 1,
        fillingMs: 0,
      }),
    );
    expect(new Set([next.number, after.number, last.number]).size).toBe(3);
    expect(new Set([lost, next.visit, after.visit, last.visit]).size).toBe(4);
  }
});
