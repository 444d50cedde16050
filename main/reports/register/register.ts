import { Worker } from 'node:worker_threads';
import type { RegisterRow } from '../../../shared/contract/reports.ts';
import { csvOf } from '../../../shared/base/csv.ts';
import type { Language } from '../../../shared/base/closed-lists.ts';
import { fieldsShown, type GuestBookEntry } from '../../../shared/guest-book/guest-book.ts';
import { registerText } from '../../../shared/text/register.ts';
import { words } from '../../../shared/text/words.ts';
import { makeOneByOne } from '../../engine/one-by-one.ts';
import type { RegisterQuestion } from './read-register.ts';
import type { Recorder } from '../../engine/recorder.ts';

export type Register = {
  /** The visits of a month (`YYYY-MM`), latest first. */
  readonly month: (month: string) => Promise<readonly RegisterRow[]>;
};

/** Asks the register's files; the program asks in a worker, tests ask directly. */
export type AskRegister = (question: RegisterQuestion) => Promise<readonly RegisterRow[]>;

/** Asks beside the main thread, one question after the other: a reading may keep something. @param workerFile the built register-worker.cjs */
export function askInWorker(workerFile: string, folder: string): AskRegister {
  const { run } = makeOneByOne();
  const ask: AskRegister = (question) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: { folder, question } });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  return (question) => run(() => ask(question));
}

/** The register: every visit that was ever checked in, read from the records when asked for. */
export function makeRegister(recorder: Recorder, ask: AskRegister): Register {
  let last: {
    readonly month: string;
    readonly seq: number;
    readonly rows: Promise<readonly RegisterRow[]>;
  } | null = null;
  return {
    month: (month) => {
      const state = recorder.state();
      if (last?.month !== month || last.seq !== state.seq) {
        const rows = ask({ month, state, now: recorder.now() });
        last = { month, seq: state.seq, rows };
        // A reading that failed is asked again.
        rows.catch(() => {
          last = null;
        });
      }
      return last.rows;
    },
  };
}

const guestBookCell = (
  row: RegisterRow,
  field: GuestBookEntry,
  language: Language,
): string | null => {
  if (row.erased && field.tellsErasure) return registerText[language].erased;
  if (field.kind !== 'purpose') return row[field.key];
  const purpose = row[field.key];
  return purpose === null ? null : words[language].purposes[purpose];
};

/** A register as CSV that spreadsheets open without running anything in it. */
export function registerCsv(rows: readonly RegisterRow[], language: Language): string {
  const { columns, dayDoubtful } = registerText[language];
  const cells = (row: RegisterRow) => [
    row.number,
    row.code,
    row.dayDoubtful ? `${row.date} ${dayDoubtful}` : row.date,
    row.arrived,
    row.left,
    row.minutesInRoom,
    ...fieldsShown('export').map((field) => guestBookCell(row, field, language)),
    row.path,
    outcomeText(row, language),
    row.deviations,
    row.trainer,
    row.workstation,
    row.linkedTo,
  ];
  return csvOf([[...columns], ...[...rows].reverse().map(cells)]);
}

/** How a visit ended, in words: its document's own, or the product's for an end outside every procedure. */
const outcomeText = ({ outcome, outcomeWords }: RegisterRow, language: Language): string | null => {
  if (outcome === null) return null;
  const others: Readonly<Record<string, string>> = words[language].outcomes;
  return outcomeWords?.[language] ?? others[outcome] ?? outcome;
};
