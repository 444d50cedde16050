import { join } from 'node:path';
import type { PersonId } from '../../shared/ids.ts';
import type { PersonRef } from '../../shared/procedure/facts.ts';
import { Unflushed, type Files, type NewId, type OpenFile, type People, type PersonData, type PersonRecord } from '../ports.ts';
import { appendDurably, createDurably, keepLast, replaceDurably } from './durable-write.ts';
import { linesOf, sha256 } from './hashed-line.ts';

/**
 * people/2026-11.jsonl: `{"id","after","salt","data"}` a line. A fact's commitment is SHA-256 over the salt and the exact
 * JSON of the data; without the record's 128 random bits nobody can guess a name back from the journal. `after` is the
 * highest fact known flushed when the record was written: the fact that refers to it comes behind that one, if it came at all.
 */
type Line = { readonly id: string; readonly after: number; readonly salt: string; readonly data: PersonData };
/** A line as it stands in its file; one that cannot be read is kept as it is. */
type Standing = { readonly text: string; readonly line: Line | null };

const commitmentOf = (salt: string, data: PersonData): string => sha256(salt + JSON.stringify(data));

const encode = ({ ref, salt, data }: PersonRecord, after: number): Standing => {
  const line: Line = { id: ref.id, after, salt, data };
  return { text: `${JSON.stringify(line)}\n`, line };
};

const decode = (text: string): Line | null => {
  try {
    const { id, after, salt, data } = JSON.parse(text) as Partial<Line>;
    const isWhole = typeof id === 'string' && typeof after === 'number' && typeof salt === 'string' && typeof data === 'object' && data !== null;
    return isWhole ? { id, after, salt, data } : null;
  } catch {
    return null;
  }
};

const monthOf = (name: string): string => name.split('.')[0] ?? name;
/** Files of a month: `2026-11` and, after failed flushes, `2026-11.1`, `2026-11.2`, … */
const nameOf = (month: string, renewal: number): string => (renewal === 0 ? month : `${month}.${renewal}`);
const renewalOf = (name: string): number => Number(name.split('.')[1] ?? 0);
const bytesOf = (lines: readonly Standing[]): Buffer => Buffer.from(lines.map(({ text }) => text).join(''));

type Found = (ref: PersonRef) => PersonData | null;

/** Whatever a reference points to, if the record is the one that it commits to. */
const found = (records: ReadonlyMap<string, Line>): Found => (ref) => {
  const line = records.get(ref.id);
  return line !== undefined && commitmentOf(line.salt, line.data) === ref.commitment ? line.data : null;
};

const filesOf = async (files: Files, folder: string, month: string): Promise<readonly string[]> =>
  (await files.list(folder)).filter((file) => file.endsWith('.jsonl')).map((file) => file.slice(0, -6)).filter((name) => monthOf(name) === month);

/**
 * Reads the records of some months beside the one writer, changing nothing.
 * @param months `YYYY-MM`
 */
export const readPeople = async (files: Files, folder: string, months: ReadonlySet<string>): Promise<Found> => {
  const records = new Map<string, Line>();
  for (const month of months) {
    for (const name of await filesOf(files, folder, month)) {
      for (const { bytes } of linesOf((await files.read(join(folder, `${name}.jsonl`))) ?? Buffer.alloc(0))) {
        const line = decode(bytes.toString('utf8'));
        if (line !== null) records.set(line.id, line);
      }
    }
  }
  return found(records);
};

/**
 * Opens the people files of a data folder.
 * @param folder `…/people`
 */
