import { makeSimulatedClock } from '../../../main/shell/clocks.ts';
import type { StampedFact } from '../../../shared/procedure/facts.ts';
import { makeMemoryFiles, type MemoryFiles } from '../../adapters/memory-files.ts';
import { monday, must, openOffice, type TestOffice } from '../../office.ts';
import { makeChance, type Chance } from '../chance.ts';
import { setUp } from '../stories.ts';
import { checkpointFile, type Folder } from './folder-lines.ts';
import { startAndInspect } from './inspect.ts';
import { openLedger } from './ledger.ts';
import type { Plan, Round } from './plan.ts';
import { peopleIn, type Done } from './room.ts';
import { spoil } from './spoil.ts';

/** How a history went: what was done, until the first start at which something was wrong. */
export type Played = { readonly problems: readonly string[]; readonly steps: readonly string[]; readonly starts: number; readonly spoils: number; readonly facts: number; readonly done: Done };

const folder = '/data';

/** A flush fails once, in the journal or among the people; whoever checks in then is refused. */
const failedFlush = async (office: TestOffice, files: MemoryFiles, chance: Chance, people: ReturnType<typeof peopleIn>): Promise<void> => {
  const part = chance.below(2) === 0 ? '/journal/' : '/people/';
  files.onCall = ({ call, path }) => {
    if (call !== 'sync' || !path.includes(part)) return;
    files.onCall = () => undefined;
    throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
  };
  await people.checkIn();
  files.onCall = () => undefined;
  if (chance.below(4) === 0) return;
  await office.recorder.recover();
  await people.work(1 + chance.below(4));
};

/** Plays a history to its end, or to the first start at which something is not as it was promised. */
export const play = async (plan: Plan): Promise<Played> => {
  const ledger = openLedger();
  const steps: string[] = [];
  const done: Done = { accepted: 0, refused: 0 };
  const counted = { starts: 0, spoils: 0 };
  const checkpoints: Buffer[] = [];
  let files = makeMemoryFiles();
  let ended: Folder = files.image();
  let at = monday;
  let isDamaged = false;
  const told = (problems: readonly string[]): Played => ({ problems, steps, ...counted, facts: ledger.kept().length, done });

  const open = (twins: number | null): Promise<TestOffice> =>
    openOffice({ files, folder, clock: makeSimulatedClock(at), isWatched: false, acknowledged: (facts: readonly StampedFact[]) => ledger.acknowledged(facts, isDamaged, twins) });

  const first = await open(null);
  await must(setUp(first));
  await first.close();
  ended = files.image();
  // Ids are made from the clock: each start has its own.
  at += 60_000;

  const run = async (office: TestOffice, round: Round, number: number): Promise<void> => {
    const chance = makeChance(round.seed);
    const people = peopleIn(office, chance, `r${number}-${chance.below(1_000_000)}`, ledger, done);
    await people.signIn();
    let other: TestOffice | null = null;
    if (round.writers === 2) {
      at = office.clock.now().at + 1_000;
      twinsNow = number;
      other = await open(number);
      const others = peopleIn(other, chance, `s${number}-${chance.below(1_000_000)}`, ledger, done);
      await others.signIn();
      for (let turn = 0; turn < 4; turn += 1) {
        await people.work(1 + chance.below(3));
        await others.work(1 + chance.below(3));
      }
    } else await people.work(round.work);
    if (round.ending.startsWith('a failed flush')) await failedFlush(office, files, chance, people);
    const offices = other === null ? [office] : chance.below(2) === 0 ? [office, other] : [other, office];
    if (round.ending.endsWith('closed')) for (const each of offices) await each.close();
    else for (const each of offices) await each.recorder.settled();
    at = Math.max(...offices.map(({ clock }) => clock.now().at));
    const reported = offices.flatMap((each) => each.reported);
    if (reported.length > 0) throw new Error(`A handler threw: ${reported.map((error) => (error instanceof Error ? error.stack : String(error))).join()}`);
  };
  let twinsNow: number | null = null;

  const rounds: readonly (Round | null)[] = [...plan.rounds, null, null];
  for (const [index, round] of rounds.entries()) {
    counted.starts += 1;
    twinsNow = null;
    // The office tells the ledger what it flushes, whether another runs beside it or not.
    const opening = (): Promise<TestOffice> =>
      openOffice({ files, folder, clock: makeSimulatedClock(at), isWatched: false, acknowledged: (facts: readonly StampedFact[]) => ledger.acknowledged(facts, isDamaged, twinsNow) });
    const { office, problems } = await startAndInspect(files, { ended, ledger, at, isRightAfter: isDamaged && (plan.rounds[index - 1]?.spoils.length ?? 0) > 0, open: opening });
    steps.push(`${index + 1}. start: ${office === null ? 'none' : office.restored.findings.map(({ kind, place }) => `${kind} ${place}`).slice(0, 8).join(', ') || 'nothing found'}, seq ${office?.state().seq ?? '-'}`);
    if (problems.length > 0 || office === null) return told(problems);
    if (office.state().settings === null) return told([]);
    if (round === null) {
      await office.recorder.settled();
      at = office.clock.now().at + 60_000;
      ended = files.image();
      continue;
    }
    try {
      await run(office, round, index + 1);
    } catch (error) {
      return told([`opens: ${error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 5).join(' ') : String(error)}`]);
    }
    const wrong = ledger.problems();
    if (wrong.length > 0) return told(wrong);
    if (round.isPowerCut) files.cutPower();
    ended = files.image();
    steps.push(`   ${round.writers === 2 ? 'two programs, ' : ''}${round.ending}: ${ended.size} files, ${ledger.kept().length} facts acknowledged`);
    const checkpoint = ended.get(checkpointFile);
    let image = ended;
    for (const each of round.spoils) {
      const spoiled = spoil(image, each, checkpoints);
      if (spoiled === null) continue;
      counted.spoils += 1;
      isDamaged = true;
      image = spoiled.folder;
      steps.push(`   ${each.kind}: ${spoiled.where}`);
    }
    if (checkpoint !== undefined && !checkpoints.some((each) => each.equals(checkpoint))) checkpoints.push(checkpoint);
    files = makeMemoryFiles(image);
    at += round.pause * 60_000;
  }
  return told([]);
};
