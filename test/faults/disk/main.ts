import { writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import { counted, tableOf, type Row } from './fault-table.ts';
import { forgetErrors } from './forgotten-errors.ts';
import { disks, fillDisks, honestDisks, type Disk } from './full-disks.ts';
import { killOften } from './kills.ts';
import { memoryRows } from './memory-suites.ts';
import { cutPower, variants, type Variant } from './power-cuts.ts';
import { buildProgram, type Program } from './run-program.ts';
import { whyNoVolume } from './why-no-volume.ts';

// The full numbers of the faults on real files, as a table: node main.ts REPORT [PERCENT]

const [report = '', percent = '100'] = process.argv.slice(2);
const share = Number(percent) / 100;
const part = (full: number): number => Math.max(1, Math.round(full * share));
const full = {
  atPoints: part(1_400),
  atMoments: part(600),
  cuts: part(75),
  careless: part(20),
  runs: part(20),
  forgotten: part(40),
};

let isGood = true;
const judged = (wrong: readonly string[]): string => {
  isGood &&= wrong.length === 0;
  for (const sentence of wrong) console.error(sentence);
  return counted(wrong.length);
};

const kills = async (program: Program): Promise<readonly Row[]> => {
  const { atPoints, atMoments, folders, acknowledged, wrong } = await killOften(program, {
    atPoints: full.atPoints,
    atMoments: full.atMoments,
    seed: 1,
  });
  const hits = [...atPoints.values()];
  const done = hits.reduce((sum, count) => sum + count, 0);
  return [
    {
      fault: 'SIGKILL',
      done: `${counted(done + atMoments)} of ${counted(full.atPoints + full.atMoments)}`,
      acknowledged: counted(acknowledged),
      wrong: judged(wrong),
      remark: `${counted(done)} at ${hits.filter((count) => count > 0).length} of ${atPoints.size} labelled points, the least of them ${Math.min(...hits)} times; ${counted(atMoments)} at moments of chance; ${folders} folders`,
    },
  ];
};

const cuts = async (program: Program, variant: Variant): Promise<Row> => {
  const {
    cuts: done,
    volumes,
    acknowledged,
    wrong,
  } = await cutPower(program, variant, { cuts: full.cuts, seed: 1 });
  return {
    fault: `power cut, ext4, ${variant}`,
    done: `${counted(done)} of ${counted(full.cuts)}`,
    acknowledged: counted(acknowledged),
    wrong: judged(wrong),
    remark: `${volumes} file systems`,
  };
};

/** The same cuts under the same program without its flushes: were nothing lost then, the cuts would prove nothing. */
const control = async (program: Program): Promise<Row> => {
  let losing = 0;
  let acknowledged = 0;
  for (let seed = 1; seed <= full.careless; seed += 1) {
    const one = await cutPower(program, 'default', { cuts: 1, seed, careless: true });
    losing += one.wrong.length > 0 ? 1 : 0;
    acknowledged += one.acknowledged;
  }
  isGood &&= losing > 0;
  return {
    fault: 'control: power cut, flushes left out',
    done: `${full.careless} of ${full.careless}`,
    acknowledged: counted(acknowledged),
    wrong: `in ${losing} of ${full.careless}`,
    remark: 'what a program loses that does not flush',
  };
};

const filled = async (program: Program, disk: Disk): Promise<Row> => {
  const { runs, backInService, shortWrites, wrongRuns, acknowledged, wrong } = await fillDisks(
    program,
    disk,
    { runs: full.runs, seed: 1 },
  );
  const isHonest = honestDisks.includes(disk);
  const told = isHonest
    ? ''
    : '; not judged: when the log of ext4 itself fails, the kernel answers a flush whose bytes are not there afterwards; a program can tell nothing of it';
  return {
    fault: disk,
    done: `${runs} of ${full.runs}`,
    acknowledged: counted(acknowledged),
    wrong: isHonest ? judged(wrong) : `in ${wrongRuns} of ${runs}`,
    remark: `back in service by itself ${backInService} times; ${shortWrites} short writes${told}`,
  };
};

const forgottenErrors = 'failed flush, SIGKILL, next run, power cut';
const forgotten = async (program: Program): Promise<Row> => {
  const { runs, acknowledged, wrong } = await forgetErrors(program, {
    runs: full.forgotten,
    seed: 1,
  });
  return {
    fault: forgottenErrors,
    done: `${runs} of ${full.forgotten}`,
    acknowledged: counted(acknowledged),
    wrong: judged(wrong),
    remark: 'all in one mount: what was never written still read back',
  };
};

const onVolumes = async (program: Program): Promise<readonly Row[]> => {
  const why = await whyNoVolume();
  const faults: readonly (readonly [string, () => Promise<Row>])[] = [
    ...(Object.keys(variants) as Variant[]).map(
      (variant) => [`power cut, ext4, ${variant}`, () => cuts(program, variant)] as const,
    ),
    ['control: power cut, flushes left out', () => control(program)],
    ...disks.map((disk) => [disk, () => filled(program, disk)] as const),
    [forgottenErrors, () => forgotten(program)],
  ];
  const rows: Row[] = [];
  for (const [fault, measure] of faults) {
    rows.push(
      why === null
        ? await measure()
        : { fault, done: 'skipped', acknowledged: '–', wrong: 'not tried', remark: why },
    );
    console.log(tableOf(rows.slice(-1)).split('\n')[2]);
  }
  return rows;
};

process.once('SIGINT', () => process.exit(1));
process.once('SIGTERM', () => process.exit(1));
const begun = performance.now();
const program = await buildProgram();
try {
  const rows = [
    ...(await memoryRows(report)),
    ...(await kills(program)),
    ...(await onVolumes(program)),
  ];
  const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${release()}, ${Math.round((performance.now() - begun) / 1_000)} s for the faults on real files`;
  const table = tableOf(rows);
  console.log(`\n${table}\n\n${machine}`);
  if (share === 1)
    await writeFile(
      join(root, 'docs', 'faults.md'),
      `# Faults\n\nWritten by \`npm run test:faults\`; a bounded number of each is in \`npm test\`. ${machine}.\n\n${table}\n`,
    );
} finally {
  await program.remove();
}
if (!isGood) process.exitCode = 1;
