import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restore } from '../../../main/records/restore.ts';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { verify } from '../../../main/storage/verify/verify.ts';
import { isThere, type Acknowledged } from './acknowledged.ts';
import { newId } from './new-id.ts';

/** What is asked of a data folder after a fault, and kept over all the faults in it. */
export type Ledger = {
  /** Takes an acknowledged command down. A number or code given to two visits is remembered. */
  readonly take: (one: Acknowledged) => void;
  readonly count: () => number;
  /**
   * Opens a copy of the folder and compares. The folder itself is left as it is, so that what the next run finds is what
   * the fault left behind.
   * @returns a sentence for everything that is not as it was acknowledged; none when all is well
   */
  readonly compare: (folder: string, at: number) => Promise<readonly string[]>;
};

/** The slips are left out: they can be made again, and are most of what would have to be copied. */
const copyTo = async (folder: string, copy: string): Promise<void> => {
  for (const name of await nodeFiles.list(folder))
    if (name !== 'slips') await cp(join(folder, name), join(copy, name), { recursive: true });
};

/** Begins the ledger of an empty folder. */
export function openLedger(): Ledger {
  const taken: Acknowledged[] = [];
  /** Number and code of each visit ever seen, acknowledged or read: neither may ever mean another one. */
  const visitOf = new Map<string, string>();
  const numberOf = new Map<string, string>();
  const twice: string[] = [];
  const issue = (visit: string, number: string): void => {
    if ((visitOf.get(number) ?? visit) !== visit)
      twice.push(`${number} was issued to ${visitOf.get(number)} and to ${visit}`);
    if ((numberOf.get(visit) ?? number) !== number)
      twice.push(`${visit} was ${numberOf.get(visit)} and is ${number}`);
    visitOf.set(number, visit);
    numberOf.set(visit, number);
  };

  const read = async (folder: string, at: number): Promise<readonly string[]> => {
    const { findings } = await verify(nodeFiles, folder);
    // A write that never ended is what a fault leaves behind; all else is damage.
    const damage = findings
      .filter(({ kind }) => kind !== 'torn')
      .map(({ kind, place }) => `${place} is ${kind}`);
    const { state, people, journal } = await restore(nodeFiles, folder, newId, at);
    try {
      for (const visit of Object.values(state.visits)) issue(visit.code, visit.number);
      const lost = taken
        .filter((one) => !isThere({ state, people }, one))
        .map((one) => `lost: ${JSON.stringify(one)}`);
      return [...damage, ...lost, ...twice];
    } finally {
      await journal.close();
      await people.close();
    }
  };

  return {
    take: (one) => {
      // The same visit acknowledged by two commands would pass for one: a check-in is a visit of its own.
      if (
        one.what === 'check-in' &&
        taken.some((other) => other.what === 'check-in' && other.visit === one.visit)
      )
        twice.push(`${one.visit} was issued twice`);
      if (one.what === 'check-in') issue(one.visit, one.number);
      taken.push(one);
    },
    count: () => taken.length,
    compare: async (folder, at) => {
      const copy = await mkdtemp(join(tmpdir(), 'pendamping-copy-'));
      try {
        await copyTo(folder, copy);
        return await read(copy, at);
      } catch (error) {
        return [`could not be opened: ${String(error)}`];
      } finally {
        await rm(copy, { recursive: true });
      }
    },
  };
}
