import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { makeSimulatedClock } from '../../main/shell/clocks.ts';
import { nodeFiles } from '../../main/storage/node-files.ts';
import { median, milliseconds, timed, times, whole, type Figure } from './figures.ts';
import { makeYears, openCore } from './make-years.ts';
import { seededChance } from './seeded-chance.ts';
import { copyYears } from './years-copy.ts';

const runs = 5;
const checkIns = 150;

/** Opens a data folder the morning after its last day. */
const openAfter = (folder: string, at: number) => openCore(nodeFiles, folder, makeSimulatedClock(at), seededChance(at));
type Opened = Awaited<ReturnType<typeof openAfter>>;

const checkIn = async ({ handlers, newId }: Opened): Promise<void> => {
  const result = await handlers['kiosk.check-in']({
    commandId: newId(), language: 'id', notice: 1, fillingMs: 60_000,
    guestBook: { name: 'Wakil CV Bangun', company: 'CV Bangun', phone: '081234567890', email: '', userId: 'BANGUN', purpose: 'upload-bid', purposeNote: '', tenderCode: '8412119', tenderName: 'Paket pekerjaan', deadline: '' },
  });
  if (!result.ok) throw new Error(result.code);
};

const later = Date.parse('2027-06-01T01:00:00Z');

/** A check-in in an office with few visits behind it and in one with many; a start after ten years and after none. */
export const longService = async (years: string): Promise<readonly Figure[]> => {
  const few = await mkdtemp(join(tmpdir(), 'pendamping-bench-few-'));
  await makeYears({ folder: few, visits: 100, seed: 1, progress: () => undefined, isCancelled: () => false });
  const folders: string[] = [few];
  const acknowledged: number[] = [];
  const started: number[] = [];
  const blocks: number[] = [];
  const beside: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const many = await copyYears(years);
    const [fewAgain, none] = [await copyYears(few), await mkdtemp(join(tmpdir(), 'pendamping-bench-none-'))];
    folders.push(many, fewAgain, none);
    // The first opening after a long time settles what was left open; the second is a start like any other.
    for (const folder of [many, fewAgain, none]) await (await openAfter(folder, later)).close();
    const [emptyMs = NaN] = await timed(1, async () => (await openAfter(none, later + 1_000)).close());
    const [yearsMs = NaN] = await timed(1, async () => (await openAfter(many, later + 1_000)).close());
    started.push(yearsMs - emptyMs);
    const [small, large] = [await openAfter(fewAgain, later + 2_000), await openAfter(many, later + 2_000)];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const atFew = await timed(checkIns, () => checkIn(small));
    delay.enable();
    const atMany = await timed(checkIns, () => checkIn(large));
    delay.disable();
    blocks.push(delay.max / 1e6);
    acknowledged.push(median(atMany) / median(atFew));
    beside.push(await blockBesideVerify(large, many));
    await Promise.all([small.close(), large.close()]);
  }
  for (const folder of folders) await rm(folder, { recursive: true });
  return [
    { what: 'check-in acknowledged after 250,000 visits', against: 'after 100 visits', found: times(median(acknowledged)), goal: '≤ 1.1×' },
    { what: 'start of the core after ten busy years', against: 'start in an empty folder', found: `${milliseconds(median(started))} more`, goal: 'launch ≤ 1.2×' },
    { what: 'longest block of the main thread, 150 check-ins', against: 'a frame', found: milliseconds(median(blocks)), goal: '≤ 16 ms' },
    { what: 'the same while ten years are verified beside', against: 'a frame', found: milliseconds(median(beside)), goal: '≤ 16 ms' },
  ];
};

/** The longest block while check-ins go on and a worker verifies all of it. */
const blockBesideVerify = async (opened: Opened, folder: string): Promise<number> => {
  const worker = new Worker(new URL('../../main/storage/verify-worker.ts', import.meta.url), { workerData: { dataFolder: folder, until: opened.core.head() } });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await timed(checkIns, () => checkIn(opened));
  delay.disable();
  await worker.terminate();
  return delay.max / 1e6;
};

/** Verification of ten years, in a process of its own as the command line does it. */
export const verifyYears = async (years: string): Promise<readonly Figure[]> => {
  const { verify } = await import('../../main/storage/verify.ts');
  const rates: number[] = [];
  let lines = 0;
  let records = 0;
  for (let run = 0; run < 3; run += 1) {
    const begun = performance.now();
    const found = await verify(nodeFiles, years);
    if (found.findings.length > 0) throw new Error(`Ten years are not whole: ${JSON.stringify(found.findings[0])}`);
    rates.push((found.lines + found.records) / ((performance.now() - begun) / 1_000));
    ({ lines, records } = found);
  }
  const rate = median(rates);
  return [
    { what: 'verify ten busy years', against: `${whole(lines)} lines of the journal and ${whole(records)} of people files`, found: `${whole(rate)} lines/s`, goal: '≥ 300,000 lines/s' },
    { what: 'verify, memory', against: '–', found: `${whole(process.memoryUsage().rss / 1e6)} MB`, goal: '' },
  ];
};

