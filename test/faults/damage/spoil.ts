import { createHash } from 'node:crypto';
import { makeChance, type Chance } from '../chance.ts';
import {
  checkpointFile,
  joined,
  journalFolder,
  linesIn,
  peopleFilesOf,
  segmentsOf,
  wholeIn,
  type Folder,
} from './folder-lines.ts';
import type { Spoil } from './plan.ts';
import type { SpoilKind } from './spoil-kinds.ts';

/** What a damage was: the folder after it, and where it was done. Null: there was nothing to do it to. */
type Spoiled = { readonly folder: Folder; readonly where: string } | null;
/** @param older checkpoints that lay there before */
type Doing = (folder: Folder, chance: Chance, older: readonly Buffer[]) => Spoiled;

const put = (folder: Folder, path: string, bytes: Buffer): Folder =>
  new Map([...folder, [path, bytes]]);
const without = (folder: Folder, isGone: (path: string) => boolean): Folder =>
  new Map([...folder].filter(([path]) => !isGone(path)));
const bytesOf = (folder: Folder, path: string): Buffer => folder.get(path) ?? Buffer.alloc(0);
const oneOf = <T>(list: readonly T[], chance: Chance): T | undefined =>
  list[chance.below(list.length)];

/** A line of some file, chosen by chance: of the last lines more often than of the others. */
type Place = { readonly path: string; readonly lines: readonly Buffer[]; readonly at: number };
const placeIn = (
  folder: Folder,
  paths: readonly string[],
  chance: Chance,
  isLast: boolean,
  first = 0,
): Place | null => {
  const path = isLast || chance.below(3) === 0 ? paths.at(-1) : oneOf(paths, chance);
  if (path === undefined) return null;
  const lines = linesIn(bytesOf(folder, path));
  if (lines.length <= first) return null;
  return {
    path,
    lines,
    at: isLast ? lines.length - 1 : first + chance.below(lines.length - first),
  };
};
const told = ({ path, at }: Place): string => `${path.slice('/data/'.length)}:${at + 1}`;
const changed = (folder: Folder, place: Place, lines: readonly Buffer[]): Spoiled => ({
  folder: put(folder, place.path, joined(lines)),
  where: told(place),
});
const anyFile = (folder: Folder): readonly string[] => [
  ...segmentsOf(folder),
  ...peopleFilesOf(folder),
  ...segmentsOf(folder),
  ...(folder.has(checkpointFile) ? [checkpointFile] : []),
];

const flip =
  (isLast: boolean): Doing =>
  (folder, chance) => {
    const paths = isLast ? segmentsOf(folder) : anyFile(folder);
    const place = placeIn(folder, isLast ? paths : [oneOf(paths, chance) ?? ''], chance, isLast);
    if (place === null) return null;
    const bytes = Buffer.from(bytesOf(folder, place.path));
    const start = place.lines.slice(0, place.at).reduce((sum, { length }) => sum + length + 1, 0);
    const byte = Math.min(
      bytes.length - 1,
      start + chance.below((place.lines[place.at]?.length ?? 0) + 1),
    );
    bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << chance.below(8)), byte);
    return {
      folder: put(folder, place.path, bytes),
      where: `${told(place)}, byte ${byte - start + 1}`,
    };
  };

const zero =
  (isLast: boolean): Doing =>
  (folder, chance) => {
    const place = placeIn(folder, isLast ? segmentsOf(folder) : anyFile(folder), chance, isLast);
    if (place === null) return null;
    const bytes = Buffer.from(bytesOf(folder, place.path));
    const start = place.lines.slice(0, place.at).reduce((sum, { length }) => sum + length + 1, 0);
    const from = start + chance.below((place.lines[place.at]?.length ?? 0) + 1);
    bytes.fill(0, from, Math.min(bytes.length, from + 1 + chance.below(600)));
    return { folder: put(folder, place.path, bytes), where: told(place) };
  };

const garbage = (chance: Chance): Buffer => {
  const length = 1 + chance.below(300);
  const kinds = [
    () => Buffer.from(`sampah ${chance.below(1_000_000)}`),
    () =>
      Buffer.from(
        JSON.stringify({ seq: chance.below(100), type: 'visit.checked-in', visit: 'CC2C-GPF8' }),
      ),
    () => Buffer.from(Array.from({ length }, () => 11 + chance.below(245))),
  ];
  return oneOf(kinds, chance)?.() ?? Buffer.from('sampah');
};

