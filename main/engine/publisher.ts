import { buildConsoleView, buildKioskView, type Around } from '../../shared/views/build-views.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { KioskView } from '../../shared/views/kiosk-view.ts';
import type { View } from '../../shared/views/view.ts';
import type { WindowRole } from '../../shared/contract/windows.ts';
import { own } from '../../shared/base/own.ts';
import type { State, Visit } from '../../shared/state/state.ts';
import type { Clock, Shell } from '../ports.ts';
import { isDamage, type Finding } from '../storage/journal/findings.ts';
import type { Verification } from '../storage/verify/verify.ts';
import type { Core } from './decision.ts';
import { isOfficeLost, settingsOf, zoneOf } from '../../shared/state/office.ts';
import type { Session } from './session.ts';

export type PublisherParts = {
  readonly core: Core;
  readonly session: Session;
  readonly clock: Clock;
  readonly shell: Shell;
  /** What start-up found in the records. */
  readonly findings: readonly Finding[];
  /** What keeps the records out of service, besides a disk that fails. */
  readonly trouble?: () => ConsoleView['records']['trouble'];
  /** How many files of the records others on this machine may read. */
  readonly exposed?: number;
  /** Does the data folder lie on a network share? */
  readonly onNetwork?: boolean;
};

/** So many are named on the console; a view does not carry hundreds to windows that show a few. */
const placesNamed = 3;
const visitsNamed = 10;

/** Where the records are damaged, and which visits that is about, each once. */
const damageIn = (
  findings: readonly Finding[],
): { readonly places: readonly string[]; readonly visits: ReadonlySet<string> } => {
  const damage = findings.filter(isDamage);
  return {
    places: [...new Set(damage.map(({ place }) => place))],
    visits: new Set(damage.flatMap(({ visit }) => visit ?? [])),
  };
};

/** For so long a loss is told to everybody at the console; the journal and its verification tell of it for good. */
const toldMs = 7 * 86_400_000;

const lostLately = ({ losses }: State, now: number): ConsoleView['records']['lost'] => {
  const lately = losses.filter(({ at }) => Math.abs(now - at) < toldMs);
  const last = lately.at(-1);
  return last === undefined
    ? null
    : { at: last.at, count: lately.reduce((sum, { lost }) => sum + lost, 0) };
};

/** Nobody needs to close it by hand: it has ended, or is not known at all. */
const isOver = (visit: Visit | undefined): boolean => visit === undefined || visit.ended !== null;

/** Makes both windows' views from the durable state alone, and sends them. */
export function makePublisher({
  core,
  session,
  clock,
  shell,
  findings,
  trouble = () => null,
  onNetwork = false,
  exposed = 0,
}: PublisherParts) {
  const { recorder, people } = core;
  let verification: Verification | null = null;
  let damage = damageIn(findings);

  const records = (): ConsoleView['records'] => {
    const { visits } = recorder.state();
    const torn = findings.some(({ kind }) => kind === 'torn');
    const state =
      damage.places.length > 0
        ? 'damaged'
        : torn
          ? 'torn-tail-set-aside'
          : verification === null
            ? 'checking'
            : 'whole';
    const openFirst = [...damage.visits].sort(
      (a, b) => Number(isOver(own(visits, a))) - Number(isOver(own(visits, b))),
    );
    return {
      state,
      lines: verification?.lines ?? 0,
      onNetwork,
      exposed,
      trouble: trouble() ?? (isOfficeLost(recorder.state()) ? 'office-lost' : null),
      lost: lostLately(recorder.state(), recorder.now().at),
      damaged: { places: damage.places.slice(0, placesNamed), count: damage.places.length },
      visits: { codes: openFirst.slice(0, visitsNamed), count: damage.visits.size },
    };
  };

  const slipOf = (): KioskView['slip'] => {
    const { visits, lastOrdinal } = recorder.state();
    const last = Object.values(visits).find(({ ordinal }) => ordinal === lastOrdinal);
    return last === undefined ? null : { visit: last.code, state: last.slip };
  };

  const viewOf = (window: WindowRole): View => {
    const state = recorder.state();
    const seen = { state, settings: settingsOf(state), now: recorder.now(), personOf: people.get };
    const around: Around = {
      clock: { at: clock.now().at, zone: zoneOf(state), running: clock.running },
      inService: recorder.isInService(),
      records: records(),
      damagedVisits: damage.visits,
    };
    return window === 'kiosk'
      ? buildKioskView(seen, around, slipOf())
      : buildConsoleView(seen, around, session.staff());
  };

  const publish = (): void => {
    shell.publish('kiosk', viewOf('kiosk'));
    shell.publish('console', viewOf('console'));
  };

  return {
    viewOf,
    publish,
    verified: (result: Verification): void => {
      verification = result;
      damage = damageIn([...findings, ...result.findings]);
      publish();
    },
  };
}
