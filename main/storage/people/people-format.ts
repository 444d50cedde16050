import { join } from 'node:path';
import type { PersonRef } from '../../../shared/facts/facts.ts';
import type { PersonData } from '../../../shared/facts/people.ts';
import type { Files, PersonRecord } from '../../ports.ts';
import { readBytes } from '../files/read-bytes.ts';
import {
  decodeLine,
  encodeLine,
  linesOf,
  parseObject,
  piecesOf,
  sha256,
} from '../journal/hashed-line.ts';

/** Version of the lines described in docs/data.md. Format 1 had neither `format` nor `hash`. */
export const peopleFormat = 2;

/**
 * people/2026-11.jsonl: `{"format","id","after","salt","data","hash"}` a line. A fact's commitment is SHA-256 over the salt
 * and the exact JSON of the data; without the record's 128 random bits nobody can guess a name back from the journal.
 * `after` is the highest fact known flushed when the record was written: the fact that refers to it comes behind that one.
 */
export type PersonLine = {
  readonly id: string;
  readonly after: number;
  readonly salt: string;
  readonly data: PersonData;
};

/**
 * A line of a people file as it stands there. `record` null: it is not as it was written. `glue`: only its newline is not;
 * the lines on both sides of it stand for themselves.
 */
export type Standing = {
  /** Number of the line in its file, counted from 1. */
  readonly at: number;
  readonly bytes: Buffer;
  /** False: the last line lacks its newline. */
  readonly whole: boolean;
  readonly glue: boolean;
  readonly record: PersonLine | null;
};

export function commitmentOf(salt: string, data: PersonData): string {
  return sha256(salt + JSON.stringify(data));
}

export function encodeRecord({ ref, salt, data }: PersonRecord, after: number): string {
  return encodeLine({ format: peopleFormat, id: ref.id, after, salt, data }).line;
}

const recordOf = (fields: Readonly<Record<string, unknown>>): PersonLine | null => {
  const { id, after, salt, data } = fields as Partial<PersonLine>;
  const isRecord =
    typeof id === 'string' &&
    Number.isSafeInteger(after) &&
    typeof salt === 'string' &&
    typeof data === 'object' &&
    data !== null;
  return isRecord ? { id, after: after as number, salt, data } : null;
};

/** Format 1 had exactly these keys, so that no damaged line of format 2 is taken for one. */
const decodeFirstFormat = (bytes: Buffer): PersonLine | null => {
  const fields = parseObject(bytes.toString('utf8')) ?? {};
  return Object.keys(fields).join() === 'id,after,salt,data' ? recordOf(fields) : null;
};

const decode = (bytes: Buffer): PersonLine | null => {
  const decoded = decodeLine(bytes);
  return decoded === null ? decodeFirstFormat(bytes) : recordOf(decoded.fields);
};

/** Reads the lines of a people file. */
export function standingIn(bytes: Buffer): readonly Standing[] {
  const standing: Standing[] = [];
  let at = 1;
  for (const { bytes: text, whole } of linesOf(bytes)) {
    const record = decode(text);
    const pieces =
      record === null
        ? piecesOf(text).map((piece) => ({
            at,
            bytes: piece,
            whole: true,
            glue: false,
            record: decode(piece),
          }))
        : [];
    const found = pieces.filter((piece) => piece.record !== null);
    standing.push(...found, { at, bytes: text, whole, glue: found.length > 0, record });
    at += 1;
  }
  return standing;
}

/** Reads a few records without reading the other lines. */
export function recordsIn(bytes: Buffer, ids: ReadonlySet<string>): readonly PersonLine[] {
  return [...ids].flatMap((id) => {
    const at = bytes.indexOf(id);
    if (at < 0) return [];
    const newline = bytes.indexOf(10, at);
    const line = bytes.subarray(
      bytes.lastIndexOf(10, at) + 1,
      newline < 0 ? bytes.length : newline,
    );
    return standingIn(line).flatMap(({ record }) => (record?.id === id ? [record] : []));
  });
}

