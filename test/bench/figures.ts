/** One line of the benchmarks' table. Ratios are of medians, measured beside each other in one run. */
export type Figure = {
  readonly what: string;
  readonly against: string;
  readonly found: string;
  readonly goal: string;
};

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
export function percentile(values: readonly number[], share: number): number {
  return (
    [...values].sort((a, b) => a - b)[
      Math.min(values.length - 1, Math.floor(values.length * share))
    ] ?? NaN
  );
}
export function times(ratio: number): string {
  return `${ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2)}×`;
}
export function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : Math.round(ms)} ms`;
}
export function whole(count: number): string {
  return Math.round(count).toLocaleString('en');
}

/** How long each of several calls took, in ms. */
export async function timed(
  count: number,
  act: (at: number) => unknown,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let at = 1; at <= count; at += 1) {
    const begun = performance.now();
    await act(at);
    taken.push(performance.now() - begun);
  }
  return taken;
}

export function tableOf(figures: readonly Figure[]): string {
  return [
    '| what | against | found | goal |',
    '|---|---|---|---|',
    ...figures.map(
      ({ what, against, found, goal }) => `| ${what} | ${against} | ${found} | ${goal} |`,
    ),
  ].join('\n');
}
