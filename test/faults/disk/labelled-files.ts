import { relative, sep } from 'node:path';
import type { Files, OpenFile } from '../../../main/ports.ts';

const calls = ['create', 'write', 'sync', 'rename', 'remove', 'sync-folder'] as const;
type Call = (typeof calls)[number];
const kinds = ['journal', 'people', 'checkpoint', 'slip'] as const;
type Kind = (typeof kinds)[number];

/** A moment beside a call that changes something on the disk, with the kind of file that it is about. */
export type Point = `${'before' | 'after'} ${Call} ${Kind}`;

/** What the program does with each kind of file: a segment of the journal is never renamed, nor removed. */
const callsOf: Readonly<Record<Kind, readonly Call[]>> = {
  journal: ['create', 'write', 'sync', 'sync-folder'],
  people: calls,
  checkpoint: calls,
  slip: calls,
};

/** Every point that a killed run must have been killed at, for each kind of file. */
export const points: readonly Point[] = kinds.flatMap((kind) =>
  callsOf[kind].flatMap((call): readonly Point[] => [
    `before ${call} ${kind}`,
    `after ${call} ${kind}`,
  ]),
);

const kindOf = (folder: string, path: string): Kind => {
  const [first] = relative(folder, path).split(sep);
  return first === 'journal' || first === 'people'
    ? first
    : first === 'slips'
      ? 'slip'
      : 'checkpoint';
};

/**
 * A file system that tells every moment before and after each call that changes something.
 * @param folder the data folder
 * @param reached called at each point, before anything else happens
 */
export function labelFiles(files: Files, folder: string, reached: (point: Point) => void): Files {
  const labelled = async <T>(call: Call, path: string, doing: () => Promise<T>): Promise<T> => {
    const kind = kindOf(folder, path);
    reached(`before ${call} ${kind}`);
    const done = await doing();
    reached(`after ${call} ${kind}`);
    return done;
  };
  const opened = (path: string, file: OpenFile): OpenFile => ({
    ...file,
    write: (bytes) => labelled('write', path, () => file.write(bytes)),
    sync: () => labelled('sync', path, () => file.sync()),
  });
  return {
    ...files,
    create: async (path) => opened(path, await labelled('create', path, () => files.create(path))),
    openToAppend: async (path) => opened(path, await files.openToAppend(path)),
    rename: (from, to) => labelled('rename', to, () => files.rename(from, to)),
    remove: (path) => labelled('remove', path, () => files.remove(path)),
    syncFolder: (path) => labelled('sync-folder', path, () => files.syncFolder(path)),
  };
}
