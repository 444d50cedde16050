import { personRefsIn } from '../../../shared/facts/facts.ts';
import { factsStanding, recordsStanding, segmentsOf, type Folder } from './folder-lines.ts';
import type { Ledger } from './ledger.ts';
import { allFound, allNamed, folder, listed, named, serious, what, type Look } from './look.ts';
import { isKnownBeside, seqOf, strangeLines } from './lost.ts';

/** What stands whole is found. Of what two programs wrote at once one side may be set aside, if that is said. */
export function lostByTheProgram(look: Look, ledger: Ledger): readonly string[] {
  const {
    balance: { standing, excused, contested },
    restored,
    facts,
    before,
  } = look;
  const absent = standing.filter(({ text }) => !facts.has(text) || !restored.has(text));
  for (const one of absent) if (excused.has(one.text)) ledger.letGo(one);
  const wrong = absent.filter(({ text }) => !excused.has(text));
  const forged = wrong.filter(({ text, twins }) => twins === null && contested.has(text));
  const own = wrong.filter(({ text, twins }) => twins === null && !contested.has(text));
  const twins = wrong.filter((one) => one.twins !== null && isKnownBeside(before, one));
  const isLater = own.some(({ isAfterDamage }) => isAfterDamage);
  const when = own.every(({ text }) => facts.has(text))
    ? ', by this start, though by the next'
    : '';
  return [
    ...(own.length === 0
      ? []
      : [
          `${isLater ? 'kept after damage' : 'kept'}: acknowledged, whole on disk and not found${when}: ${listed(own)}`,
        ]),
    // Of two lines with one number either may count; that there are two is said.
    ...(forged.length === 0 || serious(allFound(look)).length > 0
      ? []
      : [`two lines: another one with its number counts, and nothing is said: ${listed(forged)}`]),
    ...(twins.length === 0 || allFound(look).some(({ kind }) => kind === 'forked')
      ? []
      : [
          `two programs: acknowledged, whole on disk, not found and nothing forked: ${listed(twins)}`,
        ]),
  ];
}

/** Who checked in and has not gone is on the board. */
export function notOnTheBoard({
  balance: { standing },
  restored,
  office,
}: Look): readonly string[] {
  const found = standing.filter(({ text }) => restored.has(text));
  const ended = new Set(
    found.filter(({ fact }) => fact.type === 'visit.ended').map(({ fact }) => fact.visit),
  );
  return found
    .filter(
      ({ fact }) =>
        fact.type === 'visit.checked-in' &&
        !ended.has(fact.visit) &&
        !(fact.visit in office.state().visits),
    )
    .map(
      ({ fact, twins }) =>
        `${twins === null ? 'board' : 'two programs'}: ${fact.visit} checked in, has not gone, and is not on the board`,
    );
}

const highestStanding = (before: Folder): number =>
  Math.max(
    0,
    ...segmentsOf(before).flatMap((path) =>
      [...factsStanding(new Map([[path, before.get(path) ?? Buffer.alloc(0)]]))].map(seqOf),
    ),
  );

/**
 * What is lost is told at the start or by the verification beside it, for as long as the folder can know.
 * @param isRightAfter damage was done since the last start
 */
export function toldToNobody(look: Look, isRightAfter: boolean): readonly string[] {
  const {
    balance: { lost, visible, proven },
    before,
    atStart,
  } = look;
  const own = lost.filter(({ twins }) => twins === null);
  const how =
    visible.size > 0
      ? `the line can be seen at ${[...visible.values()].slice(0, 3).join()}`
      : `the folder proves ${proven} flushed`;
  const isUntold = own.length > 0 && serious(allFound(look)).length === 0;
  const highest = highestStanding(before);
  const tail = own.filter(({ fact, text }) => fact.seq > highest && !visible.has(text));
  // Where lines stand there that cannot be read, they may be those.
  const isNamed = serious(atStart).some(
    ({ kind }) => kind === 'cut-off' || kind === 'missing' || strangeLines(before) > 0,
  );
  return [
    ...(isUntold
      ? [
          `told${isRightAfter ? '' : ' for good'}: ${listed(own)} lost, though ${how}, and only ${allNamed(allFound(look))} found`,
        ]
      : []),
    ...(isRightAfter && tail.length > 0 && !isNamed
      ? [
          `told at once: ${listed(tail)} cut off, though the folder proves ${proven} flushed, and the start says ${allNamed(atStart)}`,
        ]
      : []),
  ];
}

/** Places are there, and no tear covers what was acknowledged. */
export function wrongPlaces(look: Look): readonly string[] {
  const {
    balance: { lost, visible, proven },
    before,
    after,
  } = look;
  const isThere = (path: string): boolean =>
    [...before.keys(), ...after.keys()].some(
      (each) => each === `${folder}/${path}` || each.startsWith(`${folder}/${path}/`),
    );
  const nowhere = allFound(look).filter(({ place }) => !isThere(place.split(':')[0] ?? ''));
  const places = new Set(visible.values());
  const torn = allFound(look).filter(({ kind, place }) => kind === 'torn' && places.has(place));
  return [
    ...nowhere.slice(0, 1).map((finding) => `places: ${named(finding)} is nowhere`),
    ...torn
      .slice(0, 1)
      .map(
        (finding) =>
          `torn: ${named(finding)} covers ${listed(lost.filter((one) => visible.get(one.text) === finding.place))}, acknowledged, whole in no other place (proven flushed: ${proven})`,
      ),
  ];
}

/** What stands of the people is left standing, and whose record is lost is told. */
export function peopleGone(look: Look): readonly string[] {
  const {
    balance: { standing, excused, lost },
    before,
    after,
    facts,
  } = look;
  const [stood, stands] = [recordsStanding(before), recordsStanding(after)];
  const refs = [...standing.filter(({ text }) => !excused.has(text)), ...lost].flatMap((one) =>
    personRefsIn(one.fact.data).map(({ id }) => ({ id: String(id), one })),
  );
  const removed = refs
    .filter(({ id }) => stood.has(id) && !stands.has(id))
    .map(({ one }) => `that of ${what(one)}${one.twins === null ? '' : ' (one of two programs)'}`);
  const [absent] = refs.filter(({ id, one }) => !stands.has(id) && facts.has(one.text));
  return [
    ...(removed.length === 0
      ? []
      : [`records: removed by the start, though acknowledged: ${removed.slice(0, 4).join(', ')}`]),
    ...(absent === undefined || serious(allFound(look)).length > 0
      ? []
      : [
          `told: the record of ${what(absent.one)} is gone, and only ${allNamed(allFound(look))} found`,
        ]),
  ];
}
