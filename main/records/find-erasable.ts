import { join } from 'node:path';
import type { VisitCode } from '../../shared/base/ids.ts';
import { personRefsIn, type ErasedRecord, type PersonRef } from '../../shared/facts/facts.ts';
import { fieldOf, type PersonData } from '../../shared/facts/people.ts';
import type { Files } from '../ports.ts';
import { monthOf, namesIn, readStanding } from '../storage/people/people-format.ts';
import { readFacts } from '../storage/journal/read-journal.ts';

/** Whose data are to be erased: of some visits, and where asked of every visit of the same person. */
export type ErasableQuestion = {
  readonly visits: readonly VisitCode[];
  readonly samePerson: boolean;
};
export type Erasable = {
  readonly visits: readonly VisitCode[];
  readonly records: readonly ErasedRecord[];
  /** Codes for which nobody was ever checked in. */
  readonly unknown: readonly VisitCode[];
  /** Visits erased before. */
  readonly before: readonly VisitCode[];
};

/** Two visits are one person's when name and telephone number are the same. */
const personKey = (data: PersonData): string | null => {
  const name = fieldOf<'guest-book'>(data, 'name');
  const phone = fieldOf<'guest-book'>(data, 'phone');
  return typeof name === 'string' && typeof phone === 'string'
    ? `${name.trim().toLocaleLowerCase('id')} ${phone}`
    : null;
};

const samePersons = async (
  files: Files,
  folder: string,
  guestBooks: ReadonlyMap<string, VisitCode>,
  wanted: ReadonlySet<VisitCode>,
): Promise<ReadonlySet<VisitCode>> => {
  const keys = new Map<VisitCode, string>();
  for (const name of await namesIn(files, folder, null)) {
    for (const { record } of await readStanding(files, folder, name)) {
      const visit = record === null ? undefined : guestBooks.get(record.id);
      const key = record === null || visit === undefined ? null : personKey(record.data);
      if (visit !== undefined && key !== null) keys.set(visit, key);
    }
  }
  const persons = new Set([...wanted].flatMap((visit) => keys.get(visit) ?? []));
  return new Set([
    ...wanted,
    ...[...keys].flatMap(([visit, key]) => (persons.has(key) ? [visit] : [])),
  ]);
};

/**
 * Finds every record of some visits: guest book, User ID, and every free text about them. Reads all that there is, so the
 * program does it beside its main thread.
 */
export async function findErasable(
  files: Files,
  dataFolder: string,
  { visits, samePerson }: ErasableQuestion,
): Promise<Erasable> {
  const journal = join(dataFolder, 'journal');
  const guestBooks = new Map<string, VisitCode>();
  const known = new Set<VisitCode>();
  const before = new Set<VisitCode>();
  await readFacts(files, journal, {}, (fact) => {
    if (fact.type === 'erasure.decided') for (const visit of fact.data.visits) before.add(visit);
    if (fact.type !== 'visit.checked-in') return;
    if (samePerson) guestBooks.set(fact.data.guestBook.id, fact.visit);
    known.add(fact.visit);
  });
  const unknown = visits.filter((visit) => !known.has(visit));
  const asked = new Set(visits.filter((visit) => known.has(visit)));
  const wanted = samePerson
    ? await samePersons(files, join(dataFolder, 'people'), guestBooks, asked)
    : asked;
  const records = new Map<string, PersonRef>();
  await readFacts(files, journal, {}, (fact) => {
    if (fact.visit !== null && wanted.has(fact.visit))
      for (const ref of personRefsIn(fact.data)) records.set(ref.id, ref);
  });
  return {
    visits: [...wanted].filter((visit) => !before.has(visit)),
    unknown,
    before: [...asked].filter((visit) => before.has(visit)),
    records: [...records.values()].map(({ id, file }) => ({ id, file: monthOf(file) })),
  };
}
