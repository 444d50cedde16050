import { makeSimulatedClock } from '../../../main/clocks.ts';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';
import { monday, must, openOffice, type TestOffice } from '../../office.ts';
import { setUp } from '../stories.ts';
import { checkpointFile, type Folder } from './folder-lines.ts';
import { startAndInspect, toldError } from './inspect.ts';
import { openLedger } from './ledger.ts';
import { folder } from './look.ts';
import type { Plan, Round } from './plan.ts';
import type { Done } from './room.ts';
import { runRound } from './run-round.ts';
import { spoil } from './spoil.ts';

/** How a history went: what was done, until the first start at which something was wrong. */
export type Played = {
  readonly problems: readonly string[];
  readonly steps: readonly string[];
  /** The folder as the last start found it. */
  readonly found: Folder;
  readonly starts: number;
  readonly spoils: number;
  readonly done: Done;
};

/** Plays a history to its end, or to the first start at which something is not as it was promised. */
export async function play(plan: Plan): Promise<Played> {
  const ledger = openLedger();
  const steps: string[] = [];
  const done: Done = { accepted: 0, refused: 0 };
  const counted = { starts: 0, spoils: 0 };
  const checkpoints: Buffer[] = [];
  let files = makeMemoryFiles();
  let found: Folder = files.image();
  let at = monday;
  let isDamaged = false;
  let twins: number | null = null;
  const told = (problems: readonly string[]): Played => ({
    problems,
    steps,
    found,
    ...counted,
    done,
  });
  // Ids are made from the clock: each start has its own. Whoever runs tells the ledger what is flushed.
  const openAt = (when: number): Promise<TestOffice> =>
    openOffice({
      files,
      folder,
      clock: makeSimulatedClock(when),
      isWatched: false,
      acknowledged: (facts) => ledger.acknowledged(facts, isDamaged, twins),
    });

  const damage = (image: Folder, { spoils }: Round): Folder =>
    spoils.reduce((left, each) => {
      const spoiled = spoil(left, each, checkpoints);
      if (spoiled === null) return left;
      counted.spoils += 1;
      isDamaged = true;
      steps.push(`   ${each.kind}: ${spoiled.where}`);
      return spoiled.folder;
    }, image);

  const first = await openAt(at);
  await must(setUp(first));
  await first.close();
  at += 60_000;
  let ended = files.image();

  // At last it is started twice without anything being done.
  for (const [index, round] of [...plan.rounds, null, null].entries()) {
    counted.starts += 1;
    found = files.image();
    const isRightAfter = (plan.rounds[index - 1]?.spoils.length ?? 0) > 0;
    const { office, problems } = await startAndInspect(files, {
      ended,
      ledger,
      at,
      isRightAfter,
      open: () => openAt(at),
    });
    const findings = office?.restored.findings.map(({ kind, place }) => `${kind} ${place}`) ?? [];
    steps.push(
      `${index + 1}. start: ${findings.slice(0, 8).join(', ') || 'nothing found'}, seq ${office?.state().seq ?? '-'}`,
    );
    // An office without settings can do nothing more.
    if (problems.length > 0 || office === null || office.state().settings === null)
      return told(problems);
    if (round === null) {
      ended = files.image();
      at += 60_000;
      continue;
    }
    const openOther = (when: number): Promise<TestOffice> => {
      twins = index + 1;
      return openAt(when);
    };
    try {
      at = await runRound(office, files, round, {
        mark: `${index + 1}-${round.seed % 10_000}`,
        ledger,
        done,
        openOther,
      });
    } catch (error) {
      return told([`opens: at work: ${toldError(error)}`]);
    }
    twins = null;
    const wrong = ledger.problems();
    if (wrong.length > 0) return told(wrong);
    if (round.isPowerCut) files.cutPower();
    ended = files.image();
    steps.push(
      `   ${round.writers === 2 ? 'two programs, ' : ''}${round.ending}: ${ended.size} files, ${ledger.kept().length} facts acknowledged`,
    );
    const checkpoint = ended.get(checkpointFile);
    files = makeMemoryFiles(damage(ended, round));
    if (checkpoint !== undefined && !checkpoints.some((each) => each.equals(checkpoint)))
      checkpoints.push(checkpoint);
    at += round.pause * 60_000;
  }
  return told([]);
}
