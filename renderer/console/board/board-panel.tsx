import { formatStay } from '../../../shared/text/format.ts';
import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { BoardCounts } from './board-counts.tsx';
import styles from './board-panel.module.css';
import { CallNext } from './call-next.tsx';
import { Column } from './column.tsx';
import { EscalationCard } from '../parts/escalation-card.tsx';
import { ResourceStrip } from './resource-strip.tsx';
import { VisitCard } from './visit-card.tsx';

type BoardPanelProps = {
  readonly view: ConsoleView;
  readonly openVisit: (code: string, number: string) => void;
  readonly openEscalation: (id: string) => void;
  /** What has just ended, for those who were looking at it. */
  readonly says: string;
};

const columns = [
  'waiting',
  'desk',
  'assistance',
  'report-out',
] as const satisfies readonly VisitView['column'][];

/** The room at a glance: who waits, who is served, whose clock wants somebody. */
export function BoardPanel({ view, openVisit, openEscalation, says }: BoardPanelProps) {
  const text = useText().board;
  const { language } = useLanguage();
  const next = view.visits.find(({ phase, column }) => phase === 'waiting' && column === 'waiting');
  const target = formatStay(view.settings.waitingTargetMinutes * 60_000, language);
  return (
    <div className={styles['panel']}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>{text.title}</h1>
        <BoardCounts view={view} />
        <p className={styles['says']} role="status">
          {says}
        </p>
        <CallNext next={next} />
      </div>
      {/* A region that scrolls sideways must be reachable without a mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['board']} role="region" aria-label={text.title} tabIndex={0}>
        {columns.map((column) => {
          const visits = view.visits.filter((visit) => visit.column === column);
          return (
            <Column
              key={column}
              title={text.columns[column]}
              count={visits.length}
              countName={text.count(visits.length)}
              empty={text.emptyColumns[column]}
              {...(column === 'waiting' ? { aside: text.waitingTarget(target) } : {})}
            >
              {visits.map((visit) => (
                <VisitCard
                  key={visit.code}
                  visit={visit}
                  isNext={visit === next}
                  open={openVisit}
                />
              ))}
            </Column>
          );
        })}
        <Column
          title={text.columns.escalation}
          count={view.escalations.length}
          countName={text.count(view.escalations.length)}
          empty={text.emptyColumns.escalation}
        >
          {view.escalations.map((escalation) => (
            <EscalationCard key={escalation.id} escalation={escalation} open={openEscalation} />
          ))}
        </Column>
      </div>
      <ResourceStrip view={view} />
    </div>
  );
}
