import { makeChance, type Chance } from '../chance.ts';
import type { MemoryFiles } from '../../adapters/memory-files.ts';
import type { TestOffice } from '../../office.ts';
import type { Ledger } from './ledger.ts';
import type { Round } from './plan.ts';
import { peopleIn, type Done } from './room.ts';

/** A flush fails once, in the journal or among the people; whoever checks in then is refused. */
const failedFlush = async (
  office: TestOffice,
  files: MemoryFiles,
  chance: Chance,
  people: ReturnType<typeof peopleIn>,
): Promise<void> => {
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

/**
 * A run of the program from its start to its end.
 * @param given `mark` begins the ids of commands; `openOther` starts a second program on the same folder
 * @returns the wall clock at its end
 * @throws what a handler threw
 */
export async function runRound(
  office: TestOffice,
  files: MemoryFiles,
  round: Round,
  given: {
    readonly mark: string;
    readonly ledger: Ledger;
    readonly done: Done;
    readonly openOther: (at: number) => Promise<TestOffice>;
  },
): Promise<number> {
  const { mark, ledger, done, openOther } = given;
  const chance = makeChance(round.seed);
  const people = peopleIn(office, chance, `r${mark}`, ledger, done);
  await people.signIn();
  const other = round.writers === 2 ? await openOther(office.clock.now().at + 1_000) : null;
  if (other === null) await people.work(round.work);
  else {
    const others = peopleIn(other, chance, `s${mark}`, ledger, done);
    await others.signIn();
    for (let turn = 0; turn < 4; turn += 1) {
      await people.work(1 + chance.below(3));
      await others.work(1 + chance.below(3));
    }
  }
  if (round.ending.startsWith('a failed flush')) await failedFlush(office, files, chance, people);
  const offices =
    other === null ? [office] : chance.below(2) === 0 ? [office, other] : [other, office];
  for (const each of offices)
    await (round.ending.endsWith('closed') ? each.close() : each.recorder.settled());
  const [reported] = offices.flatMap((each) => each.reported);
  if (reported !== undefined) throw reported as Error;
  return Math.max(...offices.map(({ clock }) => clock.now().at));
}
