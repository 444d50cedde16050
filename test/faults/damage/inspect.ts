import { isDeepStrictEqual } from 'node:util';
import { defaultSettings } from '../../../shared/settings.ts';
import { personRefsIn } from '../../../shared/procedure/facts.ts';
import type { State } from '../../../shared/procedure/state.ts';
import { makeSimulatedClock } from '../../../main/shell/clocks.ts';
import type { Finding } from '../../../main/storage/judge-journal.ts';
import { verify } from '../../../main/storage/verify.ts';
import { makeMemoryFiles, type MemoryFiles } from '../../adapters/memory-files.ts';
import { openOffice, pins, type TestOffice } from '../../office.ts';
import { readFacts } from '../../read-facts.ts';
import { checkpointFile, checkpointSeq, factsStanding, linesIn, recordsStanding, segmentsOf, textOfFact, type Folder } from './folder-lines.ts';
import type { Kept, Ledger } from './ledger.ts';
import { balance, strangeLines, type Balance } from './lost.ts';

const folder = '/data';

/** What a start found, and how the folder lay before it. */
type Look = {
  /** As the damage left it, and as it lies once the program runs. */
  readonly before: Folder;
  readonly after: Folder;
  readonly office: TestOffice;
  readonly facts: ReadonlySet<string>;
  readonly atStart: readonly Finding[];
  readonly verified: readonly Finding[];
  readonly balance: Balance;
};

const serious = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ kind }) => kind !== 'torn');
const named = ({ kind, place }: Finding): string => `${kind} ${place}`;
const named20 = (findings: readonly Finding[]): string => `[${findings.slice(0, 20).map(named).join(', ')}]`;
const what = ({ fact }: Kept): string => `${fact.seq} ${fact.type}${fact.visit === null ? '' : ` of ${fact.visit}`}`;
const listed = (kept: readonly Kept[]): string => `${kept.slice(0, 4).map(what).join(', ')}${kept.length > 4 ? ` and ${kept.length - 4} more` : ''}`;

/** b, d: what stands whole is found. Of what two programs wrote at once one side may be set aside, if that is said. */
const lostByTheProgram = ({ balance: { standing, excused, contested }, facts, atStart, verified }: Look, ledger: Ledger): readonly string[] => {
  const absent = standing.filter(({ text }) => !facts.has(text));
  for (const one of absent) if (excused.has(one.text)) ledger.letGo(one);
  const wrong = absent.filter(({ text }) => !excused.has(text));
  const all = [...atStart, ...verified];
  const forged = wrong.filter(({ text, twins }) => twins === null && contested.has(text));
  const own = wrong.filter(({ text, twins }) => twins === null && !contested.has(text));
  const twins = wrong.filter((one) => one.twins !== null);
  const isLater = own.some(({ isAfterDamage }) => isAfterDamage);
  return [
    ...(own.length === 0 ? [] : [`${isLater ? 'kept after damage' : 'kept'}: acknowledged, whole on disk and not found: ${listed(own)}`]),
    // Of two lines with one number either may count; that there are two is said.
    ...(forged.length === 0 || serious(all).length > 0 ? [] : [`two lines: another one with its number counts, and nothing is said: ${listed(forged)}`]),
    ...(twins.length === 0 || all.some(({ kind }) => kind === 'forked') ? [] : [`two programs: acknowledged, whole on disk, not found and nothing forked: ${listed(twins)}`]),
  ];
};

/** b: who checked in and has not gone is on the board. */
const notOnTheBoard = ({ balance: { standing }, facts, office }: Look): readonly string[] => {
  const found = standing.filter(({ text }) => facts.has(text)).map(({ fact }) => fact);
  const ended = new Set(found.filter(({ type }) => type === 'visit.ended').map(({ visit }) => visit));
  const missing = standing.filter(({ fact, text }) => fact.type === 'visit.checked-in' && facts.has(text) && !ended.has(fact.visit) && !(fact.visit in office.state().visits));
  return missing.map(({ fact, twins }) => `${twins === null ? 'board' : 'two programs'}: ${fact.visit} checked in, has not gone, and is not on the board`);
};

/** e: what is lost is told at the start or by the verification beside it, for as long as the folder can know. */
const toldToNobody = ({ balance: { lost, visible, proven }, before, atStart, verified }: Look, isRightAfter: boolean): readonly string[] => {
  const own = lost.filter(({ twins }) => twins === null);
  const problems: string[] = [];
  if (own.length > 0 && serious([...atStart, ...verified]).length === 0) {
    problems.push(`told${isRightAfter ? '' : ' for good'}: ${listed(own)} lost, though ${visible.size > 0 ? `the line can be seen at ${[...visible.values()].slice(0, 3).join()}` : `the folder proves ${proven} flushed`}, and only ${named20([...atStart, ...verified])} found`);
  }
  const highest = Math.max(0, ...segmentsOf(before).flatMap((path) => factSeqs(before, path)));
  const tail = own.filter(({ fact, text }) => fact.seq > highest && !visible.has(text));
  const isNamed = serious(atStart).some(({ kind }) => kind === 'cut-off' || kind === 'missing' || strangeLines(before) > 0);
  if (isRightAfter && tail.length > 0 && !isNamed) problems.push(`told at once: ${listed(tail)} cut off, though the folder proves ${proven} flushed, and the start says ${named20(atStart)}`);
  return problems;
};
const factSeqs = (before: Folder, path: string): readonly number[] => [...factsStanding(new Map([[path, before.get(path) ?? Buffer.alloc(0)]]))].map((text) => (JSON.parse(text) as { readonly seq: number }).seq);

