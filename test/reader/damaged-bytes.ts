import type { Chance } from '../faults/chance.ts';
import { inBytes, pick, type Damage } from './damage.ts';

const noise = (chance: Chance, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => chance.below(256)));
const sector = 512;
const lineFeeds = (bytes: Buffer): readonly number[] =>
  [...bytes.keys()].filter((at) => bytes[at] === 10);

/** What a disk does, wherever in a file. */
export const bytesDamages: readonly Damage[] = [
  inBytes('a flipped bit', (bytes, chance) => {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    return bytes;
  }),
  inBytes('a line feed that is another byte', (bytes, chance) => {
    const feeds = lineFeeds(bytes);
    const at = chance.below(3) === 0 ? feeds.at(-1) : pick(chance, feeds);
    if (at !== undefined && at !== null)
      bytes[at] = pick(chance, [0, 0, 13, 32, 11, 8, 2, 26, 42, 74, 138]) ?? 0;
    return bytes;
  }),
  inBytes('a zeroed range', (bytes, chance) => {
    const from = chance.below(bytes.length);
    return bytes.fill(
      0,
      from,
      chance.below(3) === 0
        ? bytes.length
        : Math.min(bytes.length, from + 1 + chance.below(2 * sector)),
    );
  }),
  inBytes('a zeroed sector', (bytes, chance) => {
    const from = chance.below(Math.ceil(bytes.length / sector)) * sector;
    return bytes.fill(0, from, Math.min(bytes.length, from + sector));
  }),
  inBytes('an end that is cut', (bytes, chance) =>
    bytes.subarray(
      0,
      chance.below(2) === 0
        ? chance.below(bytes.length)
        : Math.max(0, bytes.length - 1 - chance.below(400)),
    ),
  ),
  inBytes('noise behind the end', (bytes, chance) =>
    Buffer.concat([bytes, noise(chance, 1 + chance.below(300))]),
  ),
  inBytes('lines of garbage behind the end', (bytes, chance) =>
    Buffer.concat([bytes, Buffer.from('not a line of ours\n'.repeat(1 + chance.below(5)))]),
  ),
  inBytes('zeros behind the end', (bytes, chance) =>
    Buffer.concat([bytes, Buffer.alloc(1 + chance.below(sector))]),
  ),
  inBytes('another beginning of a line behind the end', (bytes, chance) =>
    Buffer.concat([bytes, bytes.subarray(0, chance.below(300))]),
  ),
];
