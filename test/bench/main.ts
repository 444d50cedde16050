import { open, mkdtemp, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunId } from '../../shared/ids.ts';
import type { StampedFact } from '../../shared/procedure/facts.ts';
import { readJournal } from '../../main/storage/read-journal.ts';
import { openJournal } from '../../main/storage/journal.ts';
import { encodeFact } from '../../main/storage/journal-format.ts';
import { genesis } from '../../main/storage/hashed-line.ts';
import { nodeFiles } from '../../main/storage/node-files.ts';
import { verify } from '../../main/storage/verify.ts';

/** Machines are noisy: everything is measured in several runs, each against its floor in the same run. */
const runs = 7;
const appends = 400;
const lines = 20_000;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const percentile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

const factOf = (seq: number): StampedFact => ({
  type: 'step.completed', visit: '7K3M-9QXA', data: { step: 'upload-qualification', attempt: 1, answer: 'yes', cause: null, next: { step: 'explain-encryption', returnTo: null, outcome: null }, problem: null },
  seq, at: Date.now(), run: 'bench' as RunId, mono: seq, actor: { kind: 'system' }, command: null, more: 0,
} as unknown as StampedFact);

const timed = async (times: number, act: (at: number) => Promise<unknown>): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let at = 1; at <= times; at += 1) {
    const begun = performance.now();
    await act(at);
    taken.push(performance.now() - begun);
  }
  return taken;
};

/** The floor: appending the same bytes and flushing them, nothing else. */
const bareAppends = async (folder: string): Promise<readonly number[]> => {
  const bytes = Buffer.from(encodeFact(factOf(1), 0, genesis).line);
  const file = await open(join(folder, 'bare'), 'a');
  const taken = await timed(appends, async () => {
    await file.write(bytes);
    await file.datasync();
  });
  await file.close();
  return taken;
};

const journalAppends = async (folder: string): Promise<readonly number[]> => {
  const journal = await openJournal(nodeFiles, join(folder, 'journal'), await readJournal(nodeFiles, join(folder, 'journal'), {}, () => undefined), true, () => 'WIB', Date.now());
  const taken = await timed(appends, (seq) => journal.append([factOf(seq)]));
  await journal.close();
  return taken;
};

const verifyRate = async (folder: string): Promise<number> => {
  const journal = await openJournal(nodeFiles, join(folder, 'long', 'journal'), await readJournal(nodeFiles, join(folder, 'long', 'journal'), {}, () => undefined), true, () => 'WIB', Date.now());
  await journal.append(Array.from({ length: lines }, (_, index) => factOf(index + 1)));
  await journal.close();
  const begun = performance.now();
  await verify(nodeFiles, join(folder, 'long'));
  return lines / ((performance.now() - begun) / 1_000);
};

const ratios: { median: number[]; p99: number[]; rate: number[] } = { median: [], p99: [], rate: [] };
for (let run = 0; run < runs; run += 1) {
  const folder = await mkdtemp(join(tmpdir(), 'pendamping-bench-'));
  const [bare, kept] = [await bareAppends(folder), await journalAppends(folder)];
  ratios.median.push(median(kept) / median(bare));
  ratios.p99.push(percentile(kept, 0.99) / percentile(bare, 0.99));
  ratios.rate.push(await verifyRate(folder));
  await rm(folder, { recursive: true });
}
console.log(`durable append / bare append + fdatasync of the same bytes, ${appends} each, medians of ${runs} runs`);
console.log(`  median ${median(ratios.median).toFixed(2)}×   p99 ${median(ratios.p99).toFixed(2)}×`);
console.log(`verify and parse: ${Math.round(median(ratios.rate)).toLocaleString('en')} lines per second`);
