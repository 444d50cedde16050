import type { PersonId } from '../../../shared/base/ids.ts';
import type { PersonRef } from '../../../shared/facts/facts.ts';
import { Unflushed, type Files, type NewId, type OpenFile, type People } from '../../ports.ts';
import { readBytes } from '../files/read-bytes.ts';
import {
  appendDurably,
  keepLast,
  makeFolderDurably,
  replaceDurably,
} from '../files/durable-write.ts';
import {
  commitmentOf,
  encodeRecord,
  findPerson,
  guess,
  monthOf,
  nameOf,
  namesIn,
  pathOf,
  reachOf,
  readStanding,
  recordsIn,
  renewalOf,
  type PersonLine,
  type Standing,
} from './people-format.ts';

/** A record's line, to stand in a month's next file again. */
type TailLine = { readonly id: string; readonly text: string };
/** What is known of a month that is written to. `tail`: its last records, each once. */
type Month = { renewal: number; exists: boolean; isTorn: boolean; tail: readonly TailLine[] };

const bytesOf = (lines: readonly TailLine[]): Buffer =>
  Buffer.from(lines.map(({ text }) => text).join(''));
const textOf = ({ bytes }: Standing): string => `${bytes.toString('utf8')}\n`;
const tailLineOf = (line: Standing): readonly TailLine[] =>
  line.record === null ? [] : [{ id: line.record.id, text: textOf(line) }];

/** The last records of a month, each once however often it was copied. */
const withLines = (tail: readonly TailLine[], lines: readonly TailLine[]): readonly TailLine[] => {
  const known = new Set(tail.map(({ id }) => id));
  const news = lines.filter(({ id }) => !known.has(id));
  return news.length === 0
    ? tail
    : keepLast([...tail, ...news], ({ text }) => Buffer.byteLength(text));
};

const unflushed = async (why: string, doing: () => Promise<void>): Promise<void> => {
  try {
    await doing();
  } catch (error) {
    throw new Unflushed(why, { cause: error });
  }
};

/**
 * Opens the people files of a data folder.
 * @param folder `…/people`
 * @param isTrusted the program ended cleanly: what the files hold was flushed, and their names too
 */
