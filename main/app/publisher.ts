import { buildConsoleView, buildKioskView, type Around } from '../../shared/views/build-views.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { KioskView } from '../../shared/views/kiosk-view.ts';
import type { View } from '../../shared/views/view.ts';
import type { WindowRole } from '../../shared/message-names.ts';
import type { Clock, Shell } from '../ports.ts';
import type { Finding } from '../storage/judge-journal.ts';
import type { Verification } from '../storage/verify.ts';
import { settingsOf, zoneOf, type Core } from './core.ts';
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
  /** Does the data folder lie on a network share? */
  readonly onNetwork?: boolean;
};

const isDamage = ({ kind }: Finding): boolean => kind !== 'torn';

/** Makes both windows' views from the durable state alone, and sends them. */
export const makePublisher = ({ core, session, clock, shell, findings, trouble = () => null, onNetwork = false }: PublisherParts) => {
  const { recorder, people } = core;
  let verification: Verification | null = null;

  const records = (): ConsoleView['records'] => {
    const damage = [...findings, ...(verification?.findings ?? [])].filter(isDamage);
    const damaged = [...new Set(damage.map(({ place }) => place))];
    const visits = [...new Set(damage.flatMap(({ visit }) => visit ?? []))];
    const torn = findings.some(({ kind }) => kind === 'torn');
    const state = damaged.length > 0 ? 'damaged' : torn ? 'torn-tail-set-aside' : verification === null ? 'checking' : 'whole';
    return { state, lines: verification?.lines ?? 0, damaged, visits, trouble: trouble(), onNetwork };
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
      clock: { at: clock.now().at, zone: zoneOf(state), running: clock.running }, inService: recorder.isInService(), records: records(),
    };
    return window === 'kiosk' ? buildKioskView(seen, around, slipOf()) : buildConsoleView(seen, around, session.staff());
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
      publish();
    },
  };
};
