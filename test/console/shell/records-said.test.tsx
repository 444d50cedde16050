import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { consoleText } from '../../../shared/text/console.ts';
import { formatMoment } from '../../../shared/text/format.ts';
import { Banner } from '../../../renderer/console/parts/banner.tsx';
import { RecordsNotice } from '../../../renderer/console/parts/records-notice.tsx';
import type { Role } from '../../../shared/base/roles.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { monday } from '../../office.ts';

const { service, records: text } = consoleText.id;
const records: ConsoleView['records'] = {
  state: 'torn-tail-set-aside',
  lines: 0,
  damaged: { places: [], count: 0 },
  visits: { codes: [], count: 0 },
  lost: null,
  exposed: 0,
  trouble: null,
  onNetwork: true,
};

test('out of service says why: the disk, a folder that is no longer ours, an office that is gone, something odd by its name', () => {
  const says = (given: Partial<ConsoleView['records']>): string =>
    renderToStaticMarkup(<Banner records={{ ...records, ...given }} />);
  expect(says({})).toContain(service.outOfService);
  expect(says({ trouble: 'not-ours' })).toContain(service.notOurs);
  expect(says({ trouble: 'office-lost' })).toContain(service.officeLost);
  expect(
    says({ trouble: 'odd-file', damaged: { places: ['people/2026-11.jsonl'], count: 1 } }),
  ).toContain('people/2026-11.jsonl');
});

const noticeFor = (role: Role | null, given: ConsoleView['records']): string =>
  renderToStaticMarkup(<RecordsNotice records={given} reader={role && [role]} zone="WIB" />);

test('who answers for the records is told of a network share and of files that others may read, beside whatever else there is to say', () => {
  const shown = noticeFor('coordinator', { ...records, exposed: 2 });
  expect(
    [text.torn, text.onNetwork, text.exposed(2)].map((sentence) => shown.includes(sentence)),
  ).toEqual([true, true, true]);
  expect(noticeFor('administrator', { ...records, state: 'whole', onNetwork: false })).toBe('');
  expect(noticeFor('trainer', records)).toBe('');
});

test('a loss is told to everybody at the console, whoever is signed in', () => {
  const said = text.lost(20, formatMoment(monday, 'WIB', 'id'));
  for (const role of ['desk', 'trainer', 'coordinator', 'administrator', null] as const)
    expect(noticeFor(role, { ...records, lost: { count: 20, at: monday } })).toContain(said);
});
