import { createHash } from 'node:crypto';
import type { CrashFiles } from './crash-files.ts';
import { decidedIn } from './decided.ts';
import { makeDisk, type DiskOptions, type Image, type Outcomes } from './disk.ts';
import { makeChance, type Chance } from './chance.ts';
import { reopen, type Reopened } from './reopen.ts';
import { brokenWord, type Told } from './told.ts';

export type Recording = {
  readonly before: Image;
  readonly files: CrashFiles;
  readonly told: readonly Told[];
  /** The wall clock when the story ended. */
  readonly at: number;
};

export type Explored = {
  /** Points in time at which the power went. */
  readonly points: number;
  /** Different states of the disk that were opened. */
  readonly states: number;
  /** Of the points: at how many every legal state was tried. */
  readonly exhausted: number;
  readonly bad: readonly string[];
};

/** Every combination of choices where there are few; else the ends, each choice alone at either end, and a sample. */
function* combinations(
  { choices }: Outcomes,
  most: number,
  chance: Chance,
): Generator<readonly number[]> {
  const total = choices.reduce((product, { alternatives }) => product * alternatives, 1);
  if (total <= most) {
    for (let number = 0; number < total; number += 1) {
      let rest = number;
      yield choices.map(({ alternatives }) => {
        const chosen = rest % alternatives;
        rest = Math.floor(rest / alternatives);
        return chosen;
      });
    }
    return;
  }
  const none = choices.map(() => 0);
  const all = choices.map(({ alternatives }) => alternatives - 1);
  yield none;
  yield all;
  const singles = choices.flatMap(({ alternatives }, at) => [
    all.with(at, 0),
    none.with(at, alternatives - 1),
  ]);
  yield* chance.some(singles, Math.ceil(most / 2));
  for (let number = singles.length; number < most; number += 1)
    yield choices.map(({ alternatives }) => chance.below(alternatives));
}

const keyOf = ({ folders, files }: Image): string => {
  const hash = createHash('sha256').update([...folders].sort().join());
  for (const path of [...files.keys()].sort())
    hash.update(`\n${path}\n`).update(files.get(path) ?? '');
  return hash.digest('hex');
};

/**
 * Cuts the power behind every change that a story made to the disk, and opens every state that the disk may then be in.
 * @param most states tried at one point in time
 * @param stopAt so many bad states are enough
 */
export async function explore(
  { before, files, told, at }: Recording,
  options: DiskOptions & { readonly most: number; readonly stopAt?: number },
): Promise<Explored> {
  const disk = makeDisk(before, options);
  const decided = decidedIn(before, files.events);
  const chance = makeChance(files.events.length);
  const opened = new Map<string, Reopened>();
  const bad = new Set<string>();
  let exhausted = 0;
  const stop = (): boolean => bad.size >= (options.stopAt ?? 20);
  for (let count = 0; count <= files.events.length && !stop(); count += 1) {
    const event = files.events[count - 1];
    if (event !== undefined) disk.follow(event);
    const known = told.filter(({ from }) => from <= count);
    const outcomes = disk.outcomes();
    if (
      outcomes.choices.reduce((product, { alternatives }) => product * alternatives, 1) <=
      options.most
    )
      exhausted += 1;
    for (const chosen of combinations(outcomes, options.most, chance)) {
      const image = outcomes.imageOf(chosen);
      const key = keyOf(image);
      const found = opened.get(key) ?? (await reopen(image, decided, at + 60_000));
      opened.set(key, found);
      for (const problem of brokenWord(known, image, found))
        bad.add(`behind call ${count} (${event?.kind ?? 'none'} ${event?.path ?? ''}): ${problem}`);
      if (stop()) break;
    }
  }
  return { points: files.events.length + 1, states: opened.size, exhausted, bad: [...bad] };
}