/** f: places are there, and no tear covers what was acknowledged. */
const wrongPlaces = ({ balance: { lost, visible, proven }, before, after, atStart, verified }: Look): readonly string[] => {
  const isThere = (path: string): boolean => [...before.keys(), ...after.keys()].some((each) => each === `${folder}/${path}` || each.startsWith(`${folder}/${path}/`));
  const all = [...atStart, ...verified];
  const nowhere = all.filter(({ place }) => !isThere(place.split(':')[0] ?? ''));
  const places = new Map(lost.flatMap((one) => (visible.has(one.text) ? [[visible.get(one.text) ?? '', one] as const] : [])));
  const torn = all.filter(({ kind, place }) => kind === 'torn' && places.has(place));
  return [
    ...nowhere.slice(0, 1).map((finding) => `places: ${named(finding)} is nowhere`),
    ...torn.slice(0, 1).map((finding) => `torn: ${named(finding)} covers ${listed(lost.filter((one) => visible.get(one.text) === finding.place))}, acknowledged, in no other place (proven flushed: ${proven})`),
  ];
};

/** e and g: what stands of the people is left standing, and who is lost is told. */
const peopleGone = ({ balance: { standing, lost }, before, after, atStart, verified, facts }: Look): readonly string[] => {
  const [stood, stands] = [recordsStanding(before), recordsStanding(after)];
  const refs = [...standing, ...lost].flatMap((one) => personRefsIn(one.fact.data).map(({ id }) => ({ id: String(id), one })));
  const removed = refs.filter(({ id }) => stood.has(id) && !stands.has(id));
  const absent = refs.filter(({ id, one }) => !stands.has(id) && facts.has(one.text));
  return [
    ...(removed.length === 0 ? [] : [`records: removed by the start, though acknowledged: ${removed.map(({ one }) => `that of ${what(one)}${one.twins === null ? '' : ' (one of two programs)'}`).slice(0, 4).join(', ')}`]),
    ...(absent.length === 0 || serious([...atStart, ...verified]).length > 0 ? [] : [`told: the record of ${absent[0] === undefined ? '' : what(absent[0].one)} is gone, and only ${named20([...atStart, ...verified])} found`]),
  ];
};

const setUpArgs = { settings: defaultSettings, staff: [{ name: 'Koordinator baru', role: 'coordinator', pin: pins.coordinator }] } as const;

/** h: a first set-up is for a folder that holds nothing of an office. */
const setUpAgain = async ({ before, after, office }: Look, at: number): Promise<readonly string[]> => {
  if (office.state().settings !== null) return [];
  const left = [...before].filter(([path, bytes]) => path.startsWith(`${folder}/`) && bytes.length > 0).map(([path]) => path.slice(folder.length + 1));
  const other = await openOffice({ files: makeMemoryFiles(after), folder, clock: makeSimulatedClock(at + 1), isWatched: false });
  const result = await other.console('office.set-up', { ...setUpArgs, staff: [...setUpArgs.staff], commandId: 'set-up-again' });
  return result.ok && left.length > 0 ? [`set-up: accepted as a first one where ${left.slice(0, 4).join(', ')} ${left.length > 4 ? '… ' : ''}lie`] : [];
};

/** a: a check-in works, or is refused for a reason that is true. */
const noCheckIn = async ({ balance: { standing }, office, after }: Look, at: number): Promise<readonly string[]> => {
  const other = await openOffice({ files: makeMemoryFiles(after), folder, clock: makeSimulatedClock(at + 2), isWatched: false });
  const guestBook = { name: 'Wakil', company: 'CV Coba', phone: '081234567890', email: '', userId: null, purpose: 'problem', purposeNote: '', tenderCode: '', tenderName: '', deadline: '' } as const;
  const result = await other.kiosk('kiosk.check-in', { guestBook, language: 'id', notice: 1, fillingMs: 0, commandId: 'check-in-to-try' });
  const areSettingsThere = standing.some(({ fact }) => fact.type === 'settings.changed');
  if (result.ok) return [];
  const isTrue = !areSettingsThere && (office.state().settings === null) === (result.code === 'not-set-up');
  return isTrue ? [] : [`check-in: refused as ${result.code}${areSettingsThere ? ', though the settings stand there' : ''} ${other.reported.map(String).join()}`];
};

