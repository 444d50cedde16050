import { IconCheck } from '@tabler/icons-react';
import { useContext } from 'react';
import { formatShortDate, formatTime } from '../../../shared/text/format.ts';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText, useWords } from '../parts/language.ts';
import styles from './stage-history.module.css';

type StageHistoryProps = {
  readonly escalation: EscalationView;
  /** Step 10 ends with the telephone confirmation: what comes later is not shown there. */
  readonly isInStep?: boolean;
};

const stagesOfStep = 3;

/** How far an escalation is: what happened, when, and what is still to come. */
export function StageHistory({ escalation, isInStep = false }: StageHistoryProps) {
  const text = useText().escalation;
  const words = useWords();
  const { language } = useLanguage();
  const { zone } = useContext(ClockContext);
  const stages: readonly (readonly [string, number | null, string])[] = [
    [text.draftedAt, escalation.draftedAt, ''],
    [
      text.sentAt,
      escalation.sentAt,
      [escalation.channel, escalation.ticket].filter((part) => part !== '').join(' '),
    ],
    [text.confirmedAt, escalation.confirmedAt, escalation.spokeWith],
    [text.answeredAt, escalation.answeredAt, escalation.answerText],
    [
      text.contactedAt,
      escalation.contactedAt,
      [
        escalation.contactWay === null ? '' : words.contactWays[escalation.contactWay],
        escalation.contactNote,
      ]
        .filter((part) => part !== '')
        .join(': '),
    ],
  ];
  return (
    <ol className={styles['stages']} aria-label={text.history}>
      {stages.slice(0, isInStep ? stagesOfStep : undefined).map(([name, at, says]) => (
        <li key={name} className={`${styles['stage']} ${at === null ? styles['ahead'] : ''}`}>
          <span className={styles['mark']}>
            {at !== null && <IconCheck size={15} stroke={2.6} aria-hidden="true" />}
          </span>
          <span className={styles['words']}>
            <span className={styles['name']}>{name}</span>
            {at !== null && (
              <span
                className={`${styles['when']} num`}
              >{`${formatShortDate(at, zone, language)}, ${formatTime(at, zone)}`}</span>
            )}
            {says !== '' && <span className={styles['says']}>{says}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
