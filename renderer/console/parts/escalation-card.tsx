import { IconClock, IconPhone, IconTicket } from '@tabler/icons-react';
import { memo, useContext } from 'react';
import { formatStay } from '../../../shared/text/format.ts';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useLanguage, useText } from './language.ts';
import { Button } from './button.tsx';
import styles from './visit-card.module.css';

type EscalationCardProps = {
  readonly escalation: EscalationView;
  readonly open: (id: string) => void;
  readonly isOpen?: boolean;
};

/** An escalation still open: how far it is, since when, and what comes next. */
export const EscalationCard = memo(({ escalation, open, isOpen = false }: EscalationCardProps) => {
  const { board, escalation: text } = useText();
  const { language } = useLanguage();
  const { at } = useContext(ClockContext);
  const since = escalation.sentAt ?? escalation.draftedAt;
  const stay = useTicking((passed) => formatStay(at + passed - since, language));
  const next = text.next[escalation.stage as keyof typeof text.next] as string | undefined;
  const needsCall = escalation.stage === 'sent';
  const show = (): void => open(escalation.id);
  return (
    <li
      className={`${styles['card']} ${needsCall ? styles['near'] : ''} ${isOpen ? styles['open'] : ''}`}
    >
      <div className={styles['top']}>
        <button
          type="button"
          className={`${styles['number']} num`}
          aria-pressed={isOpen || undefined}
          aria-label={text.open(escalation.id, escalation.company)}
          onClick={show}
        >
          {escalation.id}
        </button>
        {needsCall && (
          <StatePill tone="near" icon={<IconPhone size={16} stroke={2} aria-hidden="true" />}>
            {text.outputOwed}
          </StatePill>
        )}
      </div>
      <p className={styles['company']}>{escalation.company}</p>
      <p
        className={styles['step']}
      >{`${escalation.number} · ${escalation.stageWords[language]}`}</p>
      <div className={`${styles['clocks']} ${styles['deadline']}`}>
        <IconClock size={17} stroke={2} aria-hidden="true" />
        <span className={styles['deadlineName']}>
          {escalation.sentAt === null ? board.sinceDrafted : board.sinceSent}
        </span>
        <span className={`${styles['deadlineLeft']} num`}>{stay}</span>
      </div>
      <div className={styles['foot']}>
        {escalation.channel !== '' && (
          <span className={styles['where']}>
            <IconTicket size={17} stroke={1.9} aria-hidden="true" />
            {escalation.ticket === ''
              ? escalation.channel
              : `${escalation.channel} ${escalation.ticket}`}
          </span>
        )}
        <div className={styles['actions']}>
          {next !== undefined && !isOpen && (
            <Button name={board.forNumber(next, escalation.id)} onPress={show}>
              {next}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
});
