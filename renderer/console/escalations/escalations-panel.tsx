import { maySend } from '../../../shared/contract/permissions.ts';
import type { Role } from '../../../shared/base/roles.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { EscalationCard } from '../parts/escalation-card.tsx';
import { useText } from '../parts/language.ts';
import layout from '../parts/layout.module.css';
import styles from './escalations-panel.module.css';
import { EscalationDetail } from './escalation-detail.tsx';

type EscalationsPanelProps = {
  readonly view: ConsoleView;
  readonly functions: readonly Role[];
  readonly opened: string | null;
  readonly open: (id: string) => void;
};

/** Escalations still open, each with what comes next in its life. */
export function EscalationsPanel({ view, functions, opened, open }: EscalationsPanelProps) {
  const text = useText().escalation;
  const escalation = view.escalations.find(({ id }) => id === opened) ?? view.escalations[0];
  return (
    <div className={layout['panel']}>
      <div className={layout['head']}>
        <h1 className={layout['title']}>{text.title}</h1>
        <p className={layout['lead']}>{text.lead}</p>
      </div>
      {escalation === undefined ? (
        <p className={layout['lead']}>{text.none}</p>
      ) : (
        <div className={styles['split']}>
          <ul className={styles['list']}>
            {view.escalations.map((each) => (
              <EscalationCard
                key={each.id}
                escalation={each}
                open={open}
                isOpen={each.id === escalation.id}
              />
            ))}
          </ul>
          <EscalationDetail
            key={escalation.id}
            escalation={escalation}
            settings={view.settings}
            mayRecord={maySend(functions, 'escalation.send')}
          />
        </div>
      )}
    </div>
  );
}
