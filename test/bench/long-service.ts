import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { readRegister } from '../../main/reports/register/read-register.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { readFacts, readOutlines } from '../../main/storage/journal/read-journal.ts';
import { partsInWorkers } from '../../main/workers/verify-beside.ts';
import { verify, type VerifyOptions } from '../../main/storage/verify/verify.ts';
import { median, milliseconds, timed, times, whole, type Figure } from './figures.ts';
import { makeYears, openCore } from './make-years.ts';
import { seededChance } from './seeded-chance.ts';
import { copyYears } from './years-copy.ts';

const runs = 5;
const checkIns = 150;

/** Opens a data folder the morning after its last day. */
const openAfter = (folder: string, at: number) =>
  openCore(nodeFiles, folder, makeSimulatedClock(at), seededChance(at));
type Opened = Awaited<ReturnType<typeof openAfter>>;

const checkIn = async ({ serve, newId }: Opened): Promise<void> => {
  const result = await serve('kiosk', 'visit.check-in', {
    commandId: newId(),
    language: 'id',
    notice: 1,
    fillingMs: 60_000,
    guestBook: {
      name: 'Wakil CV Bangun',
      company: 'CV Bangun',
      phone: '081234567890',
      email: '',
      userId: 'BANGUN',
      purpose: 'upload-bid',
      purposeNote: '',
      tenderCode: '8412119',
      tenderName: 'Paket pekerjaan',
      deadline: '',
    },
  });
  if (!result.ok) throw new Error(result.code);
};

const later = Date.parse('2027-06-01T01:00:00Z');

/** A check-in in an office with few visits behind it and in one with many; a start after ten years and after none. */
export async function longService(years: string): Promise<readonly Figure[]> {
  const few = await mkdtemp(join(tmpdir(), 'pendamping-bench-few-'));
  await makeYears({
    folder: few,
    visits: 100,
    seed: 1,
    progress: () => undefined,
    isCancelled: () => false,
  });
  const folders: string[] = [few];
  const acknowledged: number[] = [];
  const started: number[] = [];
  const blocks: number[] = [];
  const beside: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const many = await copyYears(years);
    const [fewAgain, none] = [
      await copyYears(few),
      await mkdtemp(join(tmpdir(), 'pendamping-bench-none-')),
    ];
    folders.push(many, fewAgain, none);
    // The first opening after a long time settles what was left open; the second is a start like any other.
    for (const folder of [many, fewAgain, none]) await (await openAfter(folder, later)).close();
    const [emptyMs = NaN] = await timed(1, async () =>
      (await openAfter(none, later + 1_000)).close(),
    );
    const [yearsMs = NaN] = await timed(1, async () =>
      (await openAfter(many, later + 1_000)).close(),
    );
    started.push(yearsMs - emptyMs);
    const [small, large] = [
      await openAfter(fewAgain, later + 2_000),
      await openAfter(many, later + 2_000),
    ];
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
    {
      what: 'check-in acknowledged after 250,000 visits',
      against: 'after 100 visits',
      found: times(median(acknowledged)),
      goal: '≤ 1.1×',
    },
    {
      what: 'start of the core after ten busy years',
      against: 'start in an empty folder',
      found: `${milliseconds(median(started))} more`,
      goal: 'launch ≤ 1.2×',
    },
    {
      what: 'longest block of the main thread, 150 check-ins',
      against: 'a frame',
      found: milliseconds(median(blocks)),
      goal: '≤ 16 ms',
    },
    {
      what: 'the same while ten years are verified beside',
      against: 'a frame',
      found: milliseconds(median(beside)),
      goal: '≤ 16 ms',
    },
  ];
}

/** The longest block while check-ins go on and a worker verifies all of it. */
const blockBesideVerify = async (opened: Opened, folder: string): Promise<number> => {
  const worker = new Worker(new URL('../../main/workers/verify-worker.ts', import.meta.url), {
    workerData: { dataFolder: folder, until: opened.core.head() },
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await timed(checkIns, () => checkIn(opened));
  delay.disable();
  await worker.terminate();
  return delay.max / 1e6;
};

/** Verification of ten years, in as many threads as the machine has processors, as the command line does it. */
export async function verifyYears(years: string): Promise<readonly Figure[]> {
  const beside = partsInWorkers(
    new URL('../../main/workers/verify-part-worker.ts', import.meta.url),
    cpus().length,
  );
  const rates: number[] = [];
  const oneByOne: number[] = [];
  let counted = { lines: 0, records: 0 };
  const rateOf = async (how: VerifyOptions): Promise<number> => {
    const begun = performance.now();
    const found = await verify(nodeFiles, years, how);
    if (found.findings.length > 0)
      throw new Error(`Ten years are not whole: ${JSON.stringify(found.findings[0])}`);
    counted = found;
    return found.lines / ((performance.now() - begun) / 1_000);
  };
  for (let run = 0; run < 3; run += 1) {
    rates.push(await rateOf({ beside }));
    oneByOne.push(await rateOf({}));
  }
  return [
    {
      what: `verify ten busy years, ${cpus().length} threads`,
      against: `${whole(counted.lines)} lines of the journal, and ${whole(counted.records)} of people files besides`,
      found: `${whole(median(rates))} journal lines/s`,
      goal: '≥ 300,000 lines/s',
    },
    {
      what: 'the same in one thread',
      against: '–',
      found: `${whole(median(oneByOne))} journal lines/s`,
      goal: '',
    },
    {
      what: 'verify, memory',
      against: '–',
      found: `${whole(process.memoryUsage().rss / 1e6)} MB`,
      goal: '',
    },
  ];
}

/** The register of a month long ago, of more than 2,000 visits. */
export async function registerOfAMonth(years: string): Promise<readonly Figure[]> {
  const month = '2017-03';
  const folder = await copyYears(years);
  const opened = await openAfter(folder, later);
  const { recorder } = opened.core;
  const rowsOf = () =>
    readRegister(nodeFiles, folder, { month, state: recorder.state(), now: recorder.now() });
  const first = await timed(1, rowsOf);
  const segments = (await readOutlines(nodeFiles, join(folder, 'journal'))).flatMap(
    ({ number, header }) => (header?.month === month ? [number] : []),
  );
  const reading = () =>
    readFacts(nodeFiles, join(folder, 'journal'), { only: new Set(segments) }, () => undefined);
  const ratios: number[] = [];
  const took: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const [rows = NaN] = await timed(1, rowsOf);
    const [facts = NaN] = await timed(1, reading);
    took.push(rows);
    ratios.push(rows / facts);
  }
  await opened.close();
  await rm(folder, { recursive: true });
  return [
    {
      what: 'register of a month ten years ago',
      against: 'reading that month’s facts',
      found: `${times(median(ratios))} (${milliseconds(median(took))})`,
      goal: '≤ 2×',
    },
    {
      what: 'the same, before there is a summary of any month',
      against: '–',
      found: milliseconds(median(first)),
      goal: '',
    },
  ];
}