export async function openPeople(
  files: Files,
  folder: string,
  newId: NewId,
  isTrusted: boolean,
): Promise<People> {
  await makeFolderDurably(files, folder);
  const records = new Map<string, PersonLine>();
  const months = new Map<string, Month>();
  let open: { readonly name: string; readonly file: OpenFile } | null = null;

  const closeOpen = async (): Promise<void> => {
    const closing = open;
    open = null;
    await closing?.file.close().catch(() => undefined);
  };

  const read = async (month: string): Promise<Month> => {
    const names = await namesIn(files, folder, month);
    const inMonth = new Set<string>();
    let tail: readonly TailLine[] = [];
    let isTorn = false;
    let isOnlyCopies = false;
    for (const name of names) {
      const standing = await readStanding(files, folder, name);
      isOnlyCopies = standing.every(({ record }) => record !== null && inMonth.has(record.id));
      for (const { record } of standing) {
        if (record === null) continue;
        records.set(record.id, record);
        inMonth.add(record.id);
      }
      tail = withLines(tail, standing.flatMap(tailLineOf));
      isTorn = standing.at(-1)?.whole === false;
    }
    // Behind a line without its end nothing is written, it would swallow the next one; nor in a file that is not trusted.
    // A file got its name once it was flushed: where nothing was written to it since, there is nothing to write again.
    const goesOn = names.length === 0 || ((isTrusted || isOnlyCopies) && !isTorn);
    if (goesOn && names.length > 0 && !isTrusted) await files.syncFolder(folder);
    return {
      renewal: Math.max(0, ...names.map(renewalOf)) + (goesOn ? 0 : 1),
      exists: names.length > 0 && goesOn,
      isTorn,
      tail,
    };
  };

  const load = async (month: string): Promise<Month> => {
    const known = months.get(month);
    if (known !== undefined) return known;
    const loaded = await read(month);
    // At once, not when it is written to: the next clean end vouches for the month's last file.
    if (loaded.renewal > 0 && !loaded.exists)
      await replaceDurably(
        files,
        pathOf(folder, nameOf(month, loaded.renewal)),
        bytesOf(loaded.tail),
      );
    const ready = { ...loaded, exists: loaded.renewal > 0 || loaded.exists };
    months.set(month, ready);
    return ready;
  };

  const openFor = async (name: string, month: Month): Promise<OpenFile> => {
    if (open?.name === name) return open.file;
    await closeOpen();
    const path = pathOf(folder, name);
    // The acknowledged lines before a failed flush stand in the month's next file again.
    if (!month.exists) await replaceDurably(files, path, bytesOf(month.tail));
    const file = await files.openToAppend(path);
    month.exists = true;
    open = { name, file };
    return file;
  };

  const appendTo = async (name: string, lines: readonly TailLine[]): Promise<void> => {
    const month = await load(monthOf(name));
    // Prepared before the month was known: it goes on in a later file, and the same is prepared again.
    if (nameOf(monthOf(name), month.renewal) !== name)
      throw new Error(`${name} is not gone on with`);
    await appendDurably(await openFor(name, month), bytesOf(lines));
    month.tail = withLines(month.tail, lines);
  };

  /** Nothing more is written to a file that failed once, nor to one whose making failed: the month goes on in its next. */
  const distrust = async (name: string): Promise<void> => {
    await closeOpen();
    const month = months.get(monthOf(name));
    if (month !== undefined) Object.assign(month, { renewal: month.renewal + 1, exists: false });
  };

  /** Writes a month's files again without some of their lines. */
  const rewrite = async (month: string, isUnwanted: (line: Standing) => boolean): Promise<void> => {
    for (const name of await namesIn(files, folder, month)) {
      const standing = await readStanding(files, folder, name);
      const left = standing.filter((line) => !isUnwanted(line));
      if (left.length === standing.length) continue;
      if (open?.name === name) await closeOpen();
      await replaceDurably(
        files,
        pathOf(folder, name),
        Buffer.from(
          left
            .filter(({ glue }) => !glue)
            .map(textOf)
            .join(''),
        ),
      );
    }
    const known = months.get(month);
    if (known === undefined) return;
    // Nothing of what was erased may stand in a next file again. Where the month goes on has not changed.
    months.set(month, { ...known, isTorn: false, tail: (await read(month)).tail });
  };

  return {
    prepare: (data, month) => {
      const salt = newId();
      const ref: PersonRef = {
        id: newId() as PersonId,
        file: nameOf(month, months.get(month)?.renewal ?? 0),
        commitment: commitmentOf(salt, data),
      };
      return { ref, salt, data };
    },
    append: async (batch, after) => {
      for (const name of new Set(batch.map(({ ref }) => ref.file))) {
        const own = batch.filter(({ ref }) => ref.file === name);
        try {
          await appendTo(
            name,
            own.map((record) => ({ id: record.ref.id, text: encodeRecord(record, after) })),
          );
        } catch (error) {
          await distrust(name);
          throw new Unflushed('The people file could not be flushed', { cause: error });
        }
        for (const { ref, salt, data } of own)
          records.set(ref.id, { id: ref.id, after, salt, data });
      }
    },
    get: findPerson(records),
    months: async () => [...new Set((await namesIn(files, folder, null)).map(monthOf))],
    load: async (month, ids = null) => {
      if (ids === null) return void (await load(month));
      if (months.has(month)) return;
      for (const name of await namesIn(files, folder, month)) {
        for (const record of recordsIn(await readBytes(files, pathOf(folder, name)), ids))
          records.set(record.id, record);
      }
    },
    drop: (isOrphan) =>
      unflushed('Records could not be taken out', async () => {
        if (
          ![...months.values()].some(({ isTorn }) => isTorn) &&
          ![...records.values()].some(isOrphan)
        )
          return;
        for (const month of months.keys()) {
          // A line that was not written to its end goes too, when no fact can refer to it; a damaged one stays.
          await rewrite(
            month,
            (line) => (line.record !== null || !line.whole) && isOrphan(guess(line)),
          );
        }
        for (const record of records.values()) if (isOrphan(record)) records.delete(record.id);
      }),
    erase: (erased) =>
      unflushed('Records could not be erased', async () => {
        const ids = new Set(erased.map(({ id }): string => id));
        for (const month of new Set(erased.map(({ file }) => monthOf(file)))) {
          // Also a damaged line goes in which one of them can still be read.
          await rewrite(
            month,
            (line) =>
              ids.has(guess(line).id) ||
              (line.record === null && erased.some(({ id }) => line.bytes.includes(id))),
          );
        }
        for (const id of ids) records.delete(id);
      }),
    reach: () => reachOf([...records.values()].map(({ after }) => after)),
    close: closeOpen,
  };
}
