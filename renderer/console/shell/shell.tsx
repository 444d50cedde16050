import { useCallback, useState } from 'react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { BoardPanel } from '../board/board-panel.tsx';
import { bridge } from '../parts/bridge.ts';
import { DeviationsPanel } from '../ledger/deviations-panel.tsx';
import { EscalationsPanel } from '../escalations/escalations-panel.tsx';
import { useText } from '../parts/language.ts';
import { ProceduresContext } from '../parts/procedures.ts';
import { RegisterPanel } from '../reports/register-panel.tsx';
import { SettingsPanel } from '../settings/settings-panel.tsx';
import { VisitPage } from '../visit/visit-page.tsx';
import { Banner } from '../parts/banner.tsx';
import { Rail } from './rail.tsx';
import { BackupNotice } from './backup-notice.tsx';
import { ClockNotice } from '../parts/clock-notice.tsx';
import { RecordsNotice } from '../parts/records-notice.tsx';
import type { Section } from './section.ts';
import styles from './shell.module.css';
import { TopBar } from '../parts/top-bar.tsx';

type Shown = {
  readonly section: Section;
  readonly visit: { readonly code: string; readonly number: string } | null;
  readonly escalation: string | null;
};

const signOut = (): void => void bridge.call('staff.sign-out', {}).catch(() => undefined);

/** Somebody's console: bar, sections, and the one that is open. */
export function Shell({
  view,
  session,
}: {
  readonly view: ConsoleView;
  readonly session: NonNullable<ConsoleView['session']>;
}) {
  const text = useText();
  const [shown, show] = useState<Shown>({ section: 'board', visit: null, escalation: null });
  const choose = useCallback(
    (section: Section) => show({ section, visit: null, escalation: null }),
    [],
  );
  const openVisit = useCallback(
    (code: string, number: string) =>
      show({ section: 'board', visit: { code, number }, escalation: null }),
    [],
  );
  const openEscalation = useCallback(
    (escalation: string) => show({ section: 'escalations', visit: null, escalation }),
    [],
  );
  const visit = view.visits.find(({ code }) => code === shown.visit?.code);
  const { functions } = session.staff;
  const owed = view.deviations.filter(
    ({ status }) => status === 'owed' || status === 'returned',
  ).length;
  const toAccept = functions.includes('coordinator')
    ? view.deviations.filter(({ status }) => status === 'noted').length
    : 0;

  const panel = () => {
    switch (shown.section) {
      case 'board':
        if (visit !== undefined)
          return (
            <VisitPage
              key={visit.code}
              visit={visit}
              view={view}
              session={session}
              onBack={() => choose('board')}
            />
          );
        return (
          <BoardPanel
            view={view}
            openVisit={openVisit}
            openEscalation={openEscalation}
            says={shown.visit === null ? '' : text.ended(shown.visit.number)}
          />
        );
      case 'escalations':
        return (
          <EscalationsPanel
            view={view}
            functions={functions}
            opened={shown.escalation}
            open={openEscalation}
          />
        );
      case 'deviations':
        return <DeviationsPanel view={view} functions={functions} openVisit={openVisit} />;
      case 'register':
        return <RegisterPanel seen={view.visits.map(({ code, no }) => `${code} ${no}`).join()} />;
      case 'settings':
        return <SettingsPanel view={view} functions={functions} />;
    }
  };

  return (
    <div className={styles['shell']}>
      <TopBar office={view.office} staff={session.staff} onSwitch={signOut} />
      <div className={styles['below']}>
        {view.service === 'out-of-service' && <Banner records={view.records} />}
        <ClockNotice doubt={view.clockDoubt} mayAnswer />
        <RecordsNotice records={view.records} reader={functions} zone={view.clock.zone} />
        <BackupNotice
          backup={view.backup}
          zone={view.clock.zone}
          toSettings={() => choose('settings')}
        />
      </div>
      <div className={styles['body']}>
        <Rail
          section={shown.section}
          onChoose={choose}
          todo={{
            escalations: view.escalations.filter(({ stage }) => stage !== 'confirmed').length,
            deviations: owed + toAccept,
          }}
        />
        <main className={styles['main']}>
          <ProceduresContext value={view.procedures}>{panel()}</ProceduresContext>
        </main>
      </div>
    </div>
  );
}
