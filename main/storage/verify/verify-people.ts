import { join } from 'node:path';
import type { ErasedRecord, PersonRef } from '../../../shared/facts/facts.ts';
import type { Files } from '../../ports.ts';
import type { Finding } from '../journal/findings.ts';
import { looksTorn } from '../journal/outlines.ts';
import {
  commitmentOf,
  guess,
  monthOf,
  namesIn,
  reachOf,
  readStanding,
  type PersonLine,
  type Reach,
} from '../people/people-format.ts';

type Reference = { readonly ref: PersonRef; readonly place: string; readonly visit: string | null };
type Found = { readonly record: PersonLine; readonly place: string };
type Bad = { readonly id: string; readonly place: string; readonly torn: boolean };
type Month = { readonly records: ReadonlyMap<string, Found>; readonly bad: readonly Bad[] };

/** What a month's files hold: how many records, the latest fact that one was written after, and lines that are no record. */
type MonthTold = { readonly records: number; readonly reach: Reach; readonly bad: readonly Bad[] };

/** What a part of the journal, and the people files that it refers to, tell of persons. */
export type PeopleFound = {
  /** The months whose files were read. */
  readonly months: ReadonlyMap<string, MonthTold>;
  /** References to records that are not there, or (`forged`: where) not as they were written. */
  readonly absent: ReadonlyMap<string, Reference & { readonly forged: string | null }>;
  readonly erased: ReadonlySet<string>;
};

/** So many months' records are held at once: a fact's record stands in its own month, or at most beside it. */
const monthsHeld = 3;

const readMonth = async (files: Files, folder: string, month: string): Promise<Month> => {
  // A record that stands in two files of a month, after a failed flush, is one.
  const records = new Map<string, Found>();
  const bad: Bad[] = [];
  for (const name of await namesIn(files, folder, month)) {
    for (const standing of await readStanding(files, folder, name)) {
      const { at, record } = standing;
      const place = `${join('people', name)}.jsonl:${at}`;
      if (record === null)
        bad.push({ id: guess(standing).id, place, torn: !standing.glue && looksTorn(standing) });
      else records.set(record.id, { record, place });
    }
  }
  return { records, bad };
};

const toldOf = ({ records, bad }: Month): MonthTold => ({
  records: records.size,
  reach: reachOf([...records.values()].map(({ record }) => record.after)),
  bad,
});

/**
 * Checks people files against the facts that refer to their records.
 * @param folder `…/people`
 */
export function makePeopleCheck(files: Files, folder: string) {
  let waiting: Reference[] = [];
  const held = new Map<string, Month>();
  const months = new Map<string, MonthTold>();
  const absent = new Map<string, Reference & { readonly forged: string | null }>();
  const erased = new Set<string>();

  const hold = async (month: string): Promise<Month> => {
    const read = await readMonth(files, folder, month);
    months.set(month, toldOf(read));
    held.set(month, read);
    for (const old of [...held.keys()].slice(0, -monthsHeld)) held.delete(old);
    return read;
  };

  return {
    refersTo: (ref: PersonRef, place: string, visit: string | null): void =>
      void waiting.push({ ref, place, visit }),
    erases: (gone: readonly ErasedRecord[]): void => gone.forEach(({ id }) => erased.add(id)),
    /** Checks what was referred to since the last time. */
    check: async (): Promise<void> => {
      for (const reference of waiting) {
        const { ref } = reference;
        const month = monthOf(ref.file);
        const there = (held.get(month) ?? (await hold(month))).records.get(ref.id);
        const isWhole =
          there !== undefined &&
          commitmentOf(there.record.salt, there.record.data) === ref.commitment;
        if (!isWhole) absent.set(ref.id, { ...reference, forged: there?.place ?? null });
      }
      waiting = [];
    },
    found: (): PeopleFound => ({ months, absent, erased }),
  };
}

/**
 * Tells erased, damaged and missing records apart, once all parts of the journal are read. Files that no fact refers to are
 * read now.
 */
export async function judgePeople(files: Files, folder: string, parts: readonly PeopleFound[]) {
  const months = new Map(parts.flatMap((part) => [...part.months]));
  const absent = new Map(parts.flatMap((part) => [...part.absent]));
  const erased = new Set(parts.flatMap((part) => [...part.erased]));
  for (const month of (await namesIn(files, folder, null)).map(monthOf))
    if (!months.has(month)) months.set(month, toldOf(await readMonth(files, folder, month)));
  for (const id of erased) absent.delete(id);
  const told = [...months.values()];
  const findings = told
    .flatMap(({ bad }) => bad)
    .map(({ id, place, torn }): Finding => {
      const wanted = absent.get(id);
      absent.delete(id);
      return {
        kind: torn && wanted === undefined ? 'torn' : 'damaged',
        place,
        visit: wanted?.visit ?? null,
      };
    });
  for (const { place, visit, forged } of absent.values())
    findings.push(
      forged === null ? { kind: 'gone', place, visit } : { kind: 'damaged', place: forged, visit },
    );
  return {
    findings,
    erased: erased.size,
    records: told.reduce((sum, { records }) => sum + records, 0),
    reach: told.reduce((latest, { reach }) => (reach.after > latest.after ? reach : latest), {
      after: 0,
      facts: 0,
    }),
  };
}