/** The id and `after` of a line, also of one that is torn or damaged, as far as it can be read. */
export function guess({ record, bytes }: Standing): Pick<PersonLine, 'id' | 'after'> {
  if (record !== null) return record;
  const text = bytes.toString('latin1');
  return {
    id: /"id":"([^"]+)"/.exec(text)?.[1] ?? '',
    after: Number(/"after":(\d+),/.exec(text)?.[1] ?? Infinity),
  };
}

/**
 * How far the journal must have come for some records. `after`: the highest fact that one was written after. `facts`: so many
 * were written after that one; each has a fact behind it, unless the program died between the two.
 */
export type Reach = { readonly after: number; readonly facts: number };

/** @param afters of each record */
export function reachOf(afters: readonly number[]): Reach {
  return afters.reduce<Reach>(
    (reach, after) =>
      after > reach.after
        ? { after, facts: 1 }
        : after === reach.after
          ? { after, facts: reach.facts + 1 }
          : reach,
    { after: 0, facts: 0 },
  );
}

export function monthOf(name: string): string {
  return name.slice(0, 7);
}
export function renewalOf(name: string): number {
  return Number(name.slice(8));
}
/** Files of a month: `2026-11` and, after failed flushes, `2026-11.1`, `2026-11.2`, … */
export function nameOf(month: string, renewal: number): string {
  return renewal === 0 ? month : `${month}.${renewal}`;
}
export function pathOf(folder: string, name: string): string {
  return join(folder, `${name}.jsonl`);
}

/** The names of a month's files, or of all, in order. */
export async function namesIn(
  files: Files,
  folder: string,
  month: string | null,
): Promise<readonly string[]> {
  return (await files.list(folder))
    .flatMap((file) => /^(\d{4}-\d\d(?:\.\d+)?)\.jsonl$/.exec(file)?.[1] ?? [])
    .filter((name) => month === null || monthOf(name) === month)
    .sort((a, b) => monthOf(a).localeCompare(monthOf(b)) || renewalOf(a) - renewalOf(b));
}

/** The lines of one people file. */
export async function readStanding(
  files: Files,
  folder: string,
  name: string,
): Promise<readonly Standing[]> {
  return standingIn(await readBytes(files, pathOf(folder, name)));
}

/** How far the journal must have come for the records of the latest month. @param folder `…/people` */
export async function reachOfLatest(files: Files, folder: string): Promise<Reach> {
  const month = monthOf((await namesIn(files, folder, null)).at(-1) ?? '');
  const standing = await Promise.all(
    (await namesIn(files, folder, month)).map((name) => readStanding(files, folder, name)),
  );
  return reachOf(standing.flat().flatMap(({ record }) => (record === null ? [] : [record.after])));
}

/** Reads what a reference points to, if the record is the one that it commits to. */
export type FindPerson = (ref: PersonRef) => PersonData | null;

/** @param records by id; may grow and shrink meanwhile */
export function findPerson(records: ReadonlyMap<string, PersonLine>): FindPerson {
  const commitments = new WeakMap<PersonLine, string>();
  return ({ id, commitment }) => {
    const line = records.get(id);
    if (line === undefined) return null;
    const own = commitments.get(line) ?? commitmentOf(line.salt, line.data);
    commitments.set(line, own);
    return own === commitment ? line.data : null;
  };
}

/**
 * Reads the records of some months beside the one writer, changing nothing.
 * @param months `YYYY-MM`
 */
export async function readPeople(
  files: Files,
  folder: string,
  months: ReadonlySet<string>,
): Promise<FindPerson> {
  const records = new Map<string, PersonLine>();
  for (const month of months) {
    for (const name of await namesIn(files, folder, month)) {
      for (const { record } of await readStanding(files, folder, name))
        if (record !== null) records.set(record.id, record);
    }
  }
  return findPerson(records);
}
