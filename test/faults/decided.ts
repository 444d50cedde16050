import { isDeepStrictEqual } from 'node:util';
import { apply } from '../../shared/state/fold.ts';
import type { StampedFact } from '../../shared/facts/facts.ts';
import { emptyState, type State } from '../../shared/state/state.ts';
import type { DiskEvent, Image } from './disk.ts';

/** A point at which the journal may end: all facts of a command are in. */
export type Point = {
  readonly seq: number;
  readonly lastHash: string;
  readonly state: State;
  readonly commands: ReadonlySet<string>;
  readonly facts: readonly StampedFact[];
};

type Line = StampedFact & { readonly prev: string; readonly hash: string };

/** The facts among some lines of a journal, read as docs/data.md tells it and with nothing of the program's own reader. */
const linesIn = (text: string): readonly Line[] =>
  text.split('\n').flatMap((line): Line[] => {
    try {
      const fields = JSON.parse(line) as Partial<Line>;
      return typeof fields.seq === 'number' ? [fields as Line] : [];
    } catch {
      return [];
    }
  });

/** Facts that belong together: those of one command. What the program does by itself stands alone, fact by fact. */
const commandsIn = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups[groups.length - 1];
    if (last !== undefined && line.command !== null && last[0]?.command === line.command)
      last.push(line);
    else groups.push([line]);
  }
  return groups;
};

/** What stands in a line for the journal's own sake is no part of the fact. */
const ofTheJournal: readonly string[] = ['durable', 'prev', 'hash'];
const factOf = (line: Line): StampedFact =>
  Object.fromEntries(
    Object.entries(line).filter(([key]) => !ofTheJournal.includes(key)),
  ) as unknown as StampedFact;

const known = new WeakMap<State, unknown>();
/** A state is held against many: it is made plain once. */
const plain = (state: State): unknown => {
  const made: unknown = known.get(state) ?? JSON.parse(JSON.stringify(state));
  known.set(state, made);
  return made;
};

/** Do two states tell the same? What is undefined in one may be missing in the other. */
export function sameState(one: State, other: State): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

/**
 * Every state that was ever decided, from what was written: the only ones that a start may find. After a failed flush a
 * number of the sequence has two facts, one refused and one acknowledged; either may be found.
 */
export function decidedIn(before: Image, events: readonly DiskEvent[]) {
  const points = new Map<string, Point>([
    [
      '0'.repeat(64),
      { seq: 0, lastHash: '0'.repeat(64), state: emptyState, commands: new Set(), facts: [] },
    ],
  ]);
  const take = (text: string): void => {
    for (const group of commandsIn(linesIn(text))) {
      const [first] = group;
      const last = group[group.length - 1];
      const from = points.get(first?.prev ?? '');
      if (last === undefined || from === undefined || points.has(last.hash)) continue;
      const facts = group.map(factOf);
      points.set(last.hash, {
        seq: last.seq,
        lastHash: last.hash,
        state: facts.reduce(apply, from.state),
        facts: [...from.facts, ...facts],
        commands: new Set([...from.commands, ...facts.flatMap(({ command }) => command ?? [])]),
      });
    }
  };
  for (const path of [...before.files.keys()].filter((each) => each.includes('/journal/')).sort())
    take(before.files.get(path)?.toString('utf8') ?? '');
  for (const event of events)
    if (event.kind === 'write' && event.path.includes('/journal/'))
      take(event.asked.toString('utf8'));
  const bySeq = Map.groupBy(points.values(), ({ seq }) => seq);
  return {
    points: [...points.values()],
    /** The point at which a state was found, or null: something half, lost in the middle, or never decided. */
    pointOf: (state: State): Point | null =>
      bySeq.get(state.seq)?.find((point) => sameState(point.state, state)) ?? null,
  };
}
export type Decided = ReturnType<typeof decidedIn>;
