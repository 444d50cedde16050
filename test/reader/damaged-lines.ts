import { inLines, lastOrAny, pick, type Damage } from './damage.ts';

/** What an editor or a copy does to lines. */
export const linesDamages: readonly Damage[] = [
  inLines('a line dropped', (lines, chance) => lines.toSpliced(chance.below(lines.length), 1)),
  inLines('the last lines dropped', (lines, chance) =>
    lines.slice(0, Math.max(1, lines.length - 1 - chance.below(4))),
  ),
  inLines('a line doubled', (lines, chance) =>
    lines.toSpliced(chance.below(lines.length), 0, pick(chance, lines) ?? ''),
  ),
  inLines('two lines swapped', (lines, chance) => {
    const [a, b] = [chance.below(lines.length), chance.below(lines.length)];
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  }),
  inLines('a line replaced by another', (lines, chance) =>
    lines.with(chance.below(lines.length), pick(chance, lines) ?? ''),
  ),
  inLines('a line of garbage between', (lines, chance) =>
    lines.toSpliced(
      chance.below(lines.length + 1),
      0,
      pick(chance, ['garbage\n', '{}\n', '\n', '\0\0\0\n']) ?? '',
    ),
  ),
  inLines('CR LF everywhere', (lines) => lines.map((line) => line.replace(/\n$/, '\r\n'))),
  inLines('CR LF at one line', (lines, chance) => {
    const at = chance.below(lines.length);
    return lines.with(at, (lines[at] ?? '').replace(/\n$/, '\r\n'));
  }),
  inLines('a line feed left out', (lines, chance) => {
    const at = chance.below(lines.length);
    return lines.with(at, (lines[at] ?? '').replace(/\n$/, ''));
  }),
  inLines('the header gone', (lines) => lines.slice(1), lastOrAny),
  inLines(
    'a bit of the header flipped',
    (lines, chance) => {
      const head = Buffer.from(lines[0] ?? '', 'latin1');
      const at = chance.below(head.length);
      head[at] = (head[at] ?? 0) ^ (1 << chance.below(8));
      return [head.toString('latin1'), ...lines.slice(1)];
    },
    lastOrAny,
  ),
  inLines(
    'the header zeroed',
    ([head = '', ...lines], chance) => [
      '\0'.repeat(head.length - chance.below(2)),
      ...lines.slice(0, chance.below(lines.length + 1)),
    ],
    lastOrAny,
  ),
  inLines('only a piece of the header', ([head = '']) => [head.slice(0, -40)], lastOrAny),
];
