import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { consoleText } from '../../shared/text/console.ts';
import { Banner } from '../../renderer/console/shell/banner.tsx';
import { RecordsNotice } from '../../renderer/console/shell/records-notice.tsx';
import type { Role } from '../../shared/roles.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';

const { service, records: text } = consoleText.id;
const records: ConsoleView['records'] = { state: 'torn-tail-set-aside', lines: 0, damaged: [], visits: [], trouble: null, onNetwork: true };

test('out of service says whether it is the disk, or the folder that is no longer ours', () => {
  expect(renderToStaticMarkup(<Banner trouble={null} />)).toContain(service.outOfService);
  expect(renderToStaticMarkup(<Banner trouble="not-ours" />)).toContain(service.notOurs);
});

const noticeFor = (role: Role, given: ConsoleView['records']): string => renderToStaticMarkup(<RecordsNotice records={given} role={role} />);

test('who answers for the records is told of a network share, beside whatever else there is to say', () => {
  const shown = noticeFor('coordinator', records);
  expect([text.torn, text.onNetwork].map((sentence) => shown.includes(sentence))).toEqual([true, true]);
  expect(noticeFor('administrator', { ...records, state: 'whole', onNetwork: false })).toBe('');
  expect(noticeFor('trainer', records)).toBe('');
});
