import type { Settings } from '../../../shared/settings/settings.ts';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import layout from '../parts/layout.module.css';
import styles from './escalations-panel.module.css';
import { GiveUpForm } from './give-up-form.tsx';
import { StageForm } from './stage-form.tsx';
import { StageHistory } from './stage-history.tsx';

type EscalationDetailProps = {
  readonly escalation: EscalationView;
  readonly settings: Settings;
  readonly mayRecord: boolean;
};

/** One escalation: its problem, its course, and the form for what comes next. */
export function EscalationDetail({ escalation, settings, mayRecord }: EscalationDetailProps) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <section className={styles['detail']} aria-labelledby="escalation-title">
      <div>
        <h2 id="escalation-title" className={`${styles['id']} num`}>
          {escalation.id}
        </h2>
        <p className={layout['lead']}>
          {text.escalation.of(escalation.number, escalation.company)}
        </p>
      </div>
      <dl className={styles['facts']}>
        <dt>{text.escalation.stage}</dt>
        <dd>{escalation.stageWords[language]}</dd>
        <dt>{text.escalation.problem}</dt>
        <dd>{escalation.problem === '' ? text.escalation.noProblem : escalation.problem}</dd>
        <dt>{text.escalation.phone}</dt>
        <dd className="num">{escalation.phone}</dd>
      </dl>
      <StageHistory escalation={escalation} />
      {mayRecord ? (
        <div className={styles['forms']}>
          <StageForm key={escalation.stage} escalation={escalation} settings={settings} />
          <GiveUpForm escalation={escalation} />
        </div>
      ) : (
        <p className={layout['note']}>{text.visit.notYours}</p>
      )}
    </section>
  );
}
