import { appendFileSync } from 'node:fs';

/** One row of docs/long.md: what was tried, how often, and what came of it. */
export type Found = {
  readonly suite: string;
  readonly tried: string;
  readonly times: string;
  readonly wrong: string;
  readonly remark: string;
};

/** Where suites note what they found: a line of JSON each. `npm run test:long` names a file; without one nothing is noted. */
export const foundFileVariable = 'PENDAMPING_LONG_FOUND';

/** Notes what a suite has found, for docs/long.md. */
export function noteFound(found: Found): void {
  const file = process.env[foundFileVariable];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(found)}\n`);
}

const cells = ({ suite, tried, times, wrong, remark }: Found): readonly string[] => [
  suite,
  tried,
  times,
  wrong,
  remark,
];
const head: Found = { suite: 'suite', tried: 'tried', times: 'times', wrong: 'wrong', remark: '' };

/** The rows as a Markdown table, in the order in which they were noted. @param lines what `noteFound` wrote */
export function tableOfFound(lines: string): string {
  const rows = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Found);
  const escaped = (cell: string): string =>
    cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [cells(head), cells(head).map(() => '---'), ...rows.map(cells)]
    .map((row) => `| ${row.map(escaped).join(' | ')} |`)
    .join('\n');
}