/** The line of a fact with other words in it, hashed anew, and those behind it in its file chained to it. */
const rewritten = (
  lines: readonly Buffer[],
  at: number,
  change: (fields: Record<string, unknown>) => Record<string, unknown>,
): readonly Buffer[] => {
  let prev: string | null = null;
  return lines.map((line, index) => {
    const [fields] = index < at ? [] : wholeIn(joined([line]));
    if (fields === undefined) return line;
    const { hash: _, ...own } =
      index === at ? change({ ...fields }) : { ...fields, prev: prev ?? fields['prev'] };
    const body = JSON.stringify(own).slice(0, -1);
    prev = createHash('sha256').update(body).digest('hex');
    return Buffer.from(`${body},"hash":"${prev}"}`);
  });
};
/** A line about a visit, but not its check-in: where that is forged, nobody can tell that the visit was one. */
const isFactLine = (line: Buffer | undefined): boolean => {
  const fields = line === undefined ? undefined : wholeIn(joined([line]))[0];
  return (
    typeof fields?.['seq'] === 'number' &&
    fields['visit'] !== null &&
    fields['type'] !== 'visit.checked-in'
  );
};

const forged =
  (isLast: boolean, change: (fields: Record<string, unknown>) => Record<string, unknown>): Doing =>
  (folder, chance) => {
    const place = placeIn(folder, segmentsOf(folder), chance, isLast, 1);
    if (place === null || !isFactLine(place.lines[place.at])) return null;
    return changed(folder, place, rewritten(place.lines, place.at, change));
  };
const ofNoKnownFact = (fields: Record<string, unknown>): Record<string, unknown> => ({
  ...fields,
  type: 'visit.teleported',
  data: { to: 'Bandar' },
});
const thatDoesNotFit = (fields: Record<string, unknown>): Record<string, unknown> => ({
  ...fields,
  type: 'deviation.accepted',
  data: { deviation: { step: 'escalate', attempt: 77, kind: 'output' } },
});

const cut =
  (paths: (folder: Folder) => readonly string[], least: number): Doing =>
  (folder, chance) => {
    const place = placeIn(folder, paths(folder), chance, true);
    if (place === null || place.lines.length <= least) return null;
    const left = Math.max(least, place.lines.length - 1 - chance.below(12));
    return {
      folder: put(folder, place.path, joined(place.lines.slice(0, left))),
      where: `${place.path.slice('/data/'.length)}, ${place.lines.length - left} of ${place.lines.length} lines`,
    };
  };

const lastSegment =
  (doing: (folder: Folder, path: string) => Folder): Doing =>
  (folder) => {
    const path = segmentsOf(folder).at(-1);
    return path === undefined
      ? null
      : { folder: doing(folder, path), where: path.slice('/data/'.length) };
  };
const gone =
  (which: (folder: Folder, chance: Chance) => string | undefined): Doing =>
  (folder, chance) => {
    const path = which(folder, chance);
    return path === undefined || !folder.has(path)
      ? null
      : { folder: without(folder, (each) => each === path), where: path.slice('/data/'.length) };
  };

