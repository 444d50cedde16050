import { join } from 'node:path';
import type { ErasedRecord, PersonRef } from '../../shared/procedure/facts.ts';
import type { Files } from '../ports.ts';
import { looksTorn, type Finding } from './judge-journal.ts';
import { commitmentOf, guess, monthOf, namesIn, readStanding, type PersonLine } from './people-format.ts';

type Reference = { readonly ref: PersonRef; readonly place: string; readonly visit: string | null };
type Found = { readonly record: PersonLine; readonly place: string };
type Bad = { readonly id: string; readonly place: string; readonly torn: boolean };

/** So many months' records are held at once: a fact's record stands in its own month, or at most beside it. */
const monthsHeld = 3;

/**
 * Checks people files against the facts that refer to their records, and tells erased, damaged and missing ones apart.
 * @param folder `…/people`
 */
export const makePeopleCheck = (files: Files, folder: string) => {
  let waiting: Reference[] = [];
  const held = new Map<string, ReadonlyMap<string, Found>>();
  const seen = new Set<string>();
  const bad: Bad[] = [];
  /** References to records that are not there, or not as they were written. */
  const absent = new Map<string, Reference & { readonly forged: string | null }>();
  const erased = new Set<string>();
  let records = 0;
  let writtenAfter = 0;

  const monthOfRecords = async (month: string): Promise<ReadonlyMap<string, Found>> => {
    const known = held.get(month);
    if (known !== undefined) return known;
    const found = new Map<string, Found>();
    for (const name of await namesIn(files, folder, month)) {
      for (const standing of await readStanding(files, folder, name)) {
        const { at, record } = standing;
        const place = `${join('people', name)}.jsonl:${at}`;
        if (record !== null) found.set(record.id, { record, place });
        else if (!seen.has(month)) bad.push({ id: guess(standing).id, place, torn: !standing.glue && looksTorn(standing) });
        if (record !== null) writtenAfter = Math.max(writtenAfter, record.after);
      }
    }
    // A record that stands in two files of a month, after a failed flush, is one.
    if (!seen.has(month)) records += found.size;
    seen.add(month);
    held.set(month, found);
    for (const old of [...held.keys()].slice(0, -monthsHeld)) held.delete(old);
    return found;
  };

  const check = async (): Promise<void> => {
    const checking = waiting;
    waiting = [];
    for (const reference of checking) {
      const { ref } = reference;
      const found = held.get(monthOf(ref.file)) ?? (await monthOfRecords(monthOf(ref.file)));
      const there = found.get(ref.id);
      const isWhole = there !== undefined && commitmentOf(there.record.salt, there.record.data) === ref.commitment;
      if (!isWhole) absent.set(ref.id, { ...reference, forged: there?.place ?? null });
    }
  };

  return {
    refersTo: (ref: PersonRef, place: string, visit: string | null): void => void waiting.push({ ref, place, visit }),
    erases: (gone: readonly ErasedRecord[]): void => gone.forEach(({ id }) => erased.add(id)),
    /** Checks what was referred to up to now. */
    check,
    end: async (): Promise<{ readonly findings: readonly Finding[]; readonly records: number; readonly erased: number; readonly writtenAfter: number }> => {
      await check();
      for (const name of await namesIn(files, folder, null)) if (!seen.has(monthOf(name))) await monthOfRecords(monthOf(name));
      for (const id of erased) absent.delete(id);
      const findings = bad.map(({ id, place, torn }): Finding => {
        const wanted = absent.get(id);
        absent.delete(id);
        return { kind: torn && wanted === undefined ? 'torn' : 'damaged', place, visit: wanted?.visit ?? null };
      });
      for (const { place, visit, forged } of absent.values()) findings.push(forged === null ? { kind: 'gone', place, visit } : { kind: 'damaged', place: forged, visit });
      return { findings, records, erased: erased.size, writtenAfter };
    },
  };
};
