import { join } from 'node:path';
import type { JournalId, VisitCode } from '../../../shared/base/ids.ts';
import { isIssued, parseVisitCode, visitOrdinalOf } from '../../../shared/base/visit-code.ts';
import type { Files } from '../../ports.ts';
import { readCheckpointPoint } from './checkpoint.ts';
import { placeOf, type ReadingPoint } from '../journal/findings.ts';

/**
 * What a data folder knows of its journal besides the journal: how far it had come once. All of it may be deleted, none of it
 * is believed about anything but that.
 */
export type Witness = {
  readonly checkpoint: ReadingPoint | null;
  /** The visits of the latest slips. */
  readonly slips: readonly VisitCode[];
  /** Destruction records, or summaries of months that are over: the folder is an office's. */
  readonly isOffice: boolean;
  /** What stands there first of all these; empty: nothing. */
  readonly place: string;
};

/** A slip of another office that was put here names any of 27 thousand million visits: so far ahead it is not believed. */
const mostAhead = 10_000;

const codesIn = (names: readonly string[]): readonly VisitCode[] =>
  names.flatMap((name) => {
    const code = name.endsWith('.pdf') ? parseVisitCode(name.slice(0, -4)) : null;
    return code === null ? [] : [code];
  });

/** Asks what else lies in a data folder. @param dataFolder may hold nothing at all */
export async function readWitness(files: Files, dataFolder: string): Promise<Witness> {
  const slips: string[] = [];
  for (const month of (await files.list(join(dataFolder, 'slips'))).slice(-2))
    slips.push(...(await files.list(join(dataFolder, 'slips', month)).catch(() => [])));
  const records = await files.list(join(dataFolder, 'erasures')).catch(() => []);
  const names = await files.list(dataFolder);
  const checkpoint = await readCheckpointPoint(files, dataFolder);
  const place =
    checkpoint !== null
      ? 'checkpoint.json:1'
      : (['people', 'slips', 'erasures', 'summaries.json'].find((name) => names.includes(name)) ??
        '');
  return {
    checkpoint,
    slips: codesIn(slips),
    isOffice: records.length > 0 || names.includes('summaries.json'),
    place,
  };
}

/** Where a journal is cut off: at its last line that counts; where there is none, at what knows that there was one. */
export function placeOfEnd(
  last: { readonly segment: number; readonly line: number } | null,
  { place }: Witness,
): string {
  return last === null ? place : placeOf(last.segment, last.line);
}

/** What is known of a journal that was read to its end, to be held against the witness. */
export type JournalEnd = {
  /** The number that the next line would get. */
  readonly due: number;
  /** The last visit that the journal tells of, with those that may have been lost behind it. */
  readonly lastOrdinal: number;
  /** By whose key the codes of visits behind it were made; null: as before journals had a name. */
  readonly key: JournalId | null;
  /** How far the people's records reach (`People.reach`). */
  readonly people: { readonly after: number; readonly facts: number };
};

/**
 * The number that the next line gets, so that none is given twice: behind all that anybody in the folder knows of. A record
 * of a person is no proof of the fact behind it, since a program may die between the two; but where it is known that lines
 * are gone, each record may have had one.
 * @returns `due` where nothing is known to be gone
 */
export function dueBeside(
  { checkpoint, slips, isOffice }: Witness,
  { due, lastOrdinal, key, people }: JournalEnd,
): number {
  const reached = due - 1;
  const slipsAhead = slips
    .map((code) => ({ code, ahead: visitOrdinalOf(code, key) - lastOrdinal }))
    .filter(({ ahead }) => ahead > 0 && ahead <= mostAhead)
    // A code of before, read by the journal's own key, names any visit at all.
    .filter(({ code }) => !isIssued(code, null, lastOrdinal))
    .reduce((most, { ahead }) => Math.max(most, ahead), 0);
  // Without any line nobody may know whose key it was: each slip was a check-in.
  const slipsAlone = reached === 0 ? slips.length : 0;
  const known = Math.max(
    checkpoint?.seq ?? 0,
    people.after,
    reached + slipsAhead,
    slipsAlone,
    isOffice && reached === 0 ? 1 : 0,
  );
  return known <= reached
    ? due
    : Math.max(known, people.after >= reached ? people.after + people.facts : 0) + 1;
}
