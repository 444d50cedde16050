import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { verify } from '../../main/storage/verify/verify.ts';
import { LanguageContext } from '../../renderer/console/parts/language.ts';
import { RecordsNotice } from '../../renderer/console/parts/records-notice.tsx';
import type { Language } from '../../shared/base/closed-lists.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { makeMemoryFiles, putContent } from '../adapters/memory-files.ts';
import {
  checkIn,
  must,
  openOffice,
  openReadyOffice,
  signIn,
  visitOf,
  type TestOffice,
} from '../office.ts';

const path = '/data/journal/000001.jsonl';

/** An office in which each of so many visits was called, and every one of those calls is damaged. */
const damagedOffice = async (
  count: number,
): Promise<{ readonly office: TestOffice; readonly visits: readonly string[] }> => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const visits: string[] = [];
  for (let each = 0; each < count; each += 1) visits.push(await checkIn(office));
  await signIn(office, 'Meja layanan 1');
  for (const visit of visits) await must(office.console('queue.call', { visit }));
  await office.slipsDone();
  await office.recorder.settled();
  await putContent(
    files,
    path,
    files
      .textOf(path)
      .replaceAll(
        '"visit.called","actor":{"kind":"staff"',
        '"visit.called","actor":{"kind":"stuff"',
      ),
  );
  return { office: await openOffice({ files }), visits };
};

const noticeOf = (records: ConsoleView['records'], language: Language = 'id'): string =>
  renderToStaticMarkup(
    createElement(
      LanguageContext.Provider,
      { value: { language, choose: () => undefined } },
      createElement(RecordsNotice, { records, reader: ['coordinator'], zone: 'WIB' }),
    ),
  );

describe('damage', () => {
  test('in many places is told by the first three and a count, and no window is sent more', async () => {
    const { office, visits } = await damagedOffice(14);
    const { findings } = office.restored;
    const { records } = office.view();
    expect(findings).toHaveLength(14);
    expect(records).toMatchObject({
      state: 'damaged',
      damaged: { places: findings.slice(0, 3).map(({ place }) => place), count: 14 },
      visits: { codes: visits.slice(0, 10), count: 14 },
    });
    expect(JSON.stringify(office.view())).not.toContain(findings[3]?.place);
    // The command line names them all.
    expect((await verify(office.files, '/data')).findings.map(({ place }) => place)).toEqual(
      expect.arrayContaining(findings.map(({ place }) => place)),
    );

    const notice = noticeOf(records);
    expect(notice).toContain(
      `${findings
        .slice(0, 3)
        .map(({ place }) => place)
        .join(', ')}, dan 11 tempat lagi.`,
    );
    expect(notice).toContain('records verify');
    expect(notice).toContain(`${visits[9]}, dan 4 kunjungan lagi`);
    expect(noticeOf(records, 'en')).toMatch(
      /, and in 11 more places\. .*, and 4 more, and close by hand/,
    );
  });

  test('in three places is told by all of them, and nothing of more', async () => {
    const { office } = await damagedOffice(3);
    const { records } = office.view();
    expect(records.damaged).toEqual({
      places: office.restored.findings.map(({ place }) => place),
      count: 3,
    });
    expect(noticeOf(records)).not.toMatch(/tempat lagi|verify/);
  });

  test('is marked on the page of each visit that it is about, and visits still open are named first', async () => {
    const { office, visits } = await damagedOffice(12);
    await signIn(office, 'Meja layanan 1');
    for (const visit of visits) expect(visitOf(office, visit).isDamaged).toBe(true);
    expect(visitOf(office, await checkIn(office)).isDamaged).toBe(false);
    for (const visit of visits.slice(0, 4))
      await must(
        office.console('visit.close', {
          visit,
          outcome: 'left-unreported',
          reason: 'Tidak lapor.',
          cause: null,
        }),
      );
    expect(office.view().records.visits).toEqual({
      codes: [...visits.slice(4), ...visits.slice(0, 2)],
      count: 12,
    });
  });
});
