import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

/** Where runs leave what they counted; git ignores it. */
export const countsFolder = join(root, 'test-results', 'counts');

/** What the last `npm test` came to as a whole. */
export const totalFile = join(countsFolder, 'total.json');

/** What one part of a test run came to. */
export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** A part that has no tests of its own counts as one. */
export function asOneCheck(exitCode: number): Count {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

/** Vitest's JSON report. */
export async function readVitest(file: string, exitCode: number): Promise<Count> {
  const report = await readReport(file);
  return withExitCode(exitCode, {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests'),
    skipped: numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests'),
  });
}

/** Playwright's JSON report. */
export async function readPlaywright(file: string, exitCode: number): Promise<Count> {
  const stats = (await readReport(file))['stats'] as Readonly<Record<string, unknown>> | undefined;
  return withExitCode(exitCode, {
    passed: numberIn(stats, 'expected'),
    failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky'),
    skipped: numberIn(stats, 'skipped'),
  });
}

/** Leaves a count for whoever adds up several runs. */
export async function keepCount(file: string, count: Count): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(count));
}

/**
 * What `keepCount` left.
 * @param exitCode of the run that left it; a run that left none, or failed for no reason counted, is one failure
 */
export async function readCount(file: string, exitCode: number): Promise<Count> {
  const kept = await readReport(file);
  const count = {
    passed: numberIn(kept, 'passed'),
    failed: numberIn(kept, 'failed'),
    skipped: numberIn(kept, 'skipped'),
  };
  const isUntold = isGood(count) ? exitCode !== 0 : count.failed + count.skipped === 0;
  return isUntold ? { ...count, failed: 1 } : count;
}

export function addUp(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** `N passed, N failed`, and what was skipped if anything was. */
export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

export function isGood({ passed, failed, skipped }: Count): boolean {
  return passed > 0 && failed === 0 && skipped === 0;
}

/** A runner that failed without a failing test (a file that does not load, no test found) counts as one failure. */
function withExitCode(exitCode: number, count: Count): Count {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function readReport(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function numberIn(record: Readonly<Record<string, unknown>> | undefined, name: string): number {
  const value = record?.[name];
  return typeof value === 'number' ? value : 0;
}
