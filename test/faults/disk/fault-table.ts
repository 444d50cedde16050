/** What a kind of fault was found to do, in the words of one row. */
export type Row = {
  readonly fault: string;
  /** How often it was done, and of how often it was to be. */
  readonly done: string;
  readonly acknowledged: string;
  /** Acknowledged facts lost, numbers issued twice, damage, anything else that is wrong. */
  readonly wrong: string;
  readonly remark: string;
};

const head: Row = {
  fault: 'fault',
  done: 'times',
  acknowledged: 'facts acknowledged',
  wrong: 'lost or wrong',
  remark: '',
};
const cells = ({ fault, done, acknowledged, wrong, remark }: Row): readonly string[] => [
  fault,
  done,
  acknowledged,
  wrong,
  remark,
];

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [cells(head), cells(head).map(() => '---'), ...rows.map(cells)];
  return lines
    .map(
      (line) =>
        `| ${line.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`,
    )
    .join('\n');
}

/** A number as it is read: 2,000. */
export function counted(count: number): string {
  return count.toLocaleString('en');
}
