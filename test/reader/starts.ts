import { makeSimulatedClock } from '../../main/clocks.ts';
import type { MemoryFiles } from '../adapters/memory-files.ts';
import type { Chance } from '../faults/chance.ts';
import type { Contents } from '../four-months.ts';
import { guestBookB, openOffice, type TestOffice } from '../office.ts';
import { pick, type Damaged } from './damage.ts';
import { contentsOf, filesWith } from './sources.ts';

const checkIn = (office: TestOffice) =>
  office.kiosk('visit.check-in', {
    guestBook: { ...guestBookB, deadline: '' },
    language: 'id',
    notice: 1,
    fillingMs: 0,
  });
const quiet = async (office: TestOffice): Promise<void> => {
  await office.slipsDone();
  await office.recorder.settled();
};
const failNext = (files: MemoryFiles, call: string, part: string): void => {
  files.onCall = (made) => {
    if (made.call !== call || !made.path.includes(part)) return;
    files.onCall = () => undefined;
    throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
  };
};

/**
 * The program starts on a folder, works on or not, and ends in one of the ways in which programs end.
 * @param at the wall clock; each start of a folder has its own, since ids are made from it
 */
export async function startOn(contents: Contents, chance: Chance, at: number): Promise<Damaged> {
  const files = await filesWith(contents);
  const clock = makeSimulatedClock(at);
  const office = await openOffice({ files, clock });
  const did = ['a start'];
  for (let visitors = chance.below(3); visitors > 0; visitors -= 1) {
    did.push((await checkIn(office)).ok ? 'a check-in' : 'a check-in refused');
    await quiet(office);
  }
  const end = pick(chance, ['closed', 'closed', 'killed', 'a failed flush', 'a second program']);
  did.push(end ?? '');
  if (end === 'closed') await office.close();
  if (end === 'a failed flush') {
    failNext(
      files,
      pick(chance, ['sync', 'write']) ?? '',
      pick(chance, ['/journal/', '/journal/', '/people/']) ?? '',
    );
    await checkIn(office);
    await office.recorder.recover();
    await checkIn(office);
    await quiet(office);
    if (chance.below(2) === 0) await office.close();
  }
  if (end === 'a second program') {
    const second = await openOffice({ files, clock: makeSimulatedClock(at + 1_000) });
    for (const each of [office, second, office, second].slice(0, 1 + chance.below(4))) {
      await checkIn(each);
      await quiet(each);
    }
    if (chance.below(2) === 0) await second.close();
  }
  return { what: did.join(', '), contents: await contentsOf(files) };
}