const doings: Readonly<Record<SpoilKind, Doing>> = {
  bit: flip(false),
  'last line’s bit': flip(true),
  'line overwritten': (folder, chance) => {
    const place = placeIn(folder, anyFile(folder), chance, chance.below(2) === 0);
    return place === null
      ? null
      : changed(folder, place, place.lines.with(place.at, garbage(chance)));
  },
  zeros: zero(false),
  'zeros in the last line': zero(true),
  'newline removed': (folder, chance) => {
    const place = placeIn(folder, anyFile(folder), chance, chance.below(3) === 0);
    if (place === null) return null;
    const last = place.at === place.lines.length - 1;
    const bytes = last
      ? joined(place.lines).subarray(0, -1)
      : joined([
          ...place.lines.slice(0, place.at),
          Buffer.concat(place.lines.slice(place.at, place.at + 2)),
          ...place.lines.slice(place.at + 2),
        ]);
    return { folder: put(folder, place.path, bytes), where: told(place) };
  },
  'garbage behind': (folder, chance) => {
    const place = placeIn(folder, segmentsOf(folder), chance, true);
    if (place === null) return null;
    const lines = Array.from({ length: 1 + chance.below(20) }, () => garbage(chance));
    return {
      folder: put(folder, place.path, Buffer.concat([bytesOf(folder, place.path), joined(lines)])),
      where: `${told(place)}, ${lines.length} lines`,
    };
  },
  'line of no known fact': forged(false, ofNoKnownFact),
  'last line of no known fact': forged(true, ofNoKnownFact),
  'line that does not fit': forged(false, thatDoesNotFit),
  'last line that does not fit': forged(true, thatDoesNotFit),
  'lines swapped': (folder, chance) => {
    const place = placeIn(folder, segmentsOf(folder), chance, false, 1);
    if (place === null || place.at + 1 >= place.lines.length) return null;
    const [one, other] = [place.lines[place.at], place.lines[place.at + 1]];
    return one === undefined || other === undefined
      ? null
      : changed(folder, place, place.lines.with(place.at, other).with(place.at + 1, one));
  },
  'lines dropped': (folder, chance) => {
    const place = placeIn(folder, segmentsOf(folder), chance, false, 1);
    return place === null
      ? null
      : changed(folder, place, place.lines.toSpliced(place.at, 1 + chance.below(3)));
  },
  'last lines cut': cut(segmentsOf, 1),
  'last segment emptied': lastSegment((folder, path) => put(folder, path, Buffer.alloc(0))),
  'last segment zeroed': lastSegment((folder, path) =>
    put(folder, path, Buffer.alloc(bytesOf(folder, path).length)),
  ),
  'last segment deleted': lastSegment((folder, path) => without(folder, (each) => each === path)),
  'segment in between deleted': gone((folder, chance) =>
    oneOf(segmentsOf(folder).slice(0, -1), chance),
  ),
  'journal deleted': (folder) => ({
    folder: without(folder, (path) => path.startsWith(journalFolder)),
    where: 'journal',
  }),
  'checkpoint deleted': gone(() => checkpointFile),
  'checkpoint rolled back': (folder, chance, older) => {
    const checkpoint = oneOf(older, chance);
    return checkpoint === undefined
      ? null
      : {
          folder: put(folder, checkpointFile, checkpoint),
          where: `copy ${older.indexOf(checkpoint) + 1} of ${older.length}`,
        };
  },
  'summaries deleted': gone(() => '/data/summaries.json'),
  'last people file deleted': gone((folder) => peopleFilesOf(folder).at(-1)),
  'last people lines cut': cut(peopleFilesOf, 0),
  'other line ends': (folder, chance) => {
    const path = oneOf([...segmentsOf(folder), ...peopleFilesOf(folder)], chance);
    return path === undefined
      ? null
      : {
          folder: put(
            folder,
            path,
            Buffer.from(
              bytesOf(folder, path).toString('latin1').replaceAll('\n', '\r\n'),
              'latin1',
            ),
          ),
          where: path.slice('/data/'.length),
        };
  },
  'header damaged': (folder, chance) => {
    const path = oneOf(segmentsOf(folder), chance);
    const [header, ...lines] = linesIn(bytesOf(folder, path ?? ''));
    if (path === undefined || header === undefined || header.length === 0) return null;
    const spoiled = Buffer.from(header);
    spoiled.writeUInt8(48 + chance.below(10), chance.below(header.length));
    return {
      folder: put(
        folder,
        path,
        joined([chance.below(2) === 0 ? spoiled : garbage(chance), ...lines]),
      ),
      where: path.slice('/data/'.length),
    };
  },
  'segment copied': (folder, chance) => {
    const segments = segmentsOf(folder);
    const last = segments.at(-1);
    const path = chance.below(3) > 0 ? last : oneOf(segments, chance);
    if (path === undefined || last === undefined) return null;
    const next = `${journalFolder}${String(Number(last.slice(journalFolder.length, -'.jsonl'.length)) + 1).padStart(6, '0')}.jsonl`;
    return {
      folder: put(folder, next, bytesOf(folder, path)),
      where: `${path.slice('/data/'.length)} as ${next.slice('/data/'.length)}`,
    };
  },
};

/**
 * Damages one place of a folder.
 * @param older checkpoints that lay there before
 * @returns null when there is nothing to damage so
 */
export function spoil(folder: Folder, { kind, seed }: Spoil, older: readonly Buffer[]): Spoiled {
  return doings[kind](folder, makeChance(seed), older);
}
