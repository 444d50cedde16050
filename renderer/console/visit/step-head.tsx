import { IconFileText, IconUsers } from '@tabler/icons-react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { ClockRing } from '../../ui/clock-ring.tsx';
import { StatePill } from '../../ui/state-pill.tsx';
import { useText, useWords } from '../parts/language.ts';
import { useProcedureWords } from '../parts/procedures.ts';
import { useClockWords } from '../parts/use-clock-words.ts';
import { stepClockOf } from '../parts/visit-time.ts';
import styles from './step-panel.module.css';

/** The SOP's longest sentence is three times the shortest; it is set smaller, not cut. */
const longTitle = 140;

/** Which step, which attempt, in the SOP's own words, with the document they come from; beside it the ring. */
export function StepHead({ visit }: { readonly visit: VisitView }) {
  const { visit: text, clock: clockText } = useText();
  const words = useWords();
  const clockWords = useClockWords();
  const clock = stepClockOf(visit);
  const procedure = useProcedureWords(visit);
  const title = procedure.title(visit.step);
  const isVisitors = visit.kind === 'accompany' && procedure.isVisitors(visit.step);
  return (
    <div className={styles['head']}>
      <div className={styles['words']}>
        <div className={styles['where']}>
          <span className={styles['stepOf']}>{text.stepOf(visit.no, visit.path.length)}</span>
          {visit.attempt > 1 && <StatePill tone="quiet">{text.attempt(visit.attempt)}</StatePill>}
          {isVisitors && (
            <StatePill tone="quiet" icon={<IconUsers size={16} stroke={2} aria-hidden="true" />}>
              {text.visitorAccompanied}
            </StatePill>
          )}
        </div>
        <h2
          id="step-title"
          className={`${styles['title']} ${title.length > longTitle ? styles['long'] : ''}`}
        >
          {title}.
        </h2>
        <p className={styles['source']}>
          <IconFileText size={17} stroke={1.8} aria-hidden="true" />
          {text.source(visit.document, visit.revision, visit.no)}
          {clock?.uncertain === true && ` · ${clockText.uncertain}`}
        </p>
      </div>
      {clock !== undefined && (
        <ClockRing clock={clock} name={words.clocks[clock.name]} words={clockWords} />
      )}
    </div>
  );
}
