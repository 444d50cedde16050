import { IconAlarm, IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useContext } from 'react';
import { officeDate, officeTime } from '../../../shared/base/office-time.ts';
import { dotted, formatShortDate, formatStay } from '../../../shared/text/format.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { deadlineStateOf, normsLeftNow } from '../parts/visit-time.ts';
import styles from './visit-side.module.css';

const minute = 60_000;

/** The upload deadline: what is left of it against the norms that remain. */
export function DeadlineBox({ visit }: { readonly visit: VisitView }) {
  const text = useText().visit.deadline;
  const { language } = useLanguage();
  const { at, zone } = useContext(ClockContext);
  const { deadlineAt } = visit;
  const state = useTicking((since) => deadlineStateOf(visit, at, since));
  const left = useTicking((since) =>
    deadlineAt === null ? '' : formatStay(deadlineAt - at - since, language),
  );
  const needed = useTicking((since) =>
    formatStay(Math.ceil(normsLeftNow(visit, since) / minute) * minute, language),
  );
  const isToday = useTicking(
    (since) => deadlineAt !== null && officeDate(deadlineAt, zone) === officeDate(at + since, zone),
  );
  const when = () => {
    if (deadlineAt === null) return null;
    const time = dotted(officeTime(deadlineAt, zone));
    return isToday ? text.today(time) : `${formatShortDate(deadlineAt, zone, language)}, ${time}`;
  };
  const isLate = state === 'short' || state === 'gone';
  return (
    <section className={styles['box']} aria-label={text.title}>
      <h2 className={styles['title']}>
        <IconAlarm size={20} stroke={2} aria-hidden="true" />
        {text.title}
        <span className={`${styles['aside']} num`}>{when()}</span>
      </h2>
      {deadlineAt === null && <p className={styles['none']}>{text.none}</p>}
      {deadlineAt !== null && state === null && <p className={styles['none']}>{text.over}</p>}
      {state !== null && (
        <div className={`${styles['figures']} ${isLate ? styles['late'] : ''}`}>
          <p className={styles['figure']}>
            {text.left}
            <strong className="num">{state === 'gone' ? text.gone : left}</strong>
          </p>
          <p className={styles['figure']}>
            {text.needed}
            <strong className="num">{needed}</strong>
          </p>
          <span className={styles['verdict']}>
            {isLate ? (
              <StatePill
                tone="over"
                icon={<IconAlertTriangle size={16} stroke={2.2} aria-hidden="true" />}
              >
                {text.notEnough}
              </StatePill>
            ) : (
              <StatePill tone="done" icon={<IconCheck size={16} stroke={2.4} aria-hidden="true" />}>
                {text.enough}
              </StatePill>
            )}
          </span>
        </div>
      )}
    </section>
  );
}
