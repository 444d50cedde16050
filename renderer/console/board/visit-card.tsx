import { IconDeviceDesktop, IconUser } from '@tabler/icons-react';
import { memo, useContext } from 'react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { ClockLine } from '../../ui/clock-line.tsx';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useText, useWords } from '../parts/language.ts';
import { useProcedureWords } from '../parts/procedures.ts';
import { useClockWords } from '../parts/use-clock-words.ts';
import { deadlineStateOf, stepStateOf } from '../parts/visit-time.ts';
import { CardActions } from './card-actions.tsx';
import { CardTag } from './card-tag.tsx';
import { DeadlineLine } from './deadline-line.tsx';
import styles from '../parts/visit-card.module.css';

type VisitCardProps = {
  readonly visit: VisitView;
  readonly isNext: boolean;
  readonly open: (code: string, number: string) => void;
};

/** One visit on the board: number, company, step, clocks, who and where, and its next thing to do. The whole card opens it. */
export const VisitCard = memo(({ visit, isNext, open }: VisitCardProps) => {
  const text = useText().board;
  const words = useWords();
  const clockWords = useClockWords();
  const { at } = useContext(ClockContext);
  const state = useTicking((since) => stepStateOf(visit, since));
  const isShort = useTicking((since) =>
    ['short', 'gone'].includes(deadlineStateOf(visit, at, since) ?? ''),
  );
  const show = (): void => open(visit.code, visit.number);
  const deadline =
    visit.deadlineAt === null || visit.column === 'report-out' ? null : (
      <DeadlineLine visit={visit} deadlineAt={visit.deadlineAt} />
    );
  return (
    <li className={`${styles['card']} ${styles[state]}`}>
      <div className={styles['top']}>
        <button
          type="button"
          className={`${styles['number']} num`}
          aria-label={text.open(visit.number, visit.company)}
          onClick={show}
        >
          {visit.number}
        </button>
        <CardTag visit={visit} isNext={isNext} />
      </div>
      <p className={styles['company']}>{visit.company}</p>
      <StepWords visit={visit} />
      <div className={styles['clocks']}>
        {isShort && state !== 'over' && deadline}
        {visit.clocks
          .filter(({ name }) => name !== 'in-room')
          .map((clock) => (
            <ClockLine
              key={clock.name}
              clock={clock}
              name={words.clocks[clock.name]}
              words={clockWords}
            />
          ))}
        {(!isShort || state === 'over') && deadline}
        {visit.column !== 'waiting' &&
          visit.clocks
            .filter(({ name }) => name === 'in-room')
            .map((clock) => (
              <ClockLine
                key={clock.name}
                clock={clock}
                name={words.clocks[clock.name]}
                words={clockWords}
              />
            ))}
      </div>
      <div className={styles['foot']}>
        {visit.column !== 'report-out' && visit.trainer !== null && (
          <Where icon={IconUser}>{visit.trainer.name}</Where>
        )}
        {visit.column !== 'report-out' && visit.workstation !== null && (
          <Where icon={IconDeviceDesktop}>{visit.workstation.name}</Where>
        )}
        <div className={styles['actions']}>
          <CardActions visit={visit} open={show} />
        </div>
      </div>
    </li>
  );
});

const Where = ({
  icon: Icon,
  children,
}: {
  readonly icon: typeof IconUser;
  readonly children: string;
}) => (
  <span className={styles['where']}>
    <Icon size={17} stroke={1.9} aria-hidden="true" />
    {children}
  </span>
);

/** Where the visit is, in words; while it waits, why it came. */
const StepWords = ({ visit }: { readonly visit: VisitView }) => {
  const text = useText().board;
  const words = useWords();
  const procedure = useProcedureWords(visit);
  const says = () => {
    if (visit.column === 'waiting')
      return visit.linkedTo === null
        ? words.purposes[visit.purpose]
        : text.continuesVisit(visit.linkedTo);
    if (visit.phase === 'trainer-called' && visit.trainer !== null)
      return text.trainerCalled(visit.trainer.name);
    const step = text.step(visit.no, procedure.short(visit.step));
    return visit.attempt > 1 ? `${step}, ${text.attempt(visit.attempt)}` : step;
  };
  return <p className={styles['step']}>{says()}</p>;
};
