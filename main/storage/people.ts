import { join } from 'node:path';
import type { PersonId } from '../../shared/ids.ts';
import type { PersonRef } from '../../shared/procedure/facts.ts';
import { Unflushed, type Files, type NewId, type OpenFile, type People, type PersonData, type PersonRecord } from '../ports.ts';
import { appendDurably, createDurably, keepLast, replaceDurably } from './durable-write.ts';
import { linesOf, sha256 } from './hashed-line.ts';

/**
 * people/2026-11.jsonl: `{"id","salt","data"}` a line. A fact's commitment is SHA-256 over the salt and the exact JSON of
 * the data; without the record's 128 random bits nobody can guess a name back from the journal.
 */
type Line = { readonly id: string; readonly salt: string; readonly data: PersonData };

const commitmentOf = (salt: string, data: PersonData): string => sha256(salt + JSON.stringify(data));
const encode = ({ ref, salt, data }: PersonRecord): string => `${JSON.stringify({ id: ref.id, salt, data })}\n`;

const decode = (bytes: Buffer): Line | null => {
  try {
    const line = JSON.parse(bytes.toString('utf8')) as Partial<Line>;
    return typeof line.id === 'string' && typeof line.salt === 'string' && typeof line.data === 'object' && line.data !== null ? (line as Line) : null;
  } catch {
    return null;
  }
};

/** Files of a month: `2026-11` and, after failed flushes, `2026-11.1`, `2026-11.2`, … */
const monthOf = (name: string): string => name.split('.')[0] ?? name;
const fileOf = (month: string, renewal: number): string => (renewal === 0 ? month : `${month}.${renewal}`);

/**
 * Opens the people files of a data folder.
 * @param folder `…/people`
 */
export const openPeople = async (files: Files, folder: string, newId: NewId): Promise<People> => {
  await files.makeFolder(folder);
  const records = new Map<string, Line>();
  const loaded = new Set<string>();
  const renewals = new Map<string, number>();
  let open: { readonly name: string; readonly file: OpenFile } | null = null;
  /** The last acknowledged lines of each month, to stand in its next file again after a failed flush. */
  const kept = new Map<string, readonly string[]>();
  const keep = (name: string, lines: readonly string[]): void => {
    const month = monthOf(name);
    kept.set(month, keepLast([...(kept.get(month) ?? []), ...lines], (line) => line));
  };

  const pathOf = (name: string): string => join(folder, `${name}.jsonl`);

  const loadFile = async (name: string): Promise<void> => {
    const bytes = (await files.read(pathOf(name))) ?? Buffer.alloc(0);
    const lines = [...linesOf(bytes)];
    for (const { bytes: text } of lines) {
      const line = decode(text);
      if (line !== null) records.set(line.id, line);
    }
    keep(name, lines.filter(({ whole }) => whole).map(({ bytes: text }) => `${text.toString('utf8')}\n`));
    // A torn last line would swallow the next one. No fact refers to it: facts are written after their records are flushed.
    const last = lines[lines.length - 1];
    if (last !== undefined && !last.whole) await replaceDurably(files, pathOf(name), bytes.subarray(0, last.start));
  };

  const load = async (month: string): Promise<void> => {
    if (loaded.has(month)) return;
    const names = (await files.list(folder)).filter((name) => name.startsWith(month) && name.endsWith('.jsonl')).map((name) => name.slice(0, -6));
    for (const name of names) await loadFile(name);
    renewals.set(month, Math.max(renewals.get(month) ?? 0, ...names.map((name) => Number(name.split('.')[1] ?? 0))));
    loaded.add(month);
  };

  const openFor = async (name: string): Promise<OpenFile> => {
    if (open?.name === name) return open.file;
    const isThere = (await files.list(folder)).includes(`${name}.jsonl`);
    const file = isThere ? await files.openToAppend(pathOf(name)) : await createDurably(files, pathOf(name), Buffer.from((kept.get(monthOf(name)) ?? []).join('')));
    await open?.file.close();
    open = { name, file };
    return file;
  };

  const distrust = async (): Promise<void> => {
    if (open === null) return;
    const month = monthOf(open.name);
    renewals.set(month, (renewals.get(month) ?? 0) + 1);
    await open.file.close().catch(() => undefined);
    open = null;
  };

  return {
    prepare: (data, month) => {
      const salt = newId();
      const ref: PersonRef = { id: newId() as PersonId, file: fileOf(month, renewals.get(month) ?? 0), commitment: commitmentOf(salt, data) };
      return { ref, salt, data };
    },
    append: async (batch) => {
      try {
        for (const name of new Set(batch.map(({ ref }) => ref.file))) {
          await load(monthOf(name));
          const mine = batch.filter(({ ref }) => ref.file === name).map(encode);
          await appendDurably(await openFor(name), Buffer.from(mine.join('')));
          keep(name, mine);
        }
      } catch (error) {
        await distrust();
        throw new Unflushed('The people file could not be flushed', { cause: error });
      }
      for (const { ref, salt, data } of batch) records.set(ref.id, { id: ref.id, salt, data });
    },
    get: (ref) => {
      const line = records.get(ref.id);
      return line !== undefined && commitmentOf(line.salt, line.data) === ref.commitment ? line.data : null;
    },
    load,
    close: async () => {
      await open?.file.close();
      open = null;
    },
  };
};