const seen = ({ settings, staff, visits, escalations, workstations, lastOrdinal, lastEscalation, day, unread, commands }: State): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify({ settings, staff, visits, escalations, workstations, nextOrdinal: lastOrdinal + unread, lastEscalation, day, commands })) as Readonly<Record<string, unknown>>;
const differences = (one: State, other: State, keys: readonly string[]): readonly string[] => {
  const [first, second] = [seen(one), seen(other)];
  return keys.filter((key) => !isDeepStrictEqual(first[key], second[key])).map((key) => `${key} ${shortly(first[key])} and then ${shortly(second[key])}`);
};
const shortly = (value: unknown): string => (typeof value === 'object' && value !== null && Object.keys(value).length > 2 ? `{${Object.keys(value).join()}}` : JSON.stringify(value)).slice(0, 200);

const lineAt = (image: Folder, place: string): string => {
  const [path = '', line = '1'] = place.split(':');
  return linesIn(image.get(`${folder}/${path}`) ?? Buffer.alloc(0))[Number(line) - 1]?.toString('latin1') ?? place;
};
/** Findings of one list that the other has not, by what stands at their places. */
const without = (some: readonly string[], others: readonly string[]): string => {
  const known = new Set(others.map((each) => each.slice(each.indexOf('\n'))));
  return some.filter((each) => !known.has(each.slice(each.indexOf('\n')))).slice(0, 4).map((each) => each.slice(0, each.indexOf('\n'))).join(', ');
};

/** i: a second start finds what the first did. */
const otherwiseAgain = async ({ after, office }: Look, at: number): Promise<readonly string[]> => {
  const files = makeMemoryFiles(after);
  // A copy of a line is the same place, and where a journal ends moves on with it.
  const placesNow = async (): Promise<readonly string[]> => {
    const found = serious((await verify(files, folder)).findings);
    return [...new Map(found.map((finding) => [finding.kind === 'cut-off' ? 'cut-off' : `${finding.kind} ${lineAt(files.image(), finding.place)}`, finding])).entries()].map(([key, finding]) => `${named(finding)}\n${key}`).sort();
  };
  const first = await placesNow();
  const again = await openOffice({ files, folder, clock: makeSimulatedClock(at + 60_000), isWatched: false });
  const second = await placesNow();
  const different = differences(office.state(), again.restored.state, Object.keys(seen(office.state())));
  return [
    ...(different.length === 0 ? [] : [`again: a second start finds ${different.join('; ')}`]),
    ...(without(first, second) + without(second, first) === '' ? [] : [`places again: before a second start [${without(first, second)}], and behind it [${without(second, first)}]`]),
  ];
};

/** j: the checkpoint saves time and changes nothing; where lines before it are lost it may know more than they. */
const otherwiseWithout = async ({ before, office, balance: { lost } }: Look, at: number): Promise<readonly string[]> => {
  const point = checkpointSeq(before);
  if (point === 0 || lost.some(({ fact }) => fact.seq <= point)) return [];
  const files = makeMemoryFiles(new Map([...before].filter(([path]) => path !== checkpointFile)));
  const without = await openOffice({ files, folder, clock: makeSimulatedClock(at), isWatched: false });
  const different = differences(office.restored.state, without.restored.state, ['settings', 'visits', 'nextOrdinal', 'day']);
  return different.length === 0 ? [] : [`checkpoint: with it and without it: ${different.join('; ')}`];
};

/**
 * Starts the program on a folder and looks at everything that was promised.
 * @param ended the folder as the last program left it, before the damage
 * @param isRightAfter damage was done since the last start
 * @returns the office that runs, where it opened, and all that went against the product's word
 */
export const startAndInspect = async (
  files: MemoryFiles, given: { readonly ended: Folder; readonly ledger: Ledger; readonly at: number; readonly isRightAfter: boolean; readonly open: () => Promise<TestOffice> },
): Promise<{ readonly office: TestOffice | null; readonly problems: readonly string[] }> => {
  const before = files.image();
  const { ledger, at, isRightAfter } = given;
  const balanced = balance(ledger, given.ended, before);
  let office: TestOffice | null = null;
  try {
    office = await given.open();
    office.view();
    office.kioskView();
    const { findings } = await verify(files, folder, { until: office.restored.journal.head() });
    const after = files.image();
    const facts = new Set((await readFacts(files, folder)).map(textOfFact));
    const look: Look = { before, after, office, facts, atStart: office.restored.findings, verified: findings, balance: balanced };
    const problems = [
      ...lostByTheProgram(look, ledger), ...notOnTheBoard(look), ...toldToNobody(look, isRightAfter), ...wrongPlaces(look), ...peopleGone(look),
      ...(await setUpAgain(look, at)), ...(await noCheckIn(look, at)), ...(await otherwiseAgain(look, at)), ...(await otherwiseWithout(look, at)),
    ];
    return { office, problems: [...problems, ...ledger.problems()] };
  } catch (error) {
    return { office, problems: [`opens: ${error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 4).join(' ') : String(error)}`] };
  }
};
