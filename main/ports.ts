import type { JournalIdentity } from '../shared/base/ids.ts';
import type { Fact, PersonRef, StampedFact } from '../shared/facts/facts.ts';
import type { PersonData } from '../shared/facts/people.ts';
import type { SlipView } from '../shared/views/slip-view.ts';
import type { View } from '../shared/views/view.ts';
import type { WindowRole } from '../shared/contract/windows.ts';

/** What the application needs of the world. Each has an adapter for the product and one for tests that keeps the same promises. */

export interface Clock {
  /** `at`: wall clock, ms since 1970 UTC. `mono`: a steady clock of this run, ms. */
  now(): { readonly at: number; readonly mono: number };
  /** False for a simulated clock, which moves only when told. */
  readonly running: boolean;
}

/** A new random id of 128 bits, hex. */
export type NewId = () => string;

declare const durable: unique symbol;
/** Flushed to disk. Only a journal's `append` makes one, and publishing takes nothing else (rule 3 of the house). */
export type Durable<T> = T & { readonly [durable]: true };

export interface Journal {
  /**
   * Writes facts in order and flushes them, all or none acknowledged.
   * @param facts numbered through from the one that is due; any other number is a bug and throws
   * @param month the office's month in whose segment they go, `YYYY-MM`
   * @throws Unflushed when anything failed; what was written may or may not be found at the next start
   */
  append(facts: readonly StampedFact[], month: string): Promise<Durable<readonly StampedFact[]>>;
  /** Goes on after a failed append, in a new segment; throws Unflushed while it still cannot. */
  renew(): Promise<void>;
  /** The journal's own name, as its headers bear it from now on. */
  identity(): JournalIdentity;
  close(): Promise<void>;
}

/** A write or flush failed: nothing since the last acknowledged append may be shown to anyone. */
export class Unflushed extends Error {}

/** What the people file holds: whatever names or describes a person, and all free text (shared/facts/people.ts). */
export type PersonRecord = {
  readonly ref: PersonRef;
  readonly salt: string;
  readonly data: PersonData;
};

export interface People {
  /** Makes a record to be appended with the facts that refer to it. Nothing is written yet. */
  prepare(data: PersonData, month: string): PersonRecord;
  /**
   * Writes and flushes records, before the facts that refer to them.
   * @param after the highest fact known flushed: those that refer to these records come behind it
   * @throws Unflushed
   */
  append(records: readonly PersonRecord[], after: number): Promise<void>;
  /** @returns null when the record was erased, is damaged or missing. Records not loaded yet are null too. */
  get(ref: PersonRef): PersonData | null;
  /** The months of which there are files, in order. */
  months(): Promise<readonly string[]>;
  /** Reads a month's records into memory. @param ids only these, of a month that is over; null: all, to write to it */
  load(month: string, ids?: ReadonlySet<string> | null): Promise<void>;
  /** Takes records of the months loaded out of their files to which no fact refers: their facts were never flushed. */
  drop(
    isOrphan: (record: { readonly id: string; readonly after: number }) => boolean,
  ): Promise<void>;
  /** Takes records out of their files, whole lines, in every copy; may be done again after it was cut short. */
  erase(records: readonly Pick<PersonRef, 'id' | 'file'>[]): Promise<void>;
  /**
   * How far the journal must have come for the records loaded. `after`: the highest fact that one was written after.
   * `facts`: so many records were; each has a fact behind it, unless the program died between the two.
   */
  reach(): { readonly after: number; readonly facts: number };
  close(): Promise<void>;
}

/** One JSON document, written whole or not at all. */
export interface Store<T> {
  /** Null when there is none that can be read: never a throw, since all it holds can be made again. */
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
}

/** The windows and the desktop around them. */
export interface Shell {
  publish(window: WindowRole, view: View): void;
  bringToFront(): void;
  /** Asks the person at the console for a folder. Null: none was chosen. */
  chooseFolder(): Promise<string | null>;
}

export interface Printer {
  /** Renders a slip to PDF, 80 mm wide. */
  slipToPdf(slip: SlipView): Promise<Uint8Array>;
}

/** PINs are hashed beside the main thread. Both throw PinsUnavailable when that cannot be done now. */
export interface Pins {
  hash(pin: string): Promise<string>;
  verify(pin: string, hash: string): Promise<boolean>;
}

/** What hashes PINs cannot be started, or ended before it answered. */
export class PinsUnavailable extends Error {}

/** `mode`: its permission bits; null where the system has none. `isOwn`: this user's. `bytes`: of a file, its length. */
export type Look = {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly mode: number | null;
  readonly isOwn: boolean;
  readonly bytes: number;
};

/** A file system as small as the storage needs it, so that a test can fail, tear or record any call. */
export interface Files {
  /** Names in a folder, sorted; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Null when there is no such file. From byte `from` to before byte `to`. */
  read(path: string, from?: number, to?: number): Promise<Buffer | null>;
  makeFolder(folder: string): Promise<void>;
  /** What stands under a name itself: a link is not followed. Null: nothing. */
  look(path: string): Promise<Look | null>;
  /** Sets the permission bits of a file or folder of ours. */
  setMode(path: string, mode: number): Promise<void>;
  /** False also for what is not there. */
  isFolder(path: string): Promise<boolean>;
  /** Makes a new file; throws when it is there already. */
  create(path: string): Promise<OpenFile>;
  openToAppend(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Removes a folder with all that is in it; one that is not there is done already. */
  removeFolder(folder: string): Promise<void>;
  /** Removes a folder; throws when anything is in it. One that is not there is done already. */
  removeEmptyFolder(folder: string): Promise<void>;
  /** Makes a folder's entries durable: new names, renames, removals. */
  syncFolder(folder: string): Promise<void>;
}

export interface OpenFile {
  /** @returns how many bytes were written: a full disk writes less than asked without an error */
  write(bytes: Uint8Array): Promise<number>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a command decides: facts to write, and the answer once they are durable. */
export type Decided<Answer> = { readonly facts: readonly Fact[]; readonly answer: Answer };

/** Where the program tells what went wrong with it. Never a person's words, and nobody waits for it. */
export interface Log {
  /** @param area which part of the program; `error`: what was caught */
  tell(area: string, error: unknown): void;
}