export const openPeople = async (files: Files, folder: string, newId: NewId): Promise<People> => {
  await files.makeFolder(folder);
  /** Every acknowledged line of the months loaded, by file. */
  const standing = new Map<string, readonly Standing[]>();
  const records = new Map<string, Line>();
  const renewals = new Map<string, number>();
  let open: { readonly name: string; readonly file: OpenFile } | null = null;

  const pathOf = (name: string): string => join(folder, `${name}.jsonl`);
  const namesOf = (month: string): readonly string[] => [...standing.keys()].filter((name) => monthOf(name) === month).sort((a, b) => renewalOf(a) - renewalOf(b));

  const add = (name: string, lines: readonly Standing[]): void => {
    standing.set(name, [...(standing.get(name) ?? []), ...lines]);
    for (const { line } of lines) if (line !== null) records.set(line.id, line);
  };

  const loadFile = async (name: string): Promise<void> => {
    const bytes = (await files.read(pathOf(name))) ?? Buffer.alloc(0);
    const lines = [...linesOf(bytes)];
    add(name, lines.filter(({ whole }) => whole).map(({ bytes: text }) => ({ text: `${text.toString('utf8')}\n`, line: decode(text.toString('utf8')) })));
    // A torn last line would swallow the next one. No fact refers to it: facts are written after their records are flushed.
    const last = lines[lines.length - 1];
    if (last !== undefined && !last.whole) await replaceDurably(files, pathOf(name), bytes.subarray(0, last.start));
  };

  const load = async (month: string): Promise<void> => {
    if (renewals.has(month)) return;
    const names = await filesOf(files, folder, month);
    for (const name of names) await loadFile(name);
    renewals.set(month, Math.max(0, ...names.map(renewalOf)));
  };

  const openFor = async (name: string): Promise<OpenFile> => {
    if (open?.name === name) return open.file;
    if (standing.has(name)) open = { name, file: await files.openToAppend(pathOf(name)) };
    else {
      // The acknowledged lines before a failed flush stand in the month's next file again.
      const copies = keepLast(namesOf(monthOf(name)).flatMap((each) => standing.get(each) ?? []), ({ text }) => text);
      open = { name, file: await createDurably(files, pathOf(name), bytesOf(copies)) };
      add(name, copies);
    }
    return open.file;
  };

  const closeOpen = async (): Promise<void> => {
    const closing = open;
    open = null;
    await closing?.file.close().catch(() => undefined);
  };

  const appendTo = async (name: string, lines: readonly Standing[]): Promise<void> => {
    await load(monthOf(name));
    if (open !== null && open.name !== name) await closeOpen();
    await appendDurably(await openFor(name), bytesOf(lines));
    add(name, lines);
  };

  /** Nothing more is written to a file that failed once, nor to one whose making failed: the month goes on in its next. */
  const distrust = async (month: string): Promise<void> => {
    renewals.set(month, (renewals.get(month) ?? 0) + 1);
    await closeOpen();
  };

  return {
    prepare: (data, month) => {
      const salt = newId();
      const ref: PersonRef = { id: newId() as PersonId, file: nameOf(month, renewals.get(month) ?? 0), commitment: commitmentOf(salt, data) };
      return { ref, salt, data };
    },
    append: async (batch, after) => {
      for (const name of new Set(batch.map(({ ref }) => ref.file))) {
        try {
          await appendTo(name, batch.filter(({ ref }) => ref.file === name).map((record) => encode(record, after)));
        } catch (error) {
          await distrust(monthOf(name));
          throw new Unflushed('The people file could not be flushed', { cause: error });
        }
      }
    },
    get: found(records),
    load,
    drop: async (isOrphan) => {
      for (const [name, lines] of standing) {
        const orphans = lines.flatMap(({ line }) => (line !== null && isOrphan(line) ? [line.id] : []));
        if (orphans.length === 0) continue;
        const left = lines.filter(({ line }) => line === null || !orphans.includes(line.id));
        await closeOpen();
        await replaceDurably(files, pathOf(name), bytesOf(left));
        standing.set(name, left);
        for (const id of orphans) records.delete(id);
      }
    },
    writtenAfter: () => [...records.values()].reduce((highest, { after }) => Math.max(highest, after), 0),
    close: closeOpen,
  };
};
