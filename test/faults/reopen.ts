import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { personRefsIn } from '../../shared/facts/facts.ts';
import { resumeErasures, type ErasureParts } from '../../main/records/erasure.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { guestBookB, openOffice, openReadyOffice, type TestOffice } from '../office.ts';
import { makeCrashFiles } from './crash-files.ts';
import { sameState, type Decided, type Point } from './decided.ts';
import type { Image } from './disk.ts';

export const folder = '/data';

/** What an erasure needs of an office. */
export function erasureParts({ recorder, restored, files }: TestOffice): ErasureParts {
  let ids = 0;
  return {
    core: {
      recorder,
      people: restored.people,
      head: restored.journal.head,
      newId: () => `erasure-${recorder.state().seq}-${(ids += 1)}`,
    },
    files,
    dataFolder: folder,
    exportsFolder: null,
  };
}

/** What a start found on a disk, and what is wrong with it whatever was acknowledged. */
export type Reopened = {
  readonly problems: readonly string[];
  /** How far the record goes that was found; null when it is none that was ever decided. */
  readonly point: Point | null;
  /** The number and visit that the next visitor got. */
  readonly next: { readonly number: string; readonly visit: string } | null;
};

const erasedIn = (point: Point | null): ReadonlySet<string> =>
  new Set(
    point?.facts.flatMap((fact) =>
      fact.type === 'erasure.decided' ? fact.data.records.map(({ id }): string => id) : [],
    ),
  );

const unreadable = (office: TestOffice, point: Point | null): readonly string[] => {
  const erased = erasedIn(point);
  return personRefsIn(office.restored.state).flatMap((ref) =>
    erased.has(ref.id) || office.restored.people.get(ref) !== null
      ? []
      : [`the record ${ref.id} of a person is lost`],
  );
};

/** Who was refused must not stay in the people files: every record there belongs to a fact. */
const ofNobody = (image: Image, { facts }: Point): readonly string[] => {
  const known = new Set(
    facts.flatMap(({ data }) => personRefsIn(data)).map(({ id }): string => id),
  );
  return [...image.files].flatMap(([path, bytes]) => {
    if (!path.includes('/people/')) return [];
    // What is left of a record that was never whole is not looked at here.
    const ids = [
      ...bytes
        .toString('utf8')
        .matchAll(/^\{[^\0\n]*"id":"([^"\0]+)"[^\0\n]*"hash":"[0-9a-f]{64}"\}\n/gm),
    ].map(([, id]) => id ?? '');
    return ids
      .filter((id) => !known.has(id))
      .map((id) => `the record ${id} of somebody who was refused is still there`);
  });
};

const wrongSlips = ({ facts }: Point, image: Image): readonly string[] => {
  const erased = facts.flatMap((fact) => (fact.type === 'erasure.decided' ? fact.data.visits : []));
  return facts.flatMap((fact) => {
    if (fact.type !== 'slip.saved' || erased.includes(fact.visit)) return [];
    const bytes = image.files.get(join(folder, fact.data.file));
    const sha256 = bytes === undefined ? 'none' : createHash('sha256').update(bytes).digest('hex');
    return sha256 === fact.data.sha256
      ? []
      : [`the slip ${fact.data.file} is not the one on record`];
  });
};

const damage = async (office: TestOffice): Promise<readonly string[]> => {
  const { findings } = await verify(office.files, folder);
  return [...office.restored.findings, ...findings].flatMap(({ kind, place }) =>
    kind === 'torn' ? [] : [`${kind} at ${place}`],
  );
};

const checkInOne = async (office: TestOffice): Promise<Reopened['next']> => {
  const result = await office.kiosk('visit.check-in', {
    guestBook: { ...guestBookB, deadline: '' },
    language: 'id',
    notice: 1,
    fillingMs: 0,
  });
  await office.slipsDone();
  await office.recorder.settled();
  return result.ok ? result.value : null;
};

/**
 * The invariants, on any disk that a fault left: it opens, it holds a state that was decided and nothing half, every person
 * and slip it refers to is there, nothing counts as damaged, the next visitor gets a number, and all of that is found again
 * after the power went once more.
 * @param at the wall clock of the start, later than all that is on the disk
 */
export async function reopen(image: Image, decided: Decided, at: number): Promise<Reopened> {
  const problems: string[] = [];
  try {
    const files = makeCrashFiles(image);
    const office = await openOffice({ files, folder, clock: makeSimulatedClock(at) });
    const point = decided.pointOf(office.restored.state);
    // As the program does at start: what was decided is done.
    await resumeErasures(erasureParts(office));
    const left = Object.values(office.state().erasures);
    if (left.length > 0) problems.push('an erasure was not resumed');
    if (point === null)
      problems.push(`a state that was never decided, at seq ${office.restored.state.seq}`);
    problems.push(
      ...unreadable(office, point),
      ...(point === null ? [] : wrongSlips(point, image)),
      ...(await damage(office)),
    );
    if (point !== null) problems.push(...ofNobody(files.image(), point));
    if (office.state().settings === null) {
      // As on a first start: nothing was acknowledged yet, and the set-up begins anew.
      await openReadyOffice({ files, folder, clock: makeSimulatedClock(at + 1_000) });
      return { problems, point, next: null };
    }
    const next = await checkInOne(office);
    const twice = point?.facts.find(
      (fact) =>
        fact.type === 'visit.checked-in' &&
        fact.data.day === office.state().day.date &&
        fact.data.number === next?.number,
    );
    if (twice !== undefined) problems.push(`${next?.number} was issued twice`);
    if (next === null || office.reported.length > 0)
      problems.push(`no check-in: ${office.reported.map(String).join()}`);

    const again = await openOffice({
      files: makeCrashFiles(files.afterPowerCut()),
      folder,
      clock: makeSimulatedClock(at + 1_000),
    });
    if (!sameState(again.restored.state, office.state()))
      problems.push('a second start finds something else');
    problems.push(...unreadable(again, point), ...(await damage(again)));
    return { problems, point, next };
  } catch (error) {
    return { problems: [...problems, `does not open: ${String(error)}`], point: null, next: null };
  }
}
