/**
 * How many letters have to be put in, taken out, replaced, or swapped with their neighbour to make one word of another
 * (Damerau-Levenshtein, each place touched once).
 */
export function editDistance(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/** One edit in a short word, one in three letters of a longer one: beyond that it is another word. */
const isNear = (name: string, distance: number): boolean =>
  distance <= Math.max(1, Math.floor(name.length / 3));

/**
 * What somebody may have meant.
 * @param typed without hyphens; capitals do not matter
 * @param names to choose from
 * @returns the nearest of them, several when they are equally near; else those that begin as the word does; none when nothing is near
 */
export function nearestTo(typed: string, names: readonly string[]): readonly string[] {
  // No name is so long that a longer word could be near it.
  const word = typed.toLowerCase().slice(0, 40);
  const near = names
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .filter(({ name, distance }) => isNear(name, distance));
  const least = Math.min(...near.map(({ distance }) => distance));
  if (near.length > 0)
    return near.filter(({ distance }) => distance === least).map(({ name }) => name);
  return word === '' ? [] : names.filter((name) => name.startsWith(word));
}
