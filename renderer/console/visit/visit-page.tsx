import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { useProcedureWords } from '../parts/procedures.ts';
import { StepPanel } from './step-panel.tsx';
import { useCause } from './use-cause.ts';
import { VisitHead } from './visit-head.tsx';
import { VisitPath } from './visit-path.tsx';
import { VisitSide } from './visit-side.tsx';
import styles from './visit-page.module.css';

export type Session = NonNullable<ConsoleView['session']>;

type VisitPageProps = {
  readonly visit: VisitView;
  readonly view: ConsoleView;
  readonly session: Session;
  readonly onBack: () => void;
};

/** A visit as the SOP's steps: its path, the present step with what it asks, and beside it what is owed and known. */
export function VisitPage({ visit, view, session, onBack }: VisitPageProps) {
  const all = useText();
  const text = all.visit.tabs;
  const procedure = useProcedureWords(visit);
  const isNarrow = useMediaQuery('(max-width: 1500px)', undefined, {
    getInitialValueInEffect: false,
  });
  const [tab, setTab] = useState<string>('step');
  const cause = useCause(visit);
  const step = (
    <StepPanel
      key={`${visit.step} ${visit.attempt} ${visit.phase}`}
      visit={visit}
      view={view}
      session={session}
      cause={cause}
    />
  );
  const side = <VisitSide visit={visit} functions={session.staff.functions} />;
  const owed = visit.deviations.filter(
    ({ status }) => status === 'owed' || status === 'returned',
  ).length;
  return (
    <div className={styles['page']}>
      <p
        className="aloud"
        role="status"
      >{`${all.visit.stepOf(visit.no, visit.path.length)}: ${procedure.short(visit.step)}`}</p>
      <VisitHead visit={visit} view={view} cause={cause} onBack={onBack} />
      <div className={styles['columns']}>
        <VisitPath visit={visit} />
        {isNarrow === true ? (
          <Tabs
            value={tab}
            onChange={(value) => setTab(value ?? 'step')}
            keepMounted
            classNames={{
              root: styles['tabs'] ?? '',
              panel: styles['tabPanel'] ?? '',
              list: styles['tabList'] ?? '',
              tab: styles['tab'] ?? '',
            }}
          >
            <Tabs.List aria-label={text.label}>
              <Tabs.Tab value="step">{text.step}</Tabs.Tab>
              <Tabs.Tab value="side">{owed === 0 ? text.side : `${text.side} · ${owed}`}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="step">{step}</Tabs.Panel>
            <Tabs.Panel value="side">{side}</Tabs.Panel>
          </Tabs>
        ) : (
          <>
            {step}
            {side}
          </>
        )}
      </div>
    </div>
  );
}
