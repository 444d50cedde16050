import { isDeepStrictEqual } from 'node:util';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import type { StampedFact } from '../../../shared/facts/facts.ts';
import { withSettings } from '../../../shared/state/settings.ts';
import { emptyState, type State } from '../../../shared/state/state.ts';
import { makeSimulatedClock } from '../../../main/clocks.ts';
import { verify } from '../../../main/storage/verify/verify.ts';
import { makeMemoryFiles, type MemoryFiles } from '../../adapters/memory-files.ts';
import { guestBookB, openOffice, pins, type TestOffice } from '../../office.ts';
import { checkpointFile, checkpointSeq, linesIn, type Folder } from './folder-lines.ts';
import { folder, named, serious, type Look } from './look.ts';

/** Starts on a copy: what is done there is done to nobody. */
const onACopy = (files: MemoryFiles, at: number): Promise<TestOffice> =>
  openOffice({ files, folder, clock: makeSimulatedClock(at), isWatched: false });

/** A first set-up is for a folder that holds nothing of an office. */
export async function setUpAgain(
  { before, after, office }: Look,
  at: number,
): Promise<readonly string[]> {
  if (office.state().settings !== null) return [];
  const left = [...before]
    .filter(([path, bytes]) => path.startsWith(`${folder}/`) && bytes.length > 0)
    .map(([path]) => path.slice(folder.length + 1));
  const other = await onACopy(makeMemoryFiles(after), at + 1);
  const staff = [
    { name: 'Koordinator baru', functions: ['coordinator'], pin: pins.coordinator },
  ] as const;
  const result = await other.console('office.set-up', {
    settings: defaultSettings,
    staff: [...staff],
    commandId: 'set-up-again',
  });
  return result.ok && left.length > 0
    ? [
        `set-up: accepted as a first one where ${left.slice(0, 4).join(', ')} ${left.length > 4 ? '… ' : ''}lie`,
      ]
    : [];
}

/** Folds what tells settings, and nothing else. */
const settingsOnly = (state: State, { fact }: { readonly fact: StampedFact }): State =>
  fact.type === 'settings.changed' || fact.type === 'settings.section-changed'
    ? withSettings(state, fact, fact.at)
    : state;

/** A check-in works, or is refused for a reason that is true. */
const noCheckIn = async (
  { balance: { standing } }: Look,
  office: TestOffice,
): Promise<readonly string[]> => {
  const result = await office.kiosk('visit.check-in', {
    guestBook: { ...guestBookB, deadline: '' },
    language: 'id',
    notice: 1,
    fillingMs: 0,
    commandId: 'check-in-to-try',
  });
  const areSettingsThere = standing.reduce(settingsOnly, emptyState).settings !== null;
  if (result.ok) return [];
  const isTrue =
    !areSettingsThere && (office.state().settings === null) === (result.code === 'not-set-up');
  return isTrue
    ? []
    : [
        `check-in: refused as ${result.code}${areSettingsThere ? ', though the settings stand there' : ''} ${office.reported.map(String).join()}`,
      ];
};

const seen = ({
  settings,
  staff,
  visits,
  escalations,
  workstations,
  lastOrdinal,
  lastEscalation,
  day,
  unread,
  passedOver,
  commands,
}: State): Readonly<Record<string, unknown>> =>
  JSON.parse(
    JSON.stringify({
      settings,
      staff,
      visits,
      escalations,
      workstations,
      nextOrdinal: lastOrdinal + unread + passedOver.count,
      lastEscalation,
      day,
      commands,
    }),
  ) as Readonly<Record<string, unknown>>;
const shortly = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 80);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
/** Where two values differ, down to the first place of each branch. */
const differ = (path: string, one: unknown, other: unknown): readonly string[] => {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [`${path} ${shortly(one)} or ${shortly(other)}`];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .flatMap((key) => differ(`${path}.${key}`, one[key], other[key]))
    .slice(0, 3);
};
const differences = (one: State, other: State, keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => differ(key, seen(one)[key], seen(other)[key]));

const lineAt = (image: Folder, place: string): string => {
  const [path = '', line = '1'] = place.split(':');
  return (
    linesIn(image.get(`${folder}/${path}`) ?? Buffer.alloc(0))[Number(line) - 1]?.toString(
      'latin1',
    ) ?? place
  );
};
/** What `verify` names, by what stands there: a copy of a line is the same place; gaps and ends move on with the journal. */
const placesIn = async (files: MemoryFiles): Promise<ReadonlyMap<string, string>> => {
  const found = serious((await verify(files, folder)).findings);
  const image = files.image();
  return new Map(
    found.map((finding) => [
      finding.kind === 'cut-off' || finding.kind === 'missing'
        ? finding.kind
        : `${finding.kind} ${lineAt(image, finding.place)}`,
      named(finding),
    ]),
  );
};
const without = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string =>
  [...some]
    .filter(([key]) => !others.has(key))
    .slice(0, 4)
    .map(([, place]) => place)
    .join(', ');

/** A second start finds what the first did, and serves the next visitor. */
export async function otherwiseAgain(look: Look, at: number): Promise<readonly string[]> {
  const files = makeMemoryFiles(look.after);
  const first = await placesIn(files);
  const again = await onACopy(files, at + 60_000);
  const second = await placesIn(files);
  const now = look.office.state();
  const different = differences(now, again.restored.state, Object.keys(seen(now)));
  const [onlyFirst, onlySecond] = [without(first, second), without(second, first)];
  return [
    ...(different.length === 0 ? [] : [`again: a second start finds ${different.join('; ')}`]),
    ...(onlyFirst + onlySecond === ''
      ? []
      : [
          `places again: only before a second start [${onlyFirst}], only behind it [${onlySecond}]`,
        ]),
    ...(await noCheckIn(look, again)),
  ];
}

/** The checkpoint saves time and changes nothing; where lines before it are lost, or the end is cut off, it knows more than they. */
export async function otherwiseWithoutCheckpoint(
  { before, office, balance: { lost } }: Look,
  at: number,
): Promise<readonly string[]> {
  const point = checkpointSeq(before);
  if (
    point === 0 ||
    lost.some(({ fact }) => fact.seq <= point) ||
    office.restored.findings.some(({ kind }) => kind === 'cut-off')
  )
    return [];
  const bare = await onACopy(
    makeMemoryFiles(new Map([...before].filter(([path]) => path !== checkpointFile))),
    at,
  );
  const different = differences(office.restored.state, bare.restored.state, [
    'settings',
    'visits',
    'nextOrdinal',
    'day',
  ]);
  return different.length === 0
    ? []
    : [`checkpoint: with it and without it: ${different.join('; ')}`];
}
